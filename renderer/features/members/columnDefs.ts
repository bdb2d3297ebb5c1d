import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { MemberListRow, RevealedFields } from '#shared/contract/members.ts'
import { isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import {
  cellText,
  type ColumnChoice,
  type ColumnKey,
  columnLabel,
  isSortable,
  leadColumn,
} from './listColumns.ts'
import type { MemberQuery } from './listView.ts'
import { FindingsCell, NameCell, SelectCell, SensitiveCell } from './RosterCells.tsx'

export const selectColumnId = 'select'

/** Keys the grid would act on itself but the roster answers. */
const ownKeys: ReadonlySet<string> = new Set([' ', 'Enter', 'F2'])

/** Stops the browser's own answer as well (scrolling, selecting the whole page): the grid tells the roster too late for that. */
function takeOwnKey({ event }: SuppressKeyboardEventParams): boolean {
  const isOwn =
    ownKeys.has(event.key) || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
  if (isOwn) event.preventDefault()
  return isOwn
}

function isSensitive(key: ColumnKey): boolean {
  return isMemberField(key) && memberFields[key].sensitive
}

function rendererOf(key: ColumnKey): Pick<ColDef<MemberListRow>, 'cellRenderer'> {
  if (key === leadColumn) return { cellRenderer: NameCell }
  if (key === 'findings') return { cellRenderer: FindingsCell }
  return isSensitive(key) ? { cellRenderer: SensitiveCell } : {}
}

/** A row with its sensitive fields in the clear where somebody asked for them. */
export function shownRow(row: MemberListRow, revealed: ReadonlyMap<string, RevealedFields>): MemberListRow {
  const clear = revealed.get(row.id)
  return clear === undefined ? row : { ...row, record: { ...row.record, ...clear } }
}

const rightAligned: ReadonlySet<ColumnKey> = new Set([
  'age',
  'partyAge',
  'probationExtendedMonths',
  'partyAgeCorrectionMonths',
])

const selectWidth = 44

const selectColumn: ColDef<MemberListRow> = {
  colId: selectColumnId,
  headerName: '选择',
  headerClass: 'roster-select-head',
  pinned: 'left',
  lockPosition: 'left',
  resizable: false,
  sortable: false,
  suppressMovable: true,
  cellRenderer: SelectCell,
  cellClass: 'roster-select',
}

export const defaultColDef: ColDef<MemberListRow> = {
  resizable: true,
  sortable: false,
  minWidth: 56,
  suppressKeyboardEvent: takeOwnKey,
}

export function columnDefs(
  columns: readonly ColumnChoice[],
  /** Widths are those of the dense scale. */
  factor: number,
  sort: MemberQuery['sort'],
  revealed: ReadonlyMap<string, RevealedFields>,
): ColDef<MemberListRow>[] {
  const own = columns.map(({ key, width }): ColDef<MemberListRow> => ({
    colId: key,
    headerName: columnLabel(key),
    width: Math.round(width * factor),
    sortable: isSortable(key),
    sort: sort.field === key ? (sort.descending ? 'desc' : 'asc') : null,
    ...(key === leadColumn
      ? { pinned: 'left' as const, lockPosition: 'left' as const, suppressMovable: true }
      : {}),
    ...(rightAligned.has(key) ? { cellClass: 'roster-right number', headerClass: 'roster-right' } : {}),
    valueGetter: ({ data }) => (data === undefined ? '' : cellText(shownRow(data, revealed), key)),
    tooltipValueGetter: ({ value }) => (key === 'findings' ? null : value),
    ...rendererOf(key),
  }))
  const width = Math.round(selectWidth * factor)
  return [{ ...selectColumn, width, minWidth: width }, ...own]
}
