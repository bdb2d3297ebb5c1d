import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { electionStatuses } from '#shared/domain/electionWords.ts'
import { electionStatusLabels } from '#shared/labels/elections.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { ElectionTable } from './ElectionTable.tsx'
import { addressOf, electionTarget, listInput, viewFromParams } from './electionView.ts'
import { ReminderDialog } from './ReminderDialog.tsx'
import { StartElectionDialog } from './StartElectionDialog.tsx'
import './elections.css'

/** 换届选举: what is under way and what has been, with the next step of each. `?start=` opens the form for an organisation, `?remind=` the letters. */
export function ElectionListPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = viewFromParams(params)
  const wanted = params.get('start')
  const [isStarting, setIsStarting] = useState(wanted !== null)
  const [isReminding, setIsReminding] = useState(params.get('remind') !== null)
  const canWrite = useHasRight('organization.write')
  const canExport = useHasRight('document.export')
  const list = useCall('elections.list', listInput(view), { keepPrevious: true })
  const tree = useCall('organizations.tree', { includeEnded: false })
  const { status, organizationId } = view
  const isNarrowed = status !== null || organizationId !== null
  const start = () => setIsStarting(true)
  useShortcut('Alt+N', '发起换届', start, canWrite)
  const counts = list.data?.counts
  const all = counts === undefined ? undefined : electionStatuses.reduce((sum, each) => sum + counts[each], 0)
  const total = status === null ? all : counts?.[status]
  return (
    <Page
      title="换届选举"
      subtitle={<span aria-live="polite">{total === undefined ? '' : `共 ${total} 次`}</span>}
      actions={
        <>
          {canExport && <Button onClick={() => setIsReminding(true)}>提醒函、督办函</Button>}
          {canWrite && (
            <Button type="primary" onClick={start}>
              发起换届
            </Button>
          )}
        </>
      }
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs
              label="状态"
              tabs={[null, ...electionStatuses].map((each) => ({
                to: addressOf({ ...view, status: each, page: 1 }),
                label: each === null ? '全部' : electionStatusLabels[each],
                count: each === null ? all : counts?.[each],
                isCurrent: each === status,
              }))}
            />
          </div>
          <Toolbar label="筛选" end={<UndoLastButton target={electionTarget} />}>
            <OrganizationFilter
              value={organizationId}
              onChoose={(id) => void navigate(addressOf({ ...view, organizationId: id, page: 1 }))}
            />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看换届选举" lines={10}>
        {({ rows }) =>
          rows.length === 0 ? (
            isNarrowed ? (
              <EmptyState
                title="没有符合条件的换届选举"
                actions={<Button onClick={() => void navigate('/elections')}>看全部</Button>}
              />
            ) : (
              <EmptyState
                title="还没有换届选举"
                text="届期将满的党组织在这里发起换届：十二步流程、全套文书、候选人和应到会人数、投票结果逐项登记，确认后自动进入新一届。"
                {...(canWrite ? { actions: <Button onClick={start}>发起换届</Button> } : {})}
              />
            )
          ) : (
            <ElectionTable
              rows={rows}
              total={total ?? rows.length}
              page={view.page}
              onPage={(page) => void navigate(addressOf({ ...view, page }))}
            />
          )
        }
      </QueryBoundary>
      {isReminding && <ReminderDialog onClose={() => setIsReminding(false)} />}
      {isStarting && (
        <StartElectionDialog
          nodes={tree.data?.nodes ?? []}
          organizationId={wanted ?? organizationId}
          onCancel={() => setIsStarting(false)}
        />
      )}
    </Page>
  )
}
