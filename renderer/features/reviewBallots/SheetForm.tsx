import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import type { GradeSet } from '#shared/domain/reviews/grades.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { itemHint, keyingHint, typedCell } from './batchWords.ts'
import { isSameRows, linesOf, rowsOf, type SheetAt, type SheetLine } from './sheetForm.ts'
import { SheetRow } from './SheetRow.tsx'

interface SheetFormProps {
  readonly batch: BatchDetail
  readonly gradeSet: GradeSet
  readonly place: number
  /** Who is on it. */
  readonly people: readonly string[]
  /** What was keyed there before. */
  readonly known: SheetAt | undefined
  /** It was refused as it stands. */
  readonly isUnsent: boolean
  readonly onSave: (lines: readonly SheetLine[]) => void
}

/** One sheet of the pile: Enter from one field to the next, and at the last one to the next sheet. */
export function SheetForm({ batch, gradeSet, place, people, known, isUnsent, onSave }: SheetFormProps) {
  const { items } = batch
  const [begun] = useState(() => rowsOf(batch, known))
  const [rows, setRows] = useState(begun)
  const body = useRef<HTMLTableSectionElement>(null)
  const shown = batch.people.filter(({ subjectId }) => people.includes(subjectId))
  const guard = useUnsavedGuard(isUnsent || !isSameRows(begun, rows), { byParams: true })
  // The hands stay on the keys from sheet to sheet.
  useEffect(() => body.current?.querySelector('input')?.focus(), [])
  const onCell = useCallback(
    (subjectId: string, index: number, text: string) =>
      setRows((now) => {
        const row = now[subjectId]
        if (row === undefined) return now
        const cells = row.cells.with(index, typedCell(text, items[index], gradeSet))
        return { ...now, [subjectId]: { ...row, cells } }
      }),
    [items, gradeSet],
  )
  const onOpinion = useCallback(
    (subjectId: string, opinion: string) =>
      setRows((now) => {
        const row = now[subjectId]
        return row === undefined ? now : { ...now, [subjectId]: { ...row, opinion } }
      }),
    [],
  )
  const submit = (): void => onSave(linesOf(rows, people))
  useShortcut('Ctrl+S', '录入这一张票', submit)
  return (
    <EnterMovesOn
      label={`第 ${place} 张票`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {guard.dialog}
      <div className="ballot-scroll">
        <table className="ballot-table ballot-keying">
          <thead>
            <tr>
              <th scope="col">被测评人</th>
              {items.map((item) => (
                <th key={item.id} scope="col">
                  {item.name}
                  <div className="muted small">{itemHint(item)}</div>
                </th>
              ))}
              <th scope="col">意见建议</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((person, index) => (
              <SheetRow
                key={person.subjectId}
                person={person}
                items={items}
                row={rows[person.subjectId]}
                isLast={index === shown.length - 1}
                onCell={onCell}
                onOpinion={onOpinion}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="ballot-foot">
        <span className="muted small">{keyingHint(items, gradeSet)}</span>
        <Button type="primary" htmlType="submit">
          {known === undefined ? '录入，下一张' : '改好这一张'}
        </Button>
      </div>
    </EnterMovesOn>
  )
}
