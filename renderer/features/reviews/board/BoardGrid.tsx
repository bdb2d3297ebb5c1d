import { Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BoardRow, StepCell } from '#shared/contract/reviewRows.ts'
import { severities } from '#shared/domain/finding.ts'
import { type FlowStepKey, flowTable } from '#shared/domain/reviews/flow.ts'
import { ballotsAddress, subjectAddress } from '../../../lib/reviewAddresses.ts'
import { moveByArrows } from '../../../ui/moveByArrows.ts'
import { SeverityTag } from '../../../ui/SeverityTag.tsx'
import { cellText, cellWords, stepShort } from './stepWords.ts'

interface BoardGridProps {
  readonly campaignId: string
  readonly steps: readonly FlowStepKey[]
  readonly rows: readonly BoardRow[]
  readonly chosen: ReadonlySet<string>
  readonly canWrite: boolean
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  /** A step that is registered by hand, of one person. */
  readonly onRegister: (row: BoardRow, step: FlowStepKey) => void
}

/** People in rows, the steps in columns. What a cell says in full stands below, for the mouse and for the keyboard. */
export function BoardGrid(props: BoardGridProps) {
  const { campaignId, steps, rows, chosen, canWrite, onChoose, onRegister } = props
  const [said, setSaid] = useState<string | null>(null)
  const isAll = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <>
      <div className="board-scroll">
        <table className="board">
          <caption className="visually-hidden">述职测评进度</caption>
          <thead>
            <tr>
              <th scope="col" className="board-person">
                {canWrite && (
                  <Checkbox
                    aria-label="选择全部"
                    checked={isAll}
                    indeterminate={!isAll && chosen.size > 0}
                    onChange={() => onChoose(new Set(isAll ? [] : rows.map(({ id }) => id)))}
                  />
                )}
                述职人
              </th>
              {steps.map((step) => (
                <th key={step} scope="col" title={flowTable[step].name}>
                  {stepShort[step]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="board-person">
                  {canWrite && (
                    <Checkbox
                      aria-label={`选择${row.name}`}
                      checked={chosen.has(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  )}
                  <Person row={row} />
                </th>
                {steps.map((step) => {
                  const cell = row.steps.find(({ key }) => key === step)
                  return (
                    <td key={step} className={cell?.isDone === true ? 'board-done' : undefined}>
                      {cell !== undefined && (
                        <Cell
                          campaignId={campaignId}
                          row={row}
                          cell={cell}
                          canWrite={canWrite}
                          onRegister={onRegister}
                          onSaid={setSaid}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="board-said" aria-hidden="true">
        {said ?? '把光标移到方格上，或用方向键走到方格，这里说明办到哪里、为什么还不能办。'}
      </p>
    </>
  )
}

function Person({ row }: { readonly row: BoardRow }) {
  const { id, name, duty, organizationName, findings } = row
  // 待测评 and the like is what the cells say already.
  const worst = severities.find(
    (severity) => severity !== 'blue' && findings.some((finding) => finding.severity === severity),
  )
  return (
    <span className="board-name" title={[name, duty, organizationName].filter(Boolean).join('，')}>
      <span className="board-name-line">
        <Link to={subjectAddress(id)} onKeyDown={moveByArrows}>
          {name}
        </Link>
        {worst !== undefined && (
          <span title={findings.map(({ message }) => message).join('\n')}>
            <SeverityTag severity={worst} mark />
          </span>
        )}
      </span>
      <span className="muted">{organizationName}</span>
    </span>
  )
}

interface CellProps extends Pick<BoardGridProps, 'campaignId' | 'canWrite' | 'onRegister'> {
  readonly row: BoardRow
  readonly cell: StepCell
  readonly onSaid: (words: string | null) => void
}

function Cell({ campaignId, row, cell, canWrite, onRegister, onSaid }: CellProps) {
  const isNext = row.next === cell.key
  const words = `${row.name}，${cellWords(cell)}`
  const text = cellText(cell, isNext)
  const kind = cell.isDone ? '' : cell.whyNot === null ? ' board-cell-open' : ' board-cell-later'
  const common = {
    className: `board-cell${kind}${isNext ? ' board-cell-next' : ''}`,
    'aria-label': `${text}，${words}`,
    title: words,
    tabIndex: -1,
    onKeyDown: moveByArrows,
    onFocus: () => onSaid(words),
    onMouseEnter: () => onSaid(words),
  }
  if (canWrite && !cell.isDerived)
    return (
      <button type="button" {...common} onClick={() => onRegister(row, cell.key)}>
        {text}
      </button>
    )
  const isRating = cell.key === 'upRating' || cell.key === 'downRating'
  return (
    <Link {...common} to={isRating ? ballotsAddress(campaignId) : subjectAddress(row.id)}>
      {text}
    </Link>
  )
}
