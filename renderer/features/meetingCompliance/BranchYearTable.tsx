import { Link } from 'react-router'
import type { GridCell, GridRow } from '#shared/contract/meetingRows.ts'
import { type DutyKind, dutyKinds, dutyLengths } from '#shared/domain/meetings/duties.ts'
import type { PeriodLength } from '#shared/domain/meetings/periods.ts'
import { dutyStateLabels, meetingKindLabels } from '#shared/labels/meetings.ts'
import { CellMark } from './CellMark.tsx'
import { addressOf, periodOf } from './completionView.ts'
import { cellsAt, cellsText, type GridColumn, gridColumns } from './gridWords.ts'
import { isAllDone, recordsAddress } from './records.ts'

const span: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 }

interface BranchYearTableProps {
  readonly row: GridRow
  readonly year: number
}

/** Kinds in rows, months in columns; what is owed by the quarter or the year spans its months. */
export function BranchYearTable({ row, year }: BranchYearTableProps) {
  const kinds = dutyKinds.filter((kind) => row.cells.some((cell) => cell.kind === kind))
  return (
    <div className="duty-year">
      <table className="duty-grid duty-grid-year">
        <caption className="visually-hidden">
          {row.organizationName}
          {year}年逐月情况
        </caption>
        <thead>
          <tr>
            <th scope="col" className="duty-branch">
              会议类型
            </th>
            {gridColumns('themeDay').map(({ no, head }) => (
              <th key={no} scope="col" className={no % 3 === 1 ? 'duty-part' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row" className="duty-branch">
                {meetingKindLabels[kind]}
              </th>
              {gridColumns(kind).map((column) => (
                <td
                  key={column.no}
                  colSpan={span[dutyLengths[kind]]}
                  className={column.length !== 'month' || column.no % 3 === 1 ? 'duty-part' : undefined}
                >
                  <YearCell row={row} kind={kind} year={year} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface YearCellProps {
  readonly row: GridRow
  readonly kind: DutyKind
  readonly year: number
  readonly column: GridColumn
}

function YearCell({ row, kind, year, column }: YearCellProps) {
  const { organizationId } = row
  const { length, no, head } = column
  const cells = cellsAt(row.cells, column, kind)
  const [cell] = cells
  if (cell === undefined) return <span className="visually-hidden">不应开</span>
  const to = isAllDone(cells)
    ? recordsAddress(organizationId, periodOf(year, column), [kind])
    : addressOf({ year, organizationId, kind, open: { organizationId, length, no } })
  const text = cellsText(cells)
  return (
    <Link className="duty-cell" to={to} title={text}>
      <CellMark state={cell.state} words={wordOf(cell)} reading={`${head}：${text}`} />
    </Link>
  )
}

function wordOf({ state, groups, length }: GridCell): string {
  if (groups !== null && groups.owed > 1) return `${groups.done}/${groups.owed}`
  return length === 'month' && state === 'done' ? '' : dutyStateLabels[state]
}
