import { useNavigate, useSearchParams } from 'react-router'
import type { DevelopmentDue } from '#shared/contract/developmentRows.ts'
import { developmentTabs } from '../../../lib/developmentTabs.ts'
import { useCall } from '../../../lib/queries.ts'
import { today } from '../../../lib/today.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../../ui/OrganizationFilter.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { DuePapers } from './DuePapers.tsx'
import { DueTable } from './DueTable.tsx'
import { Month } from './Month.tsx'
import {
  besideQuarter,
  calendarAddress,
  calendarView,
  type CalendarView,
  monthsOf,
  quarterOf,
  quarterText,
  spanOf,
} from './quarter.ts'
import './quarter.css'

/** 季度日历: three months with who has what to be done by which day, and the same as a list. */
export function QuarterPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const now = today()
  const view = calendarView(params, now)
  const { quarter, organizationId } = view
  const dues = useCall('development.calendar', { organizationId, ...spanOf(quarter) }, { keepPrevious: true })
  const to = (next: Partial<CalendarView>): string => calendarAddress({ ...view, day: null, ...next })
  const title = quarterText(quarter)
  return (
    <Page
      title="季度日历"
      subtitle={
        <span aria-live="polite">{dues.isSuccess ? `${title}，共 ${dues.data.dues.length} 项` : title}</span>
      }
      actions={<DuePapers view={view} />}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="发展党员" tabs={developmentTabs('quarter', true)} />
          </div>
          <Toolbar label="选择季度和党组织">
            <LinkButton to={to({ quarter: besideQuarter(quarter, -1) })}>上一季度</LinkButton>
            <span className="dev-quarter-title">{title}</span>
            <LinkButton to={to({ quarter: besideQuarter(quarter, 1) })}>下一季度</LinkButton>
            <LinkButton to={to({ quarter: quarterOf(now) })}>本季度</LinkButton>
            <OrganizationFilter
              value={organizationId}
              onChoose={(id) => void navigate(to({ organizationId: id }))}
            />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={dues} what="查看季度日历" lines={10}>
        {(data) => <Quarter dues={data.dues} view={view} />}
      </QueryBoundary>
    </Page>
  )
}

function Quarter({ dues, view }: { readonly dues: readonly DevelopmentDue[]; readonly view: CalendarView }) {
  const year = useCall('calendar.year', { year: view.quarter.year })
  const days = new Map((year.data?.days ?? []).map((each) => [each.day, each]))
  const byDay = Map.groupBy(dues, ({ on }) => on)
  return (
    <>
      <div className="dev-quarter">
        {monthsOf(view.quarter).map((first) => (
          <Month key={first} first={first} view={view} byDay={byDay} days={days} />
        ))}
      </div>
      {year.data?.isKnown === false && (
        <p className="muted small dev-quarter-note">
          没有{view.quarter.year}年的放假安排，休息日按周六、周日暂算。
        </p>
      )}
      {dues.length === 0 ? (
        <EmptyState
          title="这个季度没有到期的事"
          text="谈话、半年考察、公示、大会、审批、预备期满这些有期限的步骤，到了哪一天就列在哪一天。"
          actions={<LinkButton to="/development">看工作台账</LinkButton>}
        />
      ) : (
        <DueTable dues={view.day === null ? dues : (byDay.get(view.day) ?? [])} view={view} />
      )}
    </>
  )
}
