import { App, Button, type InputRef } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberListRow } from '#shared/contract/members.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, LoadingState, NoRightState } from '../../ui/states.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { memberTarget } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { BulkBar, useSelectAll } from './BulkBar.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { FilterBar } from './FilterBar.tsx'
import { blockSize, selectionLimit } from './listRows.ts'
import { emptyView, isNarrowed, type MemberQuery } from './listView.ts'
import { NoMatch, NoMembers } from './MemberListEmpty.tsx'
import { OrganizationFilter } from './OrganizationFilter.tsx'
import { RosterContext } from './rosterContext.ts'
import { RosterGrid } from './RosterGrid.tsx'
import { useChosen } from './useChosen.ts'
import { useListLayout } from './useListLayout.ts'
import { useListPlace, useListView } from './useListView.ts'
import { useReveal } from './useReveal.ts'
import { type Selection, useSelection } from './useSelection.ts'
import './members.css'

/** The first block: says how many there are, and follows every change of the roster. */
function useFirstBlock(query: MemberQuery) {
  const first = useCall('members.list', { ...query, offset: 0, limit: blockSize }, { keepPrevious: true })
  const [shown, setShown] = useState<MemberQuery | null>(null)
  // The grid keeps the old list until the new one has arrived, so that typing does not flicker.
  if (first.isSuccess && !first.isPlaceholderData && shown !== query) setShown(query)
  return { first, shown }
}

function useToggle(selection: Selection) {
  const { message } = App.useApp()
  return useCallback(
    (index: number, row: MemberListRow, extend: boolean) => {
      if (!extend) {
        selection.toggle(index, row)
        return
      }
      selection.extendTo(index).then(
        (ok) => ok || message.warning(`一次最多选择 ${selectionLimit} 人。`),
        (error: unknown) => message.error(errorText(error)),
      )
    },
    [message, selection],
  )
}

export function MemberListPage() {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const canWrite = useHasRight('member.write')
  const canImport = useHasRight('import.write')
  const canExport = useHasRight('document.export')
  const canReveal = useHasRight('member.reveal')
  const { view, query, setView } = useListView()
  const { first, shown } = useFirstBlock(query)
  const layout = useListLayout()
  const selection = useSelection(query)
  const { revealed, toggle: onReveal } = useReveal()
  const { place, setPlace } = useListPlace()
  const onToggle = useToggle(selection)
  const { organizationName, dayAddress } = useChosen(view.organizationId)
  const textRef = useRef<InputRef>(null)
  const total = first.data?.total ?? 0
  const onSelectAll = useSelectAll(selection, total)
  useShortcut('Ctrl+F', '在名册中筛选', () => textRef.current?.focus({ cursor: 'all' }))

  const newAddress = view.organizationId === null ? '/members/new' : `/members/new?org=${view.organizationId}`
  const exportAddress =
    view.organizationId === null ? '/members/export' : `/members/export?org=${view.organizationId}`
  useShortcut('Alt+N', '新增党员', () => void navigate(newAddress), canWrite)
  const cells = useMemo(
    () => ({
      selected: selection.rows,
      onToggle,
      revealed,
      onReveal: canReveal ? onReveal : null,
      onOpen: (index: number, id: string) => {
        setPlace({ id, query, index })
        void navigate(`/members/${id}`)
      },
    }),
    [selection.rows, onToggle, revealed, canReveal, onReveal, setPlace, query, navigate],
  )
  const onFailure = useCallback((error: unknown) => void message.error(errorText(error)), [message])
  const clear = () => setView({ ...emptyView, sort: view.sort })
  const [startAt] = useState(() =>
    place !== null && JSON.stringify(place.query) === JSON.stringify(query) ? place.index : null,
  )

  const list = () => {
    if (first.error?.code === 'FORBIDDEN') return <NoRightState what="查看党员花名册" />
    if (first.isError && first.data === undefined) {
      return <ErrorState error={first.error} onRetry={() => void first.refetch()} />
    }
    if (shown === null || layout.isLoading) return <LoadingState lines={14} />
    if (total === 0 && !first.isPlaceholderData) {
      return isNarrowed(view) ? (
        <NoMatch onClear={clear} />
      ) : (
        <NoMembers onShowAll={() => setView({ ...view, status: 'all' })} />
      )
    }
    return (
      <RosterGrid
        query={shown}
        total={total}
        stamp={first.dataUpdatedAt}
        columns={layout.columns}
        onColumns={layout.setColumns}
        onSort={(sort) => setView({ ...view, sort })}
        onSelectAll={onSelectAll}
        onFailure={onFailure}
        startAt={startAt}
      />
    )
  }

  return (
    <Page
      fill
      title="党员花名册"
      subtitle={
        <span aria-live="polite">{first.isSuccess ? `共 ${total.toLocaleString('zh-CN')} 人` : ''}</span>
      }
      actions={
        <>
          {dayAddress !== null && <Button onClick={() => void navigate(dayAddress)}>查看过去某日</Button>}
          {canImport && <Button onClick={() => void navigate('/imports')}>导入花名册</Button>}
          {canExport && <Button onClick={() => void navigate(exportAddress)}>导出名册</Button>}
          {canWrite && (
            <Button type="primary" onClick={() => void navigate(newAddress)}>
              新增党员
            </Button>
          )}
        </>
      }
      toolbar={
        <FilterBar
          view={view}
          onView={setView}
          organizationName={organizationName}
          textRef={textRef}
          end={
            <>
              <UndoLastButton target={memberTarget} />
              <ColumnChooser columns={layout.columns} onColumns={layout.setColumns} />
            </>
          }
        />
      }
    >
      <RosterContext value={cells}>
        <div className="roster">
          {layout.showsTree ? (
            <OrganizationFilter
              chosen={view.organizationId}
              onChoose={(organizationId) => setView({ ...view, organizationId })}
              onFold={() => layout.setShowsTree(false)}
            />
          ) : (
            <button type="button" className="org-filter-folded" onClick={() => layout.setShowsTree(true)}>
              党组织
            </button>
          )}
          <div className="roster-main">
            <div className="roster-list">{list()}</div>
            {selection.rows.size > 0 && (
              <BulkBar query={query} total={total} selection={selection} onSelectAll={onSelectAll} />
            )}
            <div className="roster-foot">
              <span className="number">{first.isSuccess && `共 ${total.toLocaleString('zh-CN')} 人`}</span>
              {revealed.size > 0 && (
                <span aria-live="polite">已显示 {revealed.size} 人的敏感信息，查看已记入日志</span>
              )}
              {total > 0 && (
                <span className="roster-keys">
                  方向键移动，Enter 打开，空格选择，Shift 连选，{canReveal && 'F2 显示敏感信息，'}Ctrl+C 复制
                </span>
              )}
            </div>
          </div>
        </div>
      </RosterContext>
    </Page>
  )
}
