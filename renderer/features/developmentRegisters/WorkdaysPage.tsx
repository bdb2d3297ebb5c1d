import { Alert } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { WorkdayDialog } from './WorkdayDialog.tsx'
import { WorkMonth } from './WorkMonth.tsx'
import { monthsOfYear, setDays, type Workday, workYear } from './workdays.ts'
import './registers.css'

/** 工作日历: which days count as working days, as the 公示 of five of them is counted by. */
export function WorkdaysPage() {
  const [params] = useSearchParams()
  const [chosen, setChosen] = useState<Workday | null>(null)
  const canWrite = useHasRight('calendar.write')
  const now = today()
  const year = workYear(params, now)
  const found = useCall('calendar.year', { year }, { keepPrevious: true })
  const to = (each: number) => `/calendar?year=${each}`
  const thisYear = Number(now.slice(0, 4))
  return (
    <Page
      title="工作日历"
      subtitle={`${year}年`}
      toolbar={
        <>
          <RegisterTabs current="workdays" />
          <Toolbar label="年份">
            <LinkButton to={to(year - 1)}>上一年</LinkButton>
            <strong className="number">{year}年</strong>
            <LinkButton to={to(year + 1)}>下一年</LinkButton>
            {year !== thisYear && <LinkButton to={to(thisYear)}>今年</LinkButton>}
            <span className="dev-work-key">
              <span className="dev-work-mark dev-work-off">休</span> 放假
              <span className="dev-work-mark dev-work-worked">班</span> 周末上班
              <span className="dev-work-mark dev-work-set">改</span> 这里改过
            </span>
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={found} what="查看工作日历" lines={10}>
        {({ isKnown, source, days }) => (
          <>
            {!isKnown && (
              <Alert
                className="dev-work-notice"
                type="warning"
                showIcon
                title={`没有${year}年的放假安排，暂按周一至周五上班计算（暂算）。国务院办公厅公布放假通知后，${
                  canWrite ? '点日期逐日改过来' : '请街道党务干事或系统管理员改过来'
                }。`}
              />
            )}
            <p className="muted">
              公示期按工作日计算时用这份日历。{source !== null && `依据：${source}。`}
              {setDays(days).length > 0 && `这里改过 ${setDays(days).length} 天。`}
              {canWrite && '点一个日期可以修改。'}
            </p>
            <div className="dev-work-year">
              {monthsOfYear(days).map((month) => (
                <WorkMonth key={month.first} month={month} {...(canWrite ? { onChoose: setChosen } : {})} />
              ))}
            </div>
          </>
        )}
      </QueryBoundary>
      {chosen !== null && <WorkdayDialog known={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}
