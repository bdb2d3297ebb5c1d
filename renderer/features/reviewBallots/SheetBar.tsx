import { Button, Segmented, Select } from 'antd'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'

interface SheetBarProps {
  readonly people: BatchDetail['people']
  readonly lacking: ReadonlyMap<string, number>
  readonly place: number
  /** It was keyed before and is put right. */
  readonly isKnown: boolean
  readonly isShared: boolean
  readonly personId: string
  readonly onShared: (isShared: boolean) => void
  readonly onPerson: (id: string) => void
  readonly onLeave: () => void
}

/** Which sheet of the pile it is, and who is on it. */
export function SheetBar(props: SheetBarProps) {
  const { people, lacking, place, isKnown, isShared, personId, onShared, onPerson, onLeave } = props
  return (
    <div className="ballot-bar">
      <strong className="number">
        {isKnown ? '修改' : ''}第 {place} 张
      </strong>
      {people.length > 1 && !isKnown && (
        <Segmented<boolean>
          aria-label="票的样式"
          value={isShared}
          options={[
            { value: false, label: '一张一人' },
            { value: true, label: '一张多人' },
          ]}
          onChange={onShared}
        />
      )}
      {people.length > 1 && !isShared && !isKnown && (
        <Select
          aria-label="被测评人"
          className="ballot-person"
          value={personId}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ subjectId, name, organizationName }) => ({
            value: subjectId,
            label: `${name}（${organizationName}），还有 ${lacking.get(subjectId) ?? 0} 张`,
          }))}
          onChange={onPerson}
        />
      )}
      {isKnown && (
        <Button size="small" onClick={onLeave}>
          不改了
        </Button>
      )}
    </div>
  )
}
