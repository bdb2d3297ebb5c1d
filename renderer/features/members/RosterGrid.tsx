import type {
  CellKeyDownEvent,
  ColumnMovedEvent,
  ColumnResizedEvent,
  GridApi,
  SortChangedEvent,
} from 'ag-grid-community'
import type { FullWidthCellKeyDownEvent, IDatasource, RowClickedEvent } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ClipboardEvent, useCallback, useContext, useEffect, useMemo, useRef } from 'react'
import { memberSort } from '#shared/contract/memberListInput.ts'
import type { MemberListRow } from '#shared/contract/members.ts'
import { documentNonce } from '../../lib/nonce.ts'
import { gridThemeOf } from '../../ui/gridTheme.ts'
import { useScale } from '../../ui/useScale.ts'
import { columnDefs, defaultColDef, selectColumnId, shownRow } from './columnDefs.ts'
import { gridLocale, gridModules } from './gridSetup.ts'
import { cellText, type ColumnChoice, isColumnKey, isSortable, leadColumn } from './listColumns.ts'
import { blockSize, fetchBlock } from './listRows.ts'
import { defaultSort, type MemberQuery } from './listView.ts'
import { RosterContext } from './rosterContext.ts'

interface RosterGridProps {
  readonly query: MemberQuery
  readonly total: number
  /** Changes when rows already fetched may have changed. */
  readonly stamp: number
  readonly columns: readonly ColumnChoice[]
  readonly onColumns: (columns: readonly ColumnChoice[]) => void
  readonly onSort: (sort: MemberQuery['sort']) => void
  readonly onSelectAll: () => void
  readonly onFailure: (error: unknown) => void
  /** Row to show and focus at first: where the user came back from. */
  readonly startAt: number | null
}

type KeyEvent = CellKeyDownEvent<MemberListRow> | FullWidthCellKeyDownEvent<MemberListRow>

const sortFields = memberSort.shape.field.options

function sortOf(api: GridApi<MemberListRow>): MemberQuery['sort'] {
  const sorted = api.getColumnState().find((column) => column.sort !== null && column.sort !== undefined)
  if (sorted === undefined || !isColumnKey(sorted.colId) || !isSortable(sorted.colId)) return defaultSort
  const field = sortFields.find((each) => each === sorted.colId) ?? 'name'
  return { field, descending: sorted.sort === 'desc' }
}

// Widths are remembered for the dense scale; large type needs a fifth more.
const widthFactors = { dense: 1, large: 1.2 } as const

function columnsOf(api: GridApi<MemberListRow>, factor: number): readonly ColumnChoice[] {
  return api
    .getColumnState()
    .flatMap(({ colId, width }) =>
      isColumnKey(colId) && typeof width === 'number'
        ? [{ key: colId, width: Math.round(width / factor) }]
        : [],
    )
}

function useDatasource({ query, onFailure }: Pick<RosterGridProps, 'query' | 'onFailure'>): IDatasource {
  const client = useQueryClient()
  return useMemo(
    () => ({
      getRows: (params) => {
        fetchBlock(client, query, params.startRow, blockSize).then(
          (page) => params.successCallback([...page.rows], page.total),
          (error: unknown) => {
            params.failCallback()
            onFailure(error)
          },
        )
      },
    }),
    [client, query, onFailure],
  )
}

