import { type KeyboardEvent, useRef } from 'react'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { RollRow } from './RollRow.tsx'

interface RollTableProps {
  readonly roll: readonly RollEntry[]
  readonly onlyAway: boolean
  /** Somebody is marked: until then nobody is asked for a reason. */
  readonly isBegun: boolean
  /** Null takes the person off the list. */
  readonly onChange: (index: number, entry: RollEntry | null) => void
}

/** Who should come, one a line; the arrow keys go from person to person. */
export function RollTable({ roll, onlyAway, isBegun, onChange }: RollTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (from: HTMLElement, by: 1 | -1): void => {
    const groups = [...(body.current?.querySelectorAll('[role="radiogroup"]') ?? [])]
    const at = groups.findIndex((group) => group.contains(from))
    const next = groups[at + by]
    const stop =
      next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
    stop?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (by === null) return
    event.preventDefault()
    move(event.currentTarget, by)
  }
  return (
    <div className="meeting-table-wrap">
      <table className="meeting-table meeting-roll" aria-label="到会名单">
        <thead>
          <tr>
            <th>序号</th>
            <th>姓名</th>
            <th>到会情况</th>
            <th>原因</th>
            <th>说明</th>
            <th>不计入应到</th>
            <th>补学日期</th>
            <th aria-label="移出名单" />
          </tr>
        </thead>
        <tbody ref={body}>
          {roll.map((entry, index) =>
            onlyAway && entry.state === 'present' ? null : (
              <RollRow
                key={entry.memberId ?? `${entry.name} ${index}`}
                entry={entry}
                index={index}
                isBegun={isBegun}
                onChange={onChange}
                onKeyDown={onKeyDown}
                onSet={(from) => move(from, 1)}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
