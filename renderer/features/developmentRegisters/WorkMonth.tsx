import { formatPartialDate, partialDate } from '#shared/lib/dates.ts'
import { isWeekend, markOf, type Workday, weekdayOf, type WorkMonthDays } from './workdays.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

const marks = { off: '休', worked: '班' } as const

/** `10月1日 星期四 国庆节 休息`. */
function spoken(day: Workday): string {
  const date = formatPartialDate(day.day).replace(/^\d+年/, '')
  return [
    date,
    `星期${'日一二三四五六'[weekdayOf(day.day)]}`,
    ...(day.name === null ? [] : [day.name]),
    day.isWorkingDay ? '上班' : '休息',
    ...(day.set === null ? [] : ['改过']),
  ].join(' ')
}

interface WorkMonthProps {
  readonly month: WorkMonthDays
  /** Absent for whoever may not change them. */
  readonly onChoose?: (day: Workday) => void
}

export function WorkMonth({ month: { first, lead, days }, onChoose }: WorkMonthProps) {
  const title = formatPartialDate(partialDate(first))
  return (
    <section className="dev-work-month" aria-label={title}>
      <h2>{title.replace(/^\d+年/, '')}</h2>
      <div className="dev-work-days">
        {weekdays.map((name) => (
          <span key={name} className="dev-work-weekday" aria-hidden="true">
            {name}
          </span>
        ))}
        {days.map((day, n) => (
          <span
            key={day.day}
            className="dev-work-cell"
            // The first day stands under its weekday, the others follow.
            {...(n === 0 ? { style: { gridColumnStart: lead + 1 } } : {})}
          >
            {onChoose === undefined ? (
              <span className={classOf(day)} title={spoken(day)}>
                <Inside day={day} />
              </span>
            ) : (
              <button
                type="button"
                className={classOf(day)}
                title={spoken(day)}
                onClick={() => onChoose(day)}
              >
                <Inside day={day} />
              </button>
            )}
          </span>
        ))}
      </div>
    </section>
  )
}

function classOf(day: Workday): string {
  const mark = markOf(day)
  return [
    'dev-work-day',
    ...(day.isWorkingDay ? [] : ['dev-work-free']),
    ...(mark === null ? [] : [`dev-work-${mark}`]),
    ...(day.set === null ? [] : ['dev-work-set']),
    ...(isWeekend(day.day) ? ['dev-work-weekend'] : []),
  ].join(' ')
}

function Inside({ day }: { readonly day: Workday }) {
  const mark = markOf(day)
  return (
    <>
      <span className="visually-hidden">{spoken(day)}</span>
      <span aria-hidden="true">
        <span className="number">{Number(day.day.slice(8))}</span>
        {mark !== null && <span className="dev-work-word">{marks[mark]}</span>}
      </span>
    </>
  )
}
