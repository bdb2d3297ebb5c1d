import { Alert, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { errorText } from '../../../lib/errorText.ts'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { changedMaterials, draftOf, inputOf, type MaterialDraft } from './materialRows.ts'
import { useFileCommand } from './useFileCommand.ts'

interface MaterialsFormProps {
  readonly detail: DevelopmentDetail
  readonly onClose: () => void
}

const kinds = [
  { value: 'original', label: '原件' },
  { value: 'copy', label: '复印件' },
  { value: 'unknown', label: '未填' },
]

/** All thirty papers at once, as somebody puts the archive in order; Enter goes from box to box. */
export function MaterialsForm({ detail, onClose }: MaterialsFormProps) {
  // What somebody started from stays what the changes are told by.
  const [before] = useState(detail.materials)
  const [rows, setRows] = useState<readonly MaterialDraft[]>(() => before.map(draftOf))
  const [isDirty, setIsDirty] = useState(false)
  const save = useFileCommand('development.setMaterials')
  const guard = useUnsavedGuard(isDirty)
  const put = (index: number, changes: Partial<MaterialDraft>): void => {
    setIsDirty(true)
    setRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)))
  }
  const inputs = rows.map(inputOf)
  const unread = rows.filter((_, index) => inputs[index] === null).map(({ materialNo }) => materialNo)
  const submit = (): void => {
    const changed = changedMaterials(
      before,
      inputs.filter((row) => row !== null),
    )
    if (unread.length > 0) return
    if (changed.length === 0) return onClose()
    save.run(
      { id: detail.id, version: detail.version, materials: [...changed] },
      `已保存 ${changed.length} 件材料`,
      () => {
        guard.leaveFreely()
        onClose()
      },
    )
  }
  return (
    <SectionCard title="填写材料的份数、页数">
      <EnterMovesOn
        label="材料目录"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <table className="dev-table dev-materials-form">
          <thead>
            <tr>
              <th>材料</th>
              <th>有</th>
              <th>原件</th>
              <th>份数</th>
              <th>页数</th>
              <th>形成日期</th>
              <th>备注</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const name = before[index]?.name ?? ''
              const label = (what: string) => `${row.materialNo} ${what}`
              return (
                <tr key={row.materialNo}>
                  <td>
                    {row.materialNo} {name}
                  </td>
                  <td>
                    <Checkbox
                      aria-label={label('有')}
                      checked={row.isPresent}
                      onChange={({ target }) => put(index, { isPresent: target.checked })}
                    />
                  </td>
                  <td>
                    <Select
                      aria-label={label('原件')}
                      className="dev-cell-kind"
                      options={kinds}
                      value={row.isOriginal === null ? 'unknown' : row.isOriginal ? 'original' : 'copy'}
                      onChange={(kind) =>
                        put(index, { isOriginal: kind === 'unknown' ? null : kind === 'original' })
                      }
                    />
                  </td>
                  <td>
                    <InputNumber
                      aria-label={label('份数')}
                      className="dev-cell-number"
                      min={0}
                      precision={0}
                      value={row.copies}
                      onChange={(copies) => put(index, { copies })}
                    />
                  </td>
                  <td>
                    <InputNumber
                      aria-label={label('页数')}
                      className="dev-cell-number"
                      min={0}
                      precision={0}
                      value={row.pages}
                      onChange={(pages) => put(index, { pages })}
                    />
                  </td>
                  <td>
                    <Input
                      aria-label={label('形成日期')}
                      className="dev-cell-date"
                      autoComplete="off"
                      placeholder="如 2026.5.8"
                      value={row.formedOn}
                      {...(inputs[index] === null ? { status: 'error' as const } : {})}
                      onChange={({ target }) => put(index, { formedOn: target.value })}
                    />
                  </td>
                  <td>
                    <Input
                      aria-label={label('备注')}
                      maxLength={200}
                      value={row.note ?? ''}
                      onChange={({ target }) =>
                        put(index, { note: target.value === '' ? null : target.value })
                      }
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <div className="dev-form-foot">
          {unread.length > 0 && (
            <Alert
              type="error"
              showIcon
              role="alert"
              title={`${unread.join('、')} 的形成日期读不出来，请写成 2026.5.8 这样`}
            />
          )}
          {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
          <DialogButtons confirmText="保存材料" busy={save.isPending} onCancel={onClose} />
        </div>
      </EnterMovesOn>
      {guard.dialog}
    </SectionCard>
  )
}
