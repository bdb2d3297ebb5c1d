import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { TrainingClassDetail } from '#shared/contract/developmentRegisters.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCommand } from '../../lib/queries.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { type Place, placeOf, samePlaces, sentPlaces, withCertificates, withChange } from './places.ts'
import { PlacesTable } from './PlacesTable.tsx'
import { registerTarget } from './registersView.ts'
import { useFileSearch } from './useFileSearch.ts'

interface PlacesCardProps {
  readonly detail: TrainingClassDetail
  readonly canWrite: boolean
}

/** Who sat in the class. The list is saved as a whole; the parent gives it a new key once it is. */
export function PlacesCard({ detail, canWrite }: PlacesCardProps) {
  const undo = useUndo()
  const setPlaces = useCommand('training.setPlaces')
  const [places, change] = useState<readonly Place[]>(detail.places)
  const isDirty = !samePlaces(places, detail.places)
  const guard = useUnsavedGuard(isDirty)
  const save = () =>
    setPlaces.mutate(
      { id: detail.id, version: detail.version, places: sentPlaces(places) },
      { onSuccess: () => undo.done('已保存参加培训的人员', registerTarget) },
    )
  useShortcut('Ctrl+S', '保存人员', save, canWrite && isDirty && !setPlaces.isPending)
  return (
    <SectionCard
      title={`参加人员（${places.length}）`}
      extra={
        canWrite && (
          <>
            {isDirty && <span className="muted">有未保存的修改</span>}
            <Button type="primary" disabled={!isDirty} loading={setPlaces.isPending} onClick={save}>
              保存人员
            </Button>
          </>
        )
      }
    >
      {canWrite && (
        <div className="dev-reg-bar">
          <AddPerson places={places} onAdd={(person) => change([...places, placeOf(person, detail.hours)])} />
          <Button
            disabled={places.every(({ isPassed }) => isPassed !== null)}
            onClick={() => change(places.map((place) => ({ ...place, isPassed: place.isPassed ?? true })))}
          >
            没有填的都算结业
          </Button>
          <Button
            disabled={samePlaces(withCertificates(places), places)}
            onClick={() => change(withCertificates(places))}
          >
            结业证号往下编
          </Button>
        </div>
      )}
      {setPlaces.error !== null && (
        <Alert type="error" showIcon role="alert" title={errorText(setPlaces.error)} />
      )}
      {places.length === 0 ? (
        <p className="muted">还没有人。在上面按姓名查找发展档案，选中就加进来，全部加好后保存。</p>
      ) : (
        <PlacesTable
          places={places}
          isReadOnly={!canWrite}
          onChange={(fileId, part) => change(withChange(places, fileId, part))}
          onRemove={(fileId) => change(places.filter((place) => place.fileId !== fileId))}
        />
      )}
      {guard.dialog}
    </SectionCard>
  )
}

interface AddPersonProps {
  readonly places: readonly Place[]
  readonly onAdd: (person: Pick<Place, 'fileId' | 'name' | 'organizationName'>) => void
}

function AddPerson({ places, onAdd }: AddPersonProps) {
  const { options, onSearch, hint } = useFileSearch()
  const here = new Set(places.map(({ fileId }) => fileId))
  return (
    <Select<string>
      className="dev-reg-add"
      aria-label="加人"
      showSearch={{ filterOption: false, onSearch }}
      placeholder="加人：输入姓名、拼音首字母"
      notFoundContent={hint}
      value={null}
      options={options.filter(({ value }) => !here.has(value))}
      onChange={(id) => {
        const found = options.find(({ value }) => value === id)
        if (found !== undefined)
          onAdd({ fileId: id, name: found.name, organizationName: found.organizationName })
      }}
    />
  )
}
