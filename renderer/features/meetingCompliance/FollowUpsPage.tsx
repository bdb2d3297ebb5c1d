import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { FollowUpRow } from '#shared/contract/meetingRows.ts'
import { followUpSubjects } from '#shared/domain/meetings/records.ts'
import { followUpSubjectLabels } from '#shared/labels/meetings.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { CloseFollowUpDialog } from './CloseFollowUpDialog.tsx'
import { meetingTarget } from './completionView.ts'
import { FollowUpTable } from './FollowUpTable.tsx'
import {
  addressOf,
  followUpStateLabels,
  followUpStates,
  type FollowUpView,
  listInput,
  viewFromParams,
} from './followUpView.ts'
import './completion.css'

/** 落实事项: what meetings left to be done, open until somebody closes it. */
export function FollowUpsPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = viewFromParams(params)
  const [chosen, setChosen] = useState<FollowUpRow | null>(null)
  const list = useCall('meetings.followUps', listInput(view), { keepPrevious: true })
  const show = (next: Partial<FollowUpView>): void => void navigate(addressOf({ ...view, page: 1, ...next }))
  return (
    <Page
      title="落实事项"
      subtitle={<span aria-live="polite">{list.data === undefined ? '' : `共 ${list.data.total} 项`}</span>}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('followups')} />
            <div className="toolbar-end">
              <UndoLastButton target={meetingTarget} />
            </div>
          </div>
          <Toolbar label="筛选">
            <LinkTabs
              label="状态"
              tabs={followUpStates.map((state) => ({
                to: addressOf({ ...view, state, page: 1 }),
                label: followUpStateLabels[state],
                count: list.data?.counts[state],
                isCurrent: state === view.state,
              }))}
            />
            <OrganizationFilter
              value={view.organizationId}
              onChoose={(organizationId) => show({ organizationId })}
            />
            <ChoiceFilter
              label="来源"
              all="全部来源"
              choices={followUpSubjects.map((value) => ({ value, label: followUpSubjectLabels[value] }))}
              value={view.subject}
              onChoose={(subject) => show({ subject })}
            />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看落实事项" lines={10}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <NoFollowUps view={view} onAll={() => void navigate(addressOf({ state: view.state }))} />
          ) : (
            <FollowUpTable
              rows={rows}
              total={total}
              page={view.page}
              onPage={(page) => show({ page })}
              onClose={setChosen}
            />
          )
        }
      </QueryBoundary>
      {chosen !== null && <CloseFollowUpDialog row={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}

const emptyTitles = {
  open: '没有未办结的落实事项',
  overdue: '没有逾期的落实事项',
  closed: '还没有办结的落实事项',
} as const

interface NoFollowUpsProps {
  readonly view: FollowUpView
  readonly onAll: () => void
}

function NoFollowUps({ view: { state, organizationId, subject }, onAll }: NoFollowUpsProps) {
  const isNarrowed = organizationId !== null || subject !== null
  return (
    <EmptyState
      title={emptyTitles[state]}
      text="会议议定的事项登记责任人和期限后列在这里，办结时填日期和结果。"
      actions={
        isNarrowed ? (
          <Button onClick={onAll}>看全部</Button>
        ) : (
          <LinkButton to="/meetings">看会议记录</LinkButton>
        )
      }
    />
  )
}
