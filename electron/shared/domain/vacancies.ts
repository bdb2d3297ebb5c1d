import { addDays, type DateOnly, daysBetween, firstDay, type PartialDate } from '../lib/dates.ts'
import { isOrganizationLevel, type OrganizationType } from './organizationKinds.ts'
import { isHeldOn, type PostPosition, takesSeat } from './posts.ts'

interface Post {
  readonly personKey: string
  readonly position: PostPosition
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
  readonly isPartTime: boolean
}

export interface Vacancy {
  /** Null for seats of the committee whose post nobody has named. */
  readonly position: 'SJ' | null
  readonly missing: number
  /** The first day it was vacant; null where nobody has written it down. */
  readonly since: DateOnly | null
  /** Days up to and without the day asked for; null with `since`. */
  readonly days: number | null
}

interface Seats {
  readonly type: OrganizationType
  readonly committeeSeats: number | null
  readonly posts: readonly Post[]
}

/**
 * Posts that should be held on a day and are not (ORG-53): the secretary's, and seats of `committeeSeats`. 兼职委员 fill none
 * (ORG-55). Organisations whose committee nobody has entered are left alone.
 */
export function vacancies({ type, committeeSeats, posts }: Seats, on: DateOnly): readonly Vacancy[] {
  const seated = posts.filter(takesSeat)
  if (seated.length === 0 || !isOrganizationLevel(type)) return []
  const secretaries = seated.filter(({ position }) => position === 'SJ')
  const noSecretary = gap(secretaries, 1, 'SJ', on)
  const seats = committeeSeats === null ? null : gap(seated, committeeSeats, null, on)
  // The seat of the missing secretary is the one already named.
  const others = seats === null ? null : { ...seats, missing: seats.missing - (noSecretary?.missing ?? 0) }
  return [noSecretary, others].filter((each) => each !== null).filter(({ missing }) => missing > 0)
}

function countOn(posts: readonly Post[], on: DateOnly): number {
  return new Set(posts.filter((post) => isHeldOn(post, on)).map(({ personKey }) => personKey)).size
}

function gap(posts: readonly Post[], wanted: number, position: 'SJ' | null, on: DateOnly): Vacancy | null {
  const missing = wanted - countOn(posts, on)
  if (missing <= 0) return null
  const since = lastFull(posts, wanted, on)
  return { position, missing, since, days: since === null ? null : daysBetween(since, on) }
}

/** The first day after the last on which all were there. */
function lastFull(posts: readonly Post[], wanted: number, on: DateOnly): DateOnly | null {
  const departures = posts
    .flatMap(({ toOn }) => (toOn === null || toOn === '' ? [] : [firstDay(toOn)]))
    .filter((day) => day <= on)
    .toSorted()
    .toReversed()
  return departures.find((day) => countOn(posts, addDays(day, -1)) >= wanted) ?? null
}
