import type { ReadDb } from '#db/database.ts'
import {
  countAsOf,
  type DayCount,
  type DayFilter,
  type DayPerson,
  groupsAsOf,
  peopleByBranch,
  peopleByName,
  statusesAsOf,
} from '#db/queries/asOf.ts'
import { getOrganization, organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DayListInput, DayPage, DayRow, DayTotal } from '#shared/contract/memberships.ts'
import { partyAge } from '#shared/domain/partyAge.ts'
import { ageOn, type DateOnly } from '#shared/lib/dates.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'

/** The future is not known. */
export function refuseFuture(on: DateOnly, today: DateOnly): void {
  if (on > today)
    throw new AppError('VALIDATION_FAILED', 'in the future', {
      fields: { on: '截至日期不能晚于今天，请重新选择' },
    })
}

/** The whole street where that is what is asked for: cheaper than naming every branch. */
function filterOf(db: ReadDb, input: Omit<DayListInput, 'sort' | 'offset' | 'limit'>): DayFilter {
  const { organizationId, on, personType, status } = input
  const rest = { on, personType, status }
  if (organizationId === null) return { ...rest, of: null }
  const ids = subtreeIds(db, organizationId)
  if (getOrganization(db, organizationId)?.type === 'XZ') return { ...rest, of: { column: 'group_id', ids } }
  const isEverybody = ids.length === organizationNames(db).size
  return { ...rest, of: isEverybody ? null : { column: 'organization_id', ids } }
}

/** A page of more people by name would have to look all of them up one by one; by branch it is found by the counts. */
const mostByName = 20_000

export function listDay(db: ReadDb, input: DayListInput, today: DateOnly): DayPage {
  refuseFuture(input.on, today)
  const filter = filterOf(db, input)
  const counts = countAsOf(db, filter)
  const sum = (key: 'full' | 'probationary') => counts.reduce((total, row) => total + row[key], 0)
  const [full, probationary] = [sum('full'), sum('probationary')]
  const total = full + probationary
  const sort = total > mostByName ? 'branch' : input.sort
  const people = sort === 'name' ? peopleByName(db, filter, input) : pageByBranch(db, filter, counts, input)
  return { on: input.on, rows: rowsOf(db, people, input.on), total, full, probationary, sort }
}

/** The counts say which branches a page is in, so that only their people are read and sorted. */
function pageByBranch(
  db: ReadDb,
  filter: DayFilter,
  counts: readonly DayCount[],
  { offset, limit }: DayListInput,
): readonly DayPerson[] {
  const countOf = new Map(counts.map((row) => [row.organizationId, row.full + row.probationary]))
  const ordered = readOrganizationTree(db).all.filter(({ id }) => countOf.has(id))
  const ids: string[] = []
  let before = 0
  let skipped = 0
  for (const { id } of ordered) {
    const after = before + (countOf.get(id) ?? 0)
    if (after <= offset) skipped = after
    else if (before < offset + limit) ids.push(id)
    before = after
  }
  if (ids.length === 0) return []
  if (filter.of?.column === 'group_id') return peopleByBranch(db, filter, { offset, limit })
  const narrow = { ...filter, of: { column: 'organization_id', ids } } as const
  return peopleByBranch(db, narrow, { offset: offset - skipped, limit })
}

/** As the screen shows them. Of who is elsewhere by now, out of reach, nothing but what their stay says. */
export function rowsOf(db: ReadDb, people: readonly DayPerson[], on: DateOnly): readonly DayRow[] {
  const ids = people.map(({ memberId }) => memberId)
  const names = organizationNames(db)
  const statuses = new Map(statusesAsOf(db, ids, on).map((row) => [row.memberId, row.status]))
  const groups = new Map(groupsAsOf(db, ids, on).map((row) => [row.memberId, row.groupId]))
  return people.map((person) => {
    const { memberId, organizationId, organizationNow, birthDate, fromOn, startBasis } = person
    const isKnown = isInScope(db, organizationNow)
    const personType = person.isFull === 1 ? '1' : '2'
    return {
      stayId: person.stayId,
      memberId: isKnown ? memberId : null,
      name: person.name,
      organizationId,
      organizationName: names.get(organizationId) ?? '',
      groupName: names.get(groups.get(memberId) ?? '') ?? null,
      personType,
      partyStatus: statuses.get(memberId) ?? 'ZC',
      age: isKnown && birthDate !== null ? ageOn(birthDate, on) : null,
      partyAgeYears: isKnown ? (partyAge({ ...person, personType }, on)?.years ?? null) : null,
      fromOn,
      startBasis,
      enteredBy: person.enteredBy,
      nowZh:
        organizationNow === organizationId
          ? null
          : isKnown
            ? (names.get(organizationNow) ?? '')
            : '其他党组织',
    }
  })
}

/** By organisation, each with everything below it. */
export function countDay(db: ReadDb, on: DateOnly, today: DateOnly): readonly DayTotal[] {
  refuseFuture(on, today)
  const own = new Map(
    countAsOf(db, { on, of: null, personType: null, status: null }).map((row) => [row.organizationId, row]),
  )
  const tree = readOrganizationTree(db)
  const totals = new Map<string, { full: number; probationary: number }>()
  // In tree order parents come before what is below them, so from the end each is whole before its parent asks.
  for (const row of tree.all.toReversed()) {
    const { full, probationary } = own.get(row.id) ?? { full: 0, probationary: 0 }
    const sum = totals.get(row.id) ?? { full: 0, probationary: 0 }
    const total = { full: sum.full + full, probationary: sum.probationary + probationary }
    totals.set(row.id, total)
    const parentId = tree.parentOf(row)
    if (parentId === null) continue
    const above = totals.get(parentId) ?? { full: 0, probationary: 0 }
    totals.set(parentId, {
      full: above.full + total.full,
      probationary: above.probationary + total.probationary,
    })
  }
  return tree.all.map(({ id }) => {
    const { full, probationary } = own.get(id) ?? { full: 0, probationary: 0 }
    return {
      organizationId: id,
      own: { full, probationary },
      total: totals.get(id) ?? { full: 0, probationary: 0 },
    }
  })
}
