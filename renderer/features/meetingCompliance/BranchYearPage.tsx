import { useParams, useSearchParams } from 'react-router'
import { attendanceAddress, branchYearAddress, planAddress } from '../../lib/meetingPages.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { BranchFindings } from './BranchFindings.tsx'
import { BranchYearTable } from './BranchYearTable.tsx'
import { addressOf, branchInput, meetingTarget } from './completionView.ts'
import { ContactPhone } from './ContactPhone.tsx'
import { NotOwed } from './NotOwed.tsx'
import { percent } from './gridWords.ts'
import { RecordBookButton } from './RecordBookButton.tsx'
import './completion.css'

/** A branch's year: what it owed, what was held, and what is missing by which article. */
export function BranchYearPage() {
  const { organizationId = '' } = useParams()
  const [params] = useSearchParams()
  const year = yearOf(params)
  const grid = useCall('meetings.grid', branchInput(organizationId, year), { keepPrevious: true })
  const found = useCall('meetings.compliance', { organizationId, year }, { keepPrevious: true })
  const row = grid.data?.rows[0]
  const name = found.data?.organizationName ?? row?.organizationName ?? '党支部'
  const rate = row === undefined ? null : percent(row)
  return (
    <Page
      title={name}
      subtitle={
        <span aria-live="polite">
          {year}年{row === undefined || rate === null ? '' : `，完成率 ${rate}（${row.done} / ${row.owed}）`}
        </span>
      }
      breadcrumb={[{ label: '完成情况', to: addressOf({ year }) }]}
      actions={<RecordBookButton organizationId={organizationId} year={year} />}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('completion')} />
            <div className="toolbar-end">
              <UndoLastButton target={meetingTarget} />
            </div>
          </div>
          <Toolbar label="年份">
            <YearLinks year={year} to={(each) => branchYearAddress(organizationId, each)} />
            <LinkButton to={attendanceAddress(organizationId, year)}>出勤情况</LinkButton>
            <LinkButton to={planAddress(organizationId, year)}>年度计划</LinkButton>
            {row !== undefined && <ContactPhone {...row} key={organizationId} />}
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={grid} what="查看完成情况" lines={8}>
        {({ rows: [branch] }) =>
          branch === undefined ? (
            !found.isError && <p className="muted">这个党组织在{year}年没有应开的会议。</p>
          ) : (
            <BranchYearTable row={branch} year={year} />
          )
        }
      </QueryBoundary>
      <QueryBoundary query={found} what="查看缺了什么" lines={6}>
        {(compliance) => (
          <>
            <SectionCard title={`提示 ${compliance.findings.length} 条`}>
              <BranchFindings compliance={compliance} cells={row?.cells ?? []} />
            </SectionCard>
            <NotOwed compliance={compliance} />
          </>
        )}
      </QueryBoundary>
    </Page>
  )
}
