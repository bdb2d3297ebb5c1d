import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { AttendanceRow } from '#shared/contract/meetingRows.ts'
import { meetingsAddress } from '../../lib/meetingAddresses.ts'
import { attendanceAddress, branchYearAddress } from '../../lib/meetingPages.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import {
  type AttendanceFilter,
  attendanceFilterLabels,
  attendanceFilters,
  filtered,
  rateWords,
  totalRate,
} from './attendanceWords.ts'
import { addressOf, meetingTarget } from './completionView.ts'
import { ExportAttendance } from './ExportAttendance.tsx'
import { MakeUpDialog } from './MakeUpDialog.tsx'
import './completion.css'

/** 出勤情况: who came to the meetings of a branch over a year, and who has something to make up. */
export function AttendancePage() {
  const { organizationId = '' } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const year = yearOf(params)
  const filter = attendanceFilters.find((each) => each === params.get('only')) ?? null
  const [chosen, setChosen] = useState<AttendanceRow | null>(null)
  const found = useCall('meetings.attendance', { organizationId, year }, { keepPrevious: true })
  const tree = useCall('organizations.tree', { includeEnded: true })
  const name = tree.data?.nodes.find(({ id }) => id === organizationId)?.shortName ?? '党支部'
  const rows = found.data?.rows ?? []
  const total = totalRate(rows)
  const rate = rateWords(total)
  const show = (only: AttendanceFilter | null) =>
    void navigate(`${attendanceAddress(organizationId, year)}${only === null ? '' : `&only=${only}`}`)
  return (
    <Page
      title="出勤情况"
      subtitle={
        <span aria-live="polite">
          {year}年{rate === null ? '' : `，出勤率 ${rate}（${total.present} / ${total.owed} 人次）`}
        </span>
      }
      breadcrumb={[
        { label: '完成情况', to: addressOf({ year }) },
        { label: name, to: branchYearAddress(organizationId, year) },
      ]}
      actions={<ExportAttendance organizationId={organizationId} year={year} />}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('completion')} />
            <div className="toolbar-end">
              <UndoLastButton target={meetingTarget} />
            </div>
          </div>
          <Toolbar label="年份和人员">
            <YearLinks year={year} to={(each) => attendanceAddress(organizationId, each)} />
            <ChoiceFilter
              label="人员"
              all="全部人员"
              choices={attendanceFilters.map((value) => ({ value, label: attendanceFilterLabels[value] }))}
              value={filter}
              onChoose={show}
            />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={found} what="查看出勤情况" lines={12}>
        {(data) => (
          <>
            <p className="muted duty-note">
              出勤率＝实到 ÷（应到－请假）。高龄、失能党员送学上门，没有到会的不算进出勤率；列席的不算。
              {data.countsOnly > 0 && `另有 ${data.countsOnly} 次会议只记了人数，没有名单，不在内。`}
            </p>
            {data.rows.length === 0 ? (
              <EmptyState
                title={`${year}年还没有记到人的会议`}
                text="会议记录里逐人登记到会、请假、缺席后，这里按人汇总。"
                actions={<LinkButton to={meetingsAddress({ organizationId })}>看会议记录</LinkButton>}
              />
            ) : (
              <AttendanceTable
                rows={filtered(data.rows, filter)}
                organizationId={organizationId}
                year={year}
                onMakeUp={setChosen}
              />
            )}
          </>
        )}
      </QueryBoundary>
      {chosen !== null && <MakeUpDialog row={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}
