import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { courseStates } from '#shared/domain/development/states.ts'
import { developmentTabs } from '../../../lib/developmentTabs.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { today } from '../../../lib/today.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { Board } from '../board/Board.tsx'
import { DevelopmentEmpty } from './DevelopmentEmpty.tsx'
import { DevelopmentTable } from './DevelopmentTable.tsx'
import { DevelopmentToolbar } from './DevelopmentToolbar.tsx'
import { addressOf, isNarrowed, listInput, type ListView, viewFromParams } from './listView.ts'
import { StateTabs } from './StateTabs.tsx'
import './list.css'

const typingPauseMs = 250
const newFile = '/development/new'

/** 发展党员: who is on the way, how far, and what comes next; as a table or as a board of the five stages. */
export function DevelopmentPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const settled = useDebounced(text, typingPauseMs)
  const view = viewFromParams(params)
  const canWrite = useHasRight('member.write')
  const canImport = useHasRight('import.write')
  const list = useCall('development.list', listInput(view, settled, today()), { keepPrevious: true })
  const go = (next: Partial<ListView>): void => void navigate(addressOf({ ...view, page: 1, ...next }))
  const clear = () => {
    setText('')
    void navigate(addressOf({ shape: view.shape }))
  }
  useShortcut('Alt+N', '新建发展档案', () => void navigate(newFile), canWrite)
  const empty = (
    <DevelopmentEmpty
      hasAny={list.data !== undefined && hasAny(list.data)}
      isNarrowed={isNarrowed(view, settled)}
      canWrite={canWrite}
      canImport={canImport}
      onClear={clear}
    />
  )
  return (
    <Page
      title="发展党员"
      subtitle={
        <span aria-live="polite">
          {list.isSuccess && view.shape === 'table' ? `共 ${list.data.total} 人` : ''}
        </span>
      }
      actions={
        <>
          {canImport && <LinkButton to="/imports?kind=development">导入发展党员台账</LinkButton>}
          {canWrite && (
            <LinkButton primary to={newFile}>
              新建发展档案
            </LinkButton>
          )}
        </>
      }
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="发展党员" tabs={developmentTabs('list', true)} />
            <div className="toolbar-end">
              <LinkTabs
                label="怎样显示"
                tabs={[
                  { shape: 'table', label: '列表' } as const,
                  { shape: 'board', label: '看板' } as const,
                ].map(({ shape, label }) => ({
                  to: addressOf({ ...view, shape, page: 1 }),
                  label,
                  isCurrent: view.shape === shape,
                }))}
              />
            </div>
          </div>
          {view.shape === 'table' && <StateTabs view={view} counts={list.data?.counts} />}
          <DevelopmentToolbar
            view={view}
            counts={list.data?.counts}
            text={text}
            onText={setText}
            onView={go}
            onClear={clear}
          />
        </>
      }
    >
      <QueryBoundary query={list} what="查看发展党员" lines={10}>
        {(data) => {
          if (view.shape === 'board' && (hasAny(data) || isNarrowed(view, settled))) {
            return <Board view={view} text={settled} />
          }
          if (data.total === 0) return empty
          return (
            <DevelopmentTable
              rows={data.rows}
              total={data.total}
              page={view.page}
              onPage={(page) => void navigate(addressOf({ ...view, page }))}
            />
          )
        }}
      </QueryBoundary>
    </Page>
  )
}

function hasAny({ counts }: RouteOutput<'development.list'>): boolean {
  return courseStates.some((state) => counts.byState[state] > 0)
}
