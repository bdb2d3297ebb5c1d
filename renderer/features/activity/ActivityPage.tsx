import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { daysOf } from '../../lib/period.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState, LoadingState, NoRightState } from '../../ui/states.tsx'
import { type ActivityFilter, filterInput, isNarrowed, noFilter } from './activityFilter.ts'
import { ActivityTable } from './ActivityTable.tsx'
import { ActivityToolbar } from './ActivityToolbar.tsx'
import { useEntryPlace } from './useEntryPlace.ts'
import './activity.css'

const title = '操作记录'
const pageSize = 50
const typingPauseMs = 250

/** Every write of the office, and the way to take one back. */
export function ActivityPage() {
  const canRead = useHasRight('activity.read')
  const [params] = useSearchParams()
  const pointed = Number(params.get('seq'))
  const seq = Number.isInteger(pointed) && pointed > 0 ? pointed : null
  const place = useEntryPlace(canRead ? seq : null)
  if (!canRead) {
    return (
      <Page title={title}>
        <NoRightState what="查看操作记录" />
      </Page>
    )
  }
  if (seq !== null && place.isPending) {
    return (
      <Page title={title}>
        <LoadingState lines={12} />
      </Page>
    )
  }
  return <ActivityList key={seq} seq={seq} place={place.data ?? null} />
}

interface ActivityListProps {
  /** The entry an address points at. */
  readonly seq: number | null
  /** How many stand before it; null when it cannot be shown. */
  readonly place: number | null
}

function ActivityList({ seq, place }: ActivityListProps) {
  const [filter, setFilter] = useState<ActivityFilter>(noFilter)
  const [page, setPage] = useState(place === null ? 1 : Math.floor(place / pageSize) + 1)
  const settled = useDebounced(filter, typingPauseMs)
  const { problem } = daysOf(filter.period, today())
  const list = useCall(
    'activity.list',
    { ...filterInput(settled, today()), offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true, fresh: true },
  )
  const total = list.data?.total ?? 0
  return (
    <Page
      title={title}
      subtitle={
        <span aria-live="polite">{list.isSuccess ? `共 ${total.toLocaleString('zh-CN')} 次` : ''}</span>
      }
      toolbar={
        <ActivityToolbar
          filter={filter}
          onFilter={(next) => {
            setFilter(next)
            setPage(1)
          }}
          accounts={list.data?.accounts ?? []}
          problem={problem}
        />
      }
    >
      {seq !== null && place === null && (
        <Alert
          className="activity-notice"
          type="info"
          showIcon
          title="要看的那次操作不在这里：可能不在您的管理范围内，或属于登录、备份一类，由安全审计员查看。"
        />
      )}
      <QueryBoundary query={list} what="查看操作记录" lines={12}>
        {(found) =>
          found.total === 0 ? (
            <NothingFound isFiltered={isNarrowed(settled)} onClear={() => setFilter(noFilter)} />
          ) : (
            <ActivityTable
              rows={found.rows}
              total={found.total}
              page={page}
              pageSize={pageSize}
              onPage={setPage}
              openAt={place === null ? null : seq}
            />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

interface NothingFoundProps {
  readonly isFiltered: boolean
  readonly onClear: () => void
}

function NothingFound({ isFiltered, onClear }: NothingFoundProps) {
  return isFiltered ? (
    <EmptyState
      title="没有符合条件的操作"
      text="可以放宽时间、换一个操作人，或清除全部筛选。"
      actions={<Button onClick={onClear}>清除筛选</Button>}
    />
  ) : (
    <EmptyState
      title="还没有操作记录"
      text="新增、修改、导入、删除都会在这里留下一条：谁、什么时候、改了什么。需要时可以整次撤销。"
      actions={<LinkButton to="/members">去党员花名册</LinkButton>}
    />
  )
}
