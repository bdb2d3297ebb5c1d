import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { countRoll, type RollEntry } from '#shared/domain/meetings/roll.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { AddPerson } from './AddPerson.tsx'
import type { MeetingForm } from './meetingForm.ts'
import { isMarked, rollSentence, withState } from './rollEdit.ts'
import { RollTable } from './RollTable.tsx'

interface RollNamesProps {
  readonly form: MeetingForm
  readonly roll: readonly RollEntry[]
  /** How the list came about; null where it is of another day. */
  readonly because: string | null
  /** 应到 by the records of the day. */
  readonly expected: number | null
  readonly onEdit: (roll: readonly RollEntry[]) => void
}

/** The names with their counts on top. */
export function RollNames({ form, roll, because, expected, onEdit }: RollNamesProps) {
  const { control } = form
  const [onlyAway, setOnlyAway] = useState(false)
  const shouldReason = useWatch({ control, name: 'shouldReason' })
  const nobodyCame = !isMarked(roll)
  const isOther = expected !== null && expected !== countRoll(roll).should
  const change = (index: number, entry: RollEntry | null): void =>
    onEdit(entry === null ? roll.toSpliced(index, 1) : roll.with(index, entry))
  return (
    <>
      <div className="meeting-roll-head">
        <strong aria-live="polite">{rollSentence(roll)}</strong>
        <span className="toolbar-end">
          <Checkbox checked={onlyAway} onChange={({ target }) => setOnlyAway(target.checked)}>
            只看没到会的
          </Checkbox>
          <Button
            size="small"
            onClick={() =>
              onEdit(roll.map((entry) => (entry.exempt === null ? withState(entry, 'present') : entry)))
            }
          >
            全部到会
          </Button>
        </span>
      </div>
      <p className="muted small">
        {because !== null && `${because}。`}
        {nobodyCame && roll.length > 0
          ? '还没有登记到会：先点“全部到会”，再改没有到的人。'
          : '键盘：上下键换人，左右键换到会情况；D 到会、Q 缺席、J 请假，并转到下一人。'}
      </p>
      {roll.length === 0 ? (
        <p className="muted">这一天花名册里没有应到的人，可以在下面加人，或改为“只登记人数”。</p>
      ) : (
        <RollTable roll={roll} onlyAway={onlyAway} isBegun={!nobodyCame} onChange={change} />
      )}
      <AddPerson
        without={roll.flatMap(({ memberId }) => memberId ?? [])}
        onAdd={(entry) => onEdit([...roll, entry])}
      />
      {(isOther || shouldReason !== null) && (
        <div className="form-grid">
          <TextField
            control={control}
            name="shouldReason"
            label="应到的说明"
            wide
            {...(isOther ? { hint: `按花名册应到 ${expected} 人，与名单不同，请写明原因` } : {})}
          />
        </div>
      )}
    </>
  )
}
