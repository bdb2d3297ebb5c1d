import { expect, it } from 'vitest'
import {
  branchPeople,
  countAsOf,
  type DayFilter,
  groupsAsOf,
  peopleByBranch,
  peopleByName,
  statusesAsOf,
} from '#db/queries/asOf.ts'
import { getMember } from '#db/queries/members.ts'
import { groupSpellsOf, lastStaysOf, membershipsOf, statusSpellsOf } from '#db/queries/memberSpells.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { plansOf } from './plansOf.ts'

const on = dateOnly('2020-12-31')
const everybody: DayFilter = { on, of: null, personType: null, status: null }
const ofBranches: DayFilter = {
  ...everybody,
  of: { column: 'organization_id', ids: ['branch-1', 'branch-2'] },
}
const community = ['community', 'branch-1', 'branch-2']
const page = { offset: 0, limit: 100 }

/** A table read from one end to the other, without an index. */
const fullScan = /SCAN (members|memberships|status_spells|group_spells|s|m|p|g)( |$)(?!USING)/m

it('the counts of a day read one index from start to end, and no table', () => {
  const plan = plansOf((db) => countAsOf(db, everybody))
  expect(plan).toContain('SCAN s USING COVERING INDEX memberships_place')
  expect(plan).not.toMatch(fullScan)
})

it.each([
  ['of some branches', ofBranches, null],
  ['of an account tied to a community', everybody, community],
] as const)('the counts of a day %s are found by the branches', (_, filter, scope) => {
  const plan = plansOf((db) => countAsOf(db, filter), scope)
  expect(plan).toContain('SEARCH s USING COVERING INDEX memberships_place (organization_id=? AND from_on<?)')
  expect(plan).not.toMatch(fullScan)
})

it.each([
  ['by branch', peopleByBranch],
  ['by name', peopleByName],
] as const)('a page of a day %s is found by its branches, its people by their ids', (_, query) => {
  for (const status of [null, 'ZC'] as const) {
    const plan = plansOf((db) => query(db, { ...ofBranches, status }, page))
    expect(plan).toContain(
      'SEARCH s USING COVERING INDEX memberships_place (organization_id=? AND from_on<?)',
    )
    expect(plan).toContain('SEARCH m USING INDEX members_id (id=?)')
    expect(plan).toContain('SEARCH s USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan).not.toMatch(fullScan)
  }
})

it.each([
  ['of a rare status', { ...everybody, status: 'LC' }, 'p USING INDEX status_spells_of'],
  [
    'of a group',
    { ...everybody, of: { column: 'group_id', ids: ['group-1'] } },
    'g USING INDEX group_spells_of',
  ],
] as const)('people %s are found by their spells, not by reading every stay', (_, filter, found) => {
  const plan = plansOf((db) => {
    countAsOf(db, filter)
    peopleByBranch(db, filter, page)
    peopleByName(db, filter, page)
  })
  expect(plan).toContain(`SEARCH ${found}`)
  expect(plan).toContain('SEARCH s USING INDEX memberships_member (member_id=? AND from_on<?)')
  expect(plan).not.toContain('memberships_place')
  expect(plan).not.toMatch(fullScan)
})

it('everybody by name is walked in the order of the names, not sorted', () => {
  const plan = plansOf((db) => peopleByName(db, everybody, page))
  expect(plan).toContain('SCAN m USING INDEX members_name')
  expect(plan).toContain('SEARCH s USING INDEX memberships_member (member_id=? AND from_on<?)')
  // Not before the page is cut off: what is sorted after is the page.
  expect(plan.split('SCAN page')[0]).not.toContain('TEMP B-TREE')
})

it('voters of a branch are its people of the day, their statuses looked up by person', () => {
  const plan = plansOf((db) => {
    branchPeople(db, ['branch-1'], on)
    statusesAsOf(db, ['member-1'], on)
    groupsAsOf(db, ['member-1'], on)
  })
  expect(plan).toContain('SEARCH s USING COVERING INDEX memberships_place')
  expect(plan).toContain('SEARCH p USING INDEX status_spells_member (member_id=? AND from_on<?)')
  expect(plan).toContain('SEARCH g USING INDEX group_spells_member (member_id=? AND from_on<?)')
  expect(plan).not.toMatch(fullScan)
})

it('one person’s 经历 is found by the person', () => {
  const plan = plansOf((db) => {
    getMember(db, 'member-1')
    membershipsOf(db, 'member-1')
    statusSpellsOf(db, 'member-1')
    groupSpellsOf(db, 'member-1')
    lastStaysOf(db, ['member-1'])
  })
  for (const table of ['memberships', 'status_spells', 'group_spells'])
    expect(plan).toContain(`SEARCH ${table} USING INDEX ${table}_member (member_id=?)`)
  expect(plan).not.toMatch(fullScan)
})
