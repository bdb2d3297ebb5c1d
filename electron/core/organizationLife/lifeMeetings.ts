import type { ReadDb } from '#db/database.ts'
import { getLifeMeetings, heldDays, listLifeProblems } from '#db/queries/lifeMeetings.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { branchesWithout, listYearly } from '#db/queries/organizationLife.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { shownTexts } from '../records/developmentRows.ts'
import { lifeMeetingRow } from '../records/lifeMeetingDetail.ts'

export function listLifeMeetings(
  db: ReadDb,
  { organizationId, year, offset, limit }: RouteInput<'lifeMeetings.list'>,
  today: DateOnly,
): RouteOutput<'lifeMeetings.list'> {
  const asked = { organizationId, year }
  const { ids, total } = listYearly(db, 'life_meetings', asked, { offset, limit })
  const found = getLifeMeetings(db, ids)
  const names = organizationNames(db)
  const days = heldDays(
    db,
    found.flatMap(({ meetingId }) => meetingId ?? []),
  )
  const problems = Map.groupBy(listLifeProblems(db, ids), ({ lifeMeetingId }) => lifeMeetingId)
  const rows = found.map((each) =>
    shownTexts(
      lifeMeetingRow(
        each,
        names.get(each.organizationId) ?? '',
        days.get(each.meetingId ?? '') ?? null,
        problems.get(each.id) ?? [],
        today,
      ),
      ['theme'],
      db,
    ),
  )
  return { rows, total, without: branchesWithout(db, 'life_meetings', asked, { offset: 0, limit: 0 }).total }
}
