import { Link } from 'react-router'
import type { GridCell, GridRow } from '#shared/contract/meetingRows.ts'
import { dutyStateLabels, meetingKindShort } from '#shared/labels/meetings.ts'
import { meetingsAddress } from '../../lib/meetingAddresses.ts'
import { branchYearAddress } from '../../lib/meetingPages.ts'
import { moveByArrows } from '../../ui/moveByArrows.ts'
import { CellMark } from './CellMark.tsx'
import { addressOf, type CompletionView, periodOf } from './completionView.ts'
import {
  cellsAt,
  cellsText,
  type GridColumn,
  gridColumns,
  lettersOf,
  percent,
  worstState,
} from './gridWords.ts'
import { isAllDone, recordsAddress } from './records.ts'

interface CompletionGridProps {
  readonly rows: readonly GridRow[]
  readonly view: CompletionView
}

/** Branches in rows, months, quarters and the year in columns; every cell opens its meetings or what is missing. */
export function CompletionGrid({ rows, view }: CompletionGridProps) {
  const columns = gridColumns(view.kind)
  const what = view.kind === null ? '三会一课' : meetingKindShort[view.kind]
  return (
    <table className={view.kind === null ? 'duty-grid' : 'duty-grid duty-grid-kind'}>
      <caption className="visually-hidden">
        {view.year}年{what}完成情况
      </caption>
      <thead>
        <tr>
          <th scope="col" className="duty-branch">
            党支部
          </th>
          {columns.map(({ length, no, head }) => (
            <th key={`${length}${no}`} scope="col" className={no === 1 ? 'duty-part' : undefined}>
              {head}
            </th>
          ))}
          <th scope="col" className="duty-rate duty-part">
            完成率
          </th>
          <th scope="col" className="duty-gaps">
            缺
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BranchRow key={row.organizationId} row={row} view={view} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

interface BranchRowProps {
  readonly row: GridRow
  readonly view: CompletionView
  readonly columns: readonly GridColumn[]
}

function BranchRow({ row, view, columns }: BranchRowProps) {
  const { organizationId, organizationName, parentName, cells, done, owed, missing } = row
  const page = branchYearAddress(organizationId, view.year)
  return (
    <tr>
      <th scope="row" className="duty-branch">
        <Link to={page} title={`${organizationName}（${parentName}）`} onKeyDown={moveByArrows}>
          {organizationName}
        </Link>
      </th>
      {columns.map((column) => (
        <td key={`${column.length}${column.no}`} className={cellClass(row, column, view)}>
          <Cell row={row} column={column} view={view} cells={cellsAt(cells, column, view.kind)} />
        </td>
      ))}
      <td className="duty-rate duty-part number" title={`应开 ${owed}，已开 ${done}`}>
        {owed === 0 ? (
          <span className="muted">—</span>
        ) : (
          <Link
            to={meetingsAddress({
              organizationId,
              year: view.year,
              kinds: view.kind === null ? [] : [view.kind],
            })}
            aria-label={`${organizationName}完成率 ${percent(row)}，已开 ${done}，看记录`}
            tabIndex={-1}
            onKeyDown={moveByArrows}
          >
            {percent(row)}
          </Link>
        )}
      </td>
      <td className="duty-gaps number">
        {missing === 0 ? (
          <span className="muted">0</span>
        ) : (
          <Link
            to={page}
            aria-label={`${organizationName}缺 ${missing} 次`}
            tabIndex={-1}
            onKeyDown={moveByArrows}
          >
            {missing}
          </Link>
        )}
      </td>
    </tr>
  )
}

function cellClass({ organizationId }: GridRow, { length, no }: GridColumn, view: CompletionView): string {
  const { open } = view
  const isOpen = open?.organizationId === organizationId && open.length === length && open.no === no
  return `${no === 1 ? 'duty-part' : ''}${isOpen ? ' duty-open-cell' : ''}`
}

interface CellProps {
  readonly row: GridRow
  readonly column: GridColumn
  readonly view: CompletionView
  readonly cells: readonly GridCell[]
}

function Cell({ row, column, view, cells }: CellProps) {
  const { organizationId, organizationName } = row
  const { length, no, head } = column
  const state = worstState(cells)
  if (state === null)
    return (
      <span className="duty-none" title="不应开">
        <span className="visually-hidden">不应开</span>
      </span>
    )
  const period = periodOf(view.year, column)
  const kinds = cells.map(({ kind }) => kind)
  const to = isAllDone(cells)
    ? recordsAddress(organizationId, period, kinds)
    : addressOf({ ...view, open: { organizationId, length, no } })
  const text = cellsText(cells)
  return (
    <Link className="duty-cell" tabIndex={-1} onKeyDown={moveByArrows} to={to} title={text}>
      <CellMark state={state} words={wordsOf(cells, view)} reading={`${organizationName}${head}：${text}`} />
    </Link>
  )
}

/** With one kind its state in a word, with all of them the kinds the mark speaks of. */
function wordsOf(cells: readonly GridCell[], view: CompletionView): string {
  const state = worstState(cells)
  const [only] = cells
  if (state === null || only === undefined) return ''
  if (view.kind === null) return state === 'missing' || state === 'draft' ? gapLetters(cells) : ''
  if (only.groups !== null && only.groups.owed > 1) return `${only.groups.done}/${only.groups.owed}`
  return state === 'done' || state === 'open' ? '' : dutyStateLabels[state]
}

const gapLetters = (cells: readonly GridCell[]): string =>
  lettersOf(cells, 'missing') === '' ? lettersOf(cells, 'draft') : lettersOf(cells, 'missing')
