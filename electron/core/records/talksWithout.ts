import type { ReadDb } from '#db/database.ts'
import { branchPeople } from '#db/queries/asOf.ts'
import { listPosts } from '#db/queries/posts.ts'
import { isInScope } from '#db/queries/scope.ts'
import { talkedInYear } from '#db/queries/talks.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { isHeldOn, takesSeat } from '#shared/domain/posts.ts'
import { type DateOnly, dateOnly } from '#shared/lib/dates.ts'

/** The day a year is looked at: its last one, or today while it runs. */
export function dayOfYear(year: number, today: DateOnly): DateOnly {
  const last = dateOnly(`${year}-12-31`)
  return last < today ? last : today
}

/** LIFE-07: 委员 and members of a branch, as of the year's day, who neither talked nor were talked to in the year. By name, 委员 first. */
export function readTalksWithout(
  db: ReadDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
  today: DateOnly,
): RouteOutput<'talks.without'> {
  const on = dayOfYear(year, today)
  const seats = listPosts(db, [organizationId]).filter((post) => takesSeat(post) && isHeldOn(post, on))
  const onCommittee = new Set(seats.flatMap(({ memberId }) => memberId ?? []))
  const members = branchPeople(db, [organizationId], on)
  const here = new Set(members.map(({ memberId }) => memberId))
  const people = [
    ...members.map(({ memberId, name, organizationNow }) => ({
      id: memberId,
      memberId: isInScope(db, organizationNow) ? memberId : null,
      name,
      isCommittee: onCommittee.has(memberId),
    })),
    // 委员 from elsewhere, once each whatever posts they hold.
    ...new Map(
      seats
        .filter(({ memberId }) => memberId === null || !here.has(memberId))
        .map(({ memberId, personName }) => [
          memberId ?? personName,
          { id: memberId, memberId: null, name: personName, isCommittee: true },
        ]),
    ).values(),
  ]
  const talked = talkedInYear(db, { organizationId, year, memberIds: people.flatMap(({ id }) => id ?? []) })
  const without = people.filter(
    ({ id, name }) => !(id !== null && talked.ids.has(id)) && !talked.names.has(name),
  )
  return {
    of: people.length,
    people: [
      ...without.filter(({ isCommittee }) => isCommittee),
      ...without.filter(({ isCommittee }) => !isCommittee),
    ].map(({ memberId, name, isCommittee }) => ({ memberId, name, isCommittee })),
  }
}
