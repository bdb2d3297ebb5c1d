import type { ReadDb } from '#db/database.ts'
import { listCalendarDays } from '#db/queries/calendarDays.ts'
import year2024 from '#resources/holidays/2024.json' with { type: 'json' }
import year2025 from '#resources/holidays/2025.json' with { type: 'json' }
import year2026 from '#resources/holidays/2026.json' with { type: 'json' }
import {
  type HolidayYear,
  holidayYearSchema,
  makeWorkCalendar,
  type WorkCalendar,
  withSetDays,
} from '#shared/domain/workingDays.ts'

/** The calendars that come with the program; a later version brings more, and until then days are set by hand. */
export const packagedYears: readonly HolidayYear[] = [year2024, year2025, year2026].map((year) =>
  holidayYearSchema.parse(year),
)

const packaged = makeWorkCalendar(packagedYears)

/** Working days as this office counts them: the program's calendar, and over it the days set here. */
export function readWorkCalendar(db: ReadDb): WorkCalendar {
  return withSetDays(packaged, listCalendarDays(db, null))
}