export function RosterGrid(props: RosterGridProps) {
  const { query, total, stamp, columns, onColumns, onSort, startAt } = props
  const { selected, revealed, onToggle, onReveal, onOpen } = useContext(RosterContext)
  const grid = useRef<AgGridReact<MemberListRow>>(null)
  const { scale } = useScale()
  const theme = useMemo(() => gridThemeOf(scale), [scale])
  const datasource = useDatasource(props)
  const factor = widthFactors[scale]
  const defs = useMemo(
    () => columnDefs(columns, factor, query.sort, revealed),
    [columns, factor, query.sort, revealed],
  )

  const showSelection = useCallback(
    (api: GridApi<MemberListRow>) => {
      api.forEachNode((node) => {
        const wanted = node.id !== undefined && selected.has(node.id)
        if (node.data !== undefined && (node.isSelected() ?? false) !== wanted)
          node.setSelected(wanted, false, 'api')
      })
    },
    [selected],
  )
  useEffect(() => {
    if (grid.current?.api !== undefined) showSelection(grid.current.api)
  }, [showSelection])

  const last = useRef({ query, stamp })
  useEffect(() => {
    const api = grid.current?.api
    if (last.current.query !== query) api?.ensureIndexVisible(0, 'top')
    else if (last.current.stamp !== stamp) api?.refreshInfiniteCache()
    last.current = { query, stamp }
  }, [query, stamp])

  const toFocus = useRef(startAt)
  const comeBack = (api: GridApi<MemberListRow>) => {
    const index = toFocus.current
    if (index === null || api.getDisplayedRowAtIndex(index)?.data === undefined) return
    toFocus.current = null
    if (!(document.activeElement instanceof HTMLInputElement)) api.setFocusedCell(index, leadColumn)
  }

  const onCellKeyDown = ({ event, node, data }: KeyEvent) => {
    if (!(event instanceof KeyboardEvent) || data === undefined || node.rowIndex === null) return
    if (event.key === 'Enter') onOpen(node.rowIndex, data.id)
    else if (event.key === 'F2') onReveal?.(data.id)
    else if (event.key === ' ') onToggle(node.rowIndex, data, event.shiftKey)
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') props.onSelectAll()
  }
  const onRowClicked = ({ event, node, data }: RowClickedEvent<MemberListRow>) => {
    if (!(event instanceof MouseEvent) || data === undefined || node.rowIndex === null) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) onToggle(node.rowIndex, data, event.shiftKey)
  }
  const onColumnsChanged = ({
    api,
    finished,
    source,
  }: ColumnMovedEvent<MemberListRow> | ColumnResizedEvent<MemberListRow>) => {
    if (finished && source.startsWith('ui')) onColumns(columnsOf(api, factor))
  }
  const onSortChanged = ({ api, source }: SortChangedEvent<MemberListRow>) => {
    if (source === 'uiColumnSorted') onSort(sortOf(api))
  }
  const onCopy = (event: ClipboardEvent) => {
    const api = grid.current?.api
    const focused = api?.getFocusedCell()
    const id = focused?.column.getColId() ?? selectColumnId
    const row =
      focused === null || focused === undefined
        ? undefined
        : api?.getDisplayedRowAtIndex(focused.rowIndex)?.data
    if (row === undefined || !isColumnKey(id) || window.getSelection()?.isCollapsed === false) return
    event.clipboardData.setData('text/plain', cellText(shownRow(row, revealed), id))
    event.preventDefault()
  }

  return (
    <div className="roster-grid" onCopy={onCopy}>
      <AgGridReact<MemberListRow>
        ref={grid}
        modules={gridModules}
        theme={theme}
        styleNonce={documentNonce()}
        localeText={gridLocale}
        rowModelType="infinite"
        datasource={datasource}
        cacheBlockSize={blockSize}
        maxBlocksInCache={10}
        infiniteInitialRowCount={total}
        blockLoadDebounceMillis={40}
        getRowId={({ data }) => data.id}
        columnDefs={defs}
        defaultColDef={defaultColDef}
        rowSelection={{
          mode: 'multiRow',
          checkboxes: false,
          headerCheckbox: false,
          enableClickSelection: false,
        }}
        suppressMultiSort
        suppressDragLeaveHidesColumns
        tooltipShowMode="whenTruncated"
        tooltipShowDelay={500}
        onCellKeyDown={onCellKeyDown}
        onRowClicked={onRowClicked}
        onRowDoubleClicked={({ node, data }) => data !== undefined && onOpen(node.rowIndex ?? 0, data.id)}
        onColumnMoved={onColumnsChanged}
        onColumnResized={onColumnsChanged}
        onSortChanged={onSortChanged}
        onModelUpdated={({ api }) => {
          showSelection(api)
          comeBack(api)
        }}
        onFirstDataRendered={({ api }) => {
          if (toFocus.current !== null && toFocus.current < total)
            api.ensureIndexVisible(toFocus.current, 'middle')
        }}
      />
    </div>
  )
}
