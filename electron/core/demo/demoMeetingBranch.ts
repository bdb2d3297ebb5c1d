import type { WriteDb } from '#db/database.ts'
import { countAsOf, type DayPerson, peopleByBranch } from '#db/queries/asOf.ts'
import { listOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'
import type { StoredPost } from '#db/queries/posts.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isHeldOn, takesSeat } from '#shared/domain/posts.ts'
import { type DateOnly, dateOnly } from '#shared/lib/dates.ts'
import { postsByRank } from './demoPosts.ts'
import type { Random } from './random.ts'

export interface DemoLifeBranch {
  readonly row: StoredOrganization
  readonly groupIds: readonly string[]
  /** Of today, by name. */
  readonly people: readonly DayPerson[]
  readonly posts: readonly StoredPost[]
  /** 主题党日固定日. */
  readonly themeDay: number
  /** How likely a meeting is held and written down. */
  readonly diligence: number
  /** Whose records name everybody. */
  readonly hasRolls: boolean
}

/** Where there are fewer people, only the first two communities keep records: small demos are filled by the dozen in tests. */
const everywhereFrom = 1000

/** Branches with people and records: two of them keep their records badly, four of them name by name. */
export function demoLifeBranches(tx: WriteDb, random: Random, today: DateOnly): readonly DemoLifeBranch[] {
  const all = listOrganizations(tx)
  const groups = Map.groupBy(
    all.filter(({ type }) => type === 'XZ'),
    ({ parentId }) => parentId,
  )
  const everybody = peopleByBranch(
    tx,
    { on: today, of: null, personType: null, status: null },
    { offset: 0, limit: -1 },
  )
  const people = Map.groupBy(everybody, ({ organizationId }) => organizationId)
  const posts = Map.groupBy(postsByRank(tx, null), ({ organizationId }) => organizationId)
  return all
    .filter((row) => row.type === 'ZB' && !isEnded(row) && people.has(row.id))
    .slice(0, everybody.length < everywhereFrom ? 14 : undefined)
    .map((row, n) => ({
      row,
      groupIds: (groups.get(row.id) ?? []).map(({ id }) => id),
      people: people.get(row.id) ?? [],
      posts: posts.get(row.id) ?? [],
      themeDay: 5 + random.below(20),
      diligence: n % 24 === 9 ? 0.55 : 0.96,
      hasRolls: n < 4,
    }))
}

/** 书记 and somebody else of the committee on that day, else anybody of the branch. */
export function leadersOn({ posts, people }: DemoLifeBranch, on: DateOnly) {
  const held = posts.filter((post) => takesSeat(post) && isHeldOn(post, on))
  const secretary = held.find(({ position }) => position === 'SJ')
  const host = secretary?.personName ?? people[0]?.name ?? null
  const other = held.find(({ personName }) => personName !== host)?.personName
  return {
    secretary: secretary ?? null,
    committee: held.length,
    hostId: secretary?.memberId ?? null,
    hostName: host,
    recorderName: other ?? people.find(({ name }) => name !== host)?.name ?? null,
  }
}

/** Days of the 支部党员大会: branches of even place in the first half of a quarter's last month, the others in the second. */
export const branchMeetingDays = (year: number, quarter: number): readonly DateOnly[] =>
  [10, 24].map((day) => dateOnly(`${year}-${String(quarter * 3).padStart(2, '0')}-${day}`))

/** Voters of each branch on some days: one question a day, not one a branch. */
export function votersOn(tx: WriteDb, days: readonly DateOnly[]): (branchId: string, on: DateOnly) => number {
  const counts = new Map(
    days.map((on) => [
      on,
      new Map(
        countAsOf(tx, { on, of: null, personType: '1', status: 'ZC' }).map((each) => [
          each.organizationId,
          each.full,
        ]),
      ),
    ]),
  )
  return (branchId, on) => counts.get(on)?.get(branchId) ?? 0
}
