import { Button, Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { type AttendanceState, attendanceStates } from '#shared/domain/meetings/attendance.ts'
import { absenceReasons, exemptReasons } from '#shared/domain/meetings/records.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { absenceReasonLabels, attendanceStateLabels, exemptReasonLabels } from '#shared/labels/meetings.ts'
import { clearable } from '../../../ui/clearable.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { DateCell } from './DateCell.tsx'
import { withState } from './rollEdit.ts'

interface RollRowProps {
  readonly entry: RollEntry
  readonly index: number
  readonly isBegun: boolean
  readonly onChange: (index: number, entry: RollEntry | null) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** A letter was typed: the next person is wanted. */
  readonly onSet: (from: HTMLElement) => void
}

const shortStates: Readonly<Record<AttendanceState, string>> = { present: '到', absent: '缺', excused: '假' }
const letters: Readonly<Record<string, AttendanceState>> = {
  d: 'present',
  q: 'absent',
  j: 'excused',
  '1': 'present',
  '2': 'absent',
  '3': 'excused',
}

/** One person at the meeting; what only the absent have stands in the line only for them. */
export function RollRow({ entry, index, isBegun, onChange, onKeyDown, onSet }: RollRowProps) {
  const { name, isVoter, isFrail, state, reason, note, exempt, madeUpOn } = entry
  const isAway = state !== 'present' && (isBegun || reason !== null || exempt !== null)
  // Nobody is said to have stayed away before anybody is marked.
  const isSaid = isBegun || state !== 'absent' || reason !== null
  const set = (next: AttendanceState): void => onChange(index, withState(entry, next))
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    onKeyDown(event)
    const typed = letters[event.key.toLowerCase()]
    if (typed === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    set(typed)
    onSet(event.currentTarget)
  }
  return (
    <tr>
      <td className="number">{index + 1}</td>
      <td>
        {name}
        {!isVoter && <span className="muted small">　无表决权</span>}
        {isFrail && <span className="muted small">　高龄、失能</span>}
      </td>
      <td>
        <div className="meeting-states" role="radiogroup" aria-label={`${name}到会情况`}>
          {attendanceStates.map((each) => (
            <label
              key={each}
              className={`meeting-state meeting-state-${each}`}
              title={attendanceStateLabels[each]}
            >
              <input
                type="radio"
                className="visually-hidden"
                name={`roll-${index}`}
                aria-label={attendanceStateLabels[each]}
                checked={isSaid && state === each}
                onChange={() => set(each)}
                onKeyDown={onKey}
              />
              {shortStates[each]}
            </label>
          ))}
        </div>
      </td>
      <td>
        {isAway && (
          <Select
            size="small"
            aria-label={`${name}的原因`}
            allowClear={clearable}
            placeholder="原因"
            options={absenceReasons.map((value) => ({ value, label: absenceReasonLabels[value] }))}
            value={reason}
            onChange={(next) => onChange(index, { ...entry, reason: next ?? null })}
          />
        )}
      </td>
      <td>
        {isAway && (
          <Input
            size="small"
            aria-label={`${name}的说明`}
            maxLength={100}
            value={note ?? ''}
            onChange={({ target }) =>
              onChange(index, { ...entry, note: target.value === '' ? null : target.value })
            }
          />
        )}
      </td>
      <td>
        {isAway && isVoter && (
          <Select
            size="small"
            aria-label={`${name}不计入应到的原因`}
            allowClear={clearable}
            popupMatchSelectWidth={false}
            placeholder="计入"
            options={exemptReasons.map((value) => ({ value, label: exemptReasonLabels[value] }))}
            value={exempt}
            onChange={(next) => onChange(index, { ...entry, exempt: next ?? null })}
          />
        )}
      </td>
      <td>
        {isAway && (
          <DateCell
            label={isFrail ? `${name}送学上门日期` : `${name}补学日期`}
            value={madeUpOn}
            onChange={(next) => onChange(index, { ...entry, madeUpOn: next })}
          />
        )}
      </td>
      <td>
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          icon={<Icon name="trash" />}
          aria-label={`把${name}移出名单`}
          title="移出名单"
          onClick={() => onChange(index, null)}
        />
      </td>
    </tr>
  )
}
