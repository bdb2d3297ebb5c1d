import { Button, Input } from 'antd'
import { useState } from 'react'
import type { BallotDifference } from '#shared/contract/reviewBallots.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { GradeSet } from '#shared/domain/reviews/grades.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import { markText, shownMark, typedCell } from './batchWords.ts'

export type Settled = Omit<RouteInput<'reviewBallots.settle'>, 'id'>

interface DifferenceRowProps {
  readonly difference: BallotDifference
  readonly item: BallotItem | undefined
  readonly gradeSet: GradeSet
  readonly busy: boolean
  /** Why the last try at it was refused. */
  readonly error: string | null
  readonly onSettle: (settled: Settled) => void
  readonly onDrop: (settled: Settled) => void
}

/** One thing to be settled: one of the two keyings, or what the paper says. */
export function DifferenceRow(props: DifferenceRowProps) {
  const { difference, item, gradeSet, busy, error, onSettle, onDrop } = props
  const { place, subjectId, name, itemId, itemName, first, second, kind, message } = difference
  const [cell, setCell] = useState('')
  const settle = (text: string): void => onSettle({ place, subjectId, itemId, cell: text, isThere: true })
  const isTwo = itemId !== null && kind === 'differs'
  return (
    <tr>
      <td className="number">{place}</td>
      <td>{name}</td>
      <td>{itemName ?? '整张票'}</td>
      <td>{message}</td>
      <td>
        {itemId === null ? (
          <Button
            size="small"
            danger
            disabled={busy}
            onClick={() => onDrop({ place, subjectId, itemId, cell: null, isThere: false })}
          >
            没有这张票，删去
          </Button>
        ) : (
          <form
            className="ballot-settle"
            onSubmit={(event) => {
              event.preventDefault()
              if (cell.trim() !== '' && !busy) settle(cell)
            }}
          >
            {isTwo &&
              ([first, second] as const).map((mark, index) => (
                <Button
                  key={index === 0 ? 'first' : 'second'}
                  size="small"
                  disabled={busy}
                  aria-label={`第 ${place} 张 ${itemName ?? ''}：第${index === 0 ? '一' : '二'}遍对，${shownMark(mark, gradeSet)}`}
                  onClick={() => settle(markText(mark, item, gradeSet))}
                >
                  {shownMark(mark, gradeSet)}
                </Button>
              ))}
            <Input
              size="small"
              aria-label={`第 ${place} 张 ${name} ${itemName ?? ''}：原票上是`}
              placeholder={isTwo ? '或另填' : '空着的填“弃权”'}
              maxLength={30}
              value={cell}
              onChange={({ target }) => setCell(typedCell(target.value, item, gradeSet))}
            />
            <Button htmlType="submit" size="small" disabled={busy || cell.trim() === ''}>
              核定
            </Button>
          </form>
        )}
        {error !== null && (
          <div className="form-error" role="alert">
            {error}
          </div>
        )}
      </td>
    </tr>
  )
}
