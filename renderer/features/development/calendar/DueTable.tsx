import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { DevelopmentDue } from '#shared/contract/developmentRows.ts'
import { formatDots, formatPartialDate } from '#shared/lib/dates.ts'
import { deadlineTitle, dueKey, fileAddress, isOverdue } from '../../../lib/developmentWords.ts'
import { today } from '../../../lib/today.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { ruleId } from '../../../ui/ruleId.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { calendarAddress, type CalendarView, quarterText, weekdayOf } from './quarter.ts'

interface DueTableProps {
  /** Of the day chosen, else of the quarter; by day. */
  readonly dues: readonly DevelopmentDue[]
  readonly view: CalendarView
}

const pageSize = 50

const columns: TableColumnsType<DevelopmentDue> = [
  {
    title: '日期',
    key: 'on',
    width: '12em',
    render: (_, { on }) => (
      <span className="number">
        {formatDots(on)} <span className="muted">周{'日一二三四五六'[weekdayOf(on)]}</span>
      </span>
    ),
  },
  {
    title: '姓名',
    key: 'name',
    width: '10em',
    ellipsis: true,
    render: (_, { fileId, name }) => (
      <Link to={fileAddress(fileId)} title={name}>
        {name}
      </Link>
    ),
  },
  {
    title: '所在党支部',
    key: 'organization',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  {
    title: '要办的事',
    key: 'what',
    ellipsis: true,
    render: (_, due) => `第${due.step}步 ${deadlineTitle(due)}`,
  },
  {
    title: '期限',
    key: 'kind',
    width: '10em',
    render: (_, due) =>
      isOverdue(due, today()) ? (
        <span className="dev-day-late">逾期</span>
      ) : due.kind === 'due' ? (
        '最迟这一天'
      ) : (
        '这一天起可以办'
      ),
  },
  { title: '规则', key: 'rule', width: '6em', render: (_, { code }) => ruleId(code) },
]

/** The calendar as a list. */
export function DueTable({ dues, view }: DueTableProps) {
  const { day } = view
  return (
    <SectionCard
      title={day === null ? quarterText(view.quarter) : formatPartialDate(day)}
      {...(day === null
        ? {}
        : {
            extra: (
              <LinkButton small to={calendarAddress({ ...view, day: null })}>
                看整个季度
              </LinkButton>
            ),
          })}
    >
      {dues.length === 0 ? (
        <p className="muted">这一天没有到期的事</p>
      ) : (
        <Table<DevelopmentDue>
          size="small"
          rowKey={dueKey}
          tableLayout="fixed"
          dataSource={[...dues]}
          columns={columns}
          pagination={{ pageSize, showSizeChanger: false, hideOnSinglePage: true }}
        />
      )}
    </SectionCard>
  )
}
