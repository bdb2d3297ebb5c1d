import { Link } from 'react-router'
import type { DevelopmentDue } from '#shared/contract/developmentRows.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { type DateOnly, formatPartialDate, partialDate } from '#shared/lib/dates.ts'
import { deadlineDay, deadlineTitle, fileAddress, isOverdue } from '../../../lib/developmentWords.ts'
import { today } from '../../../lib/today.ts'
import { calendarAddress, type CalendarView, weeksOf } from './quarter.ts'

type Day = RouteOutput<'calendar.year'>['days'][number]

interface MonthProps {
  readonly first: DateOnly
  readonly view: CalendarView
  readonly byDay: ReadonlyMap<DateOnly, readonly DevelopmentDue[]>
  /** Empty until the work calendar is read. */
  readonly days: ReadonlyMap<DateOnly, Day>
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** Names that fit a cell; the rest are in the list of the day. */
const mostNames = 3

/** A month, Monday first: who has something to be done by the day, days off in grey. */
export function Month({ first, view, byDay, days }: MonthProps) {
  const title = formatPartialDate(partialDate(first.slice(0, 7)))
  return (
    <table className="dev-month">
      <caption>{title}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" abbr={`星期${name}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, weekday) =>
              day === null ? (
                <td key={weekdays[weekday]}>{'\u00a0'}</td>
              ) : (
                <DayCell key={day} day={day} view={view} dues={byDay.get(day) ?? []} known={days.get(day)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  readonly day: DateOnly
  readonly view: CalendarView
  readonly dues: readonly DevelopmentDue[]
  readonly known: Day | undefined
}

function DayCell({ day, view, dues, known }: DayCellProps) {
  const now = today()
  const classes = [
    ...(known?.isWorkingDay === false ? ['dev-day-off'] : []),
    ...(day === now ? ['dev-day-now'] : []),
    ...(day === view.day ? ['dev-day-chosen'] : []),
  ]
  // Somebody with two things on one day stands there once.
  const people = [...Map.groupBy(dues, ({ fileId }) => fileId)]
  const rest = people.length - mostNames
  return (
    <td className={classes.join(' ')} {...(day === now ? { 'aria-current': 'date' as const } : {})}>
      <div className="dev-day-no">
        {dues.length === 0 ? (
          Number(day.slice(8))
        ) : (
          <Link
            to={calendarAddress({ ...view, day })}
            aria-label={`${formatPartialDate(day)}，${dues.length} 项`}
          >
            {Number(day.slice(8))}
          </Link>
        )}
      </div>
      {people.slice(0, rest > 0 ? mostNames - 1 : mostNames).map(([fileId, own]) => (
        <Link
          key={fileId}
          className={
            own.some((due) => isOverdue(due, now))
              ? 'dev-day-name ellipsis dev-day-late'
              : 'dev-day-name ellipsis'
          }
          to={fileAddress(fileId)}
          title={own
            .map(
              (due) => `${due.name}（${due.organizationName}）${deadlineDay(due, now)} ${deadlineTitle(due)}`,
            )
            .join('\n')}
        >
          {own[0]?.name}
        </Link>
      ))}
      {rest > 0 && (
        <Link
          className="dev-day-name"
          to={calendarAddress({ ...view, day })}
          aria-label={`${formatPartialDate(day)}全部 ${dues.length} 项`}
        >
          +{rest + 1}
        </Link>
      )}
    </td>
  )
}
