import type { Database, ReadDb } from '#db/database.ts'
import {
  deleteCalendarDay,
  insertCalendarDay,
  listCalendarDays,
  updateCalendarDay,
} from '#db/queries/calendarDays.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { isWorkingDay } from '#shared/domain/workingDays.ts'
import { addDays, dateOnly, type DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { renewAllDevelopment } from '../records/developmentStatus.ts'
import { momentOf } from '../records/moment.ts'
import { packagedYears, readWorkCalendar } from '../records/workCalendar.ts'

function nameOf(day: DateOnly, year: (typeof packagedYears)[number] | undefined): string | null {
  const holiday = year?.holidays.find(({ from, to }) => from <= day && day <= to)
  if (holiday) return holiday.name
  return year?.workingWeekends.includes(day) ? '调休上班' : null
}

export function calendarYear(db: ReadDb, year: number): RouteOutput<'calendar.year'> {
  const calendar = readWorkCalendar(db)
  const packaged = packagedYears.find((each) => each.year === year)
  const set = new Map(listCalendarDays(db, year).map((each) => [each.day, each]))
  const days: RouteOutput<'calendar.year'>['days'][number][] = []
  const first = dateOnly(`${year}-01-01`)
  for (let day = first; day.slice(0, 4) === first.slice(0, 4); day = addDays(day, 1)) {
    const own = set.get(day)
    days.push({
      day,
      isWorkingDay: isWorkingDay(day, calendar),
      name: own ? own.name : nameOf(day, packaged),
      set: own ? { id: own.id, version: own.version } : null,
    })
  }
  return { year, isKnown: calendar.years.has(year), source: packaged?.source ?? null, days }
}

/** Of every organisation, so only who sees all of them may change it. What was judged by the calendar is judged anew. */
export function setCalendarDay(
  db: Database,
  { day, isWorkingDay: isWorked, name }: RouteInput<'calendar.setDay'>,
  ports: Ports,
): void {
  if (db.read.scope !== null)
    throw new AppError('FORBIDDEN', 'the calendar is of the whole street', {
      messageZh: '工作日历由街道党务干事或系统管理员维护，请联系街道修改',
    })
  const on = dateOnly(day)
  const own = listCalendarDays(db.read, Number(on.slice(0, 4))).find((each) => each.day === on)
  const moment = momentOf(ports)
  if (isWorked === null && !own) return
  db.write((tx) => {
    if (isWorked === null) {
      if (own) deleteCalendarDay(tx, own.id)
    } else if (own) {
      if (!updateCalendarDay(tx, own, { isWorkingDay: isWorked, name }, moment.at))
        throw new AppError('STALE_WRITE', 'day changed since it was read', {
          messageZh: '这一天刚被别人改过，请刷新后再改',
        })
    } else {
      const stamps = { version: 1, createdAt: moment.at, updatedAt: moment.at }
      insertCalendarDay(tx, { id: moment.ids.next(), day: on, isWorkingDay: isWorked, name, ...stamps })
    }
    renewAllDevelopment(tx, moment)
  })
}
