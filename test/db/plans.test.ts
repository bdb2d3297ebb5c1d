import { expect, it } from 'vitest'
import type { ReadDb } from '#db/database.ts'
import type { MemberListInput } from '#shared/contract/memberListInput.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { countMembers, listMemberSeqs, type ListScope } from '#db/queries/memberList.ts'
import { searchMembers } from '#db/queries/memberSearch.ts'
import { memberFindingTotals } from '#db/queries/memberFindings.ts'
import { countByGroup } from '#db/queries/organizations.ts'
import { plansOf } from './plansOf.ts'

const everybody: ListScope = { of: null, today: dateOnly('2026-11-01') }
const inGoodStanding: MemberListInput['filters'] = [{ op: 'in', field: 'partyStatus', values: ['ZC', 'LC'] }]
const page = { text: null, filters: inGoodStanding, offset: 0, limit: 100 }

it.each([
  ['name', 'members_name'],
  ['birthDate', 'members_birth'],
  ['joinedOn', 'members_joined'],
] as const)('a page by %s is read from its index, not sorted out of the table', (field, index) => {
  const plan = plansOf((db) =>
    listMemberSeqs(db, { ...page, organizationId: null, sort: { field, descending: false } }, everybody),
  )
  expect(plan).toContain(`USING INDEX ${index}`)
  if (field === 'name') expect(plan).not.toContain('TEMP B-TREE')
})

it('the number of people on a list is counted on an index alone', () => {
  const plan = plansOf((db) => countMembers(db, page, everybody))
  expect(plan).toContain('SEARCH members USING INDEX members_status')
})

it('the counts of the tree read one index from start to end', () => {
  const plan = plansOf((db) => countByGroup(db, ['ZC']))
  expect(plan).toMatch(/^SCAN members USING INDEX members_organization$/)
})

it('a keystroke of letters is one range of the search keys', () => {
  const plan = plansOf((db) => searchMembers(db, 'zhangs', 20))
  expect(plan).toMatch(/SEARCH member_search_keys USING PRIMARY KEY \(key>\? AND key<\?\)/)
})

it('a keystroke of digits never reads the table of members to find out', () => {
  const plan = plansOf((db) => searchMembers(db, '0012', 20))
  expect(plan).toContain('SCAN members USING INDEX members_id_no')
  expect(plan).toContain('SCAN members USING COVERING INDEX members_mobile')
})

it('a number typed by who may not look at it is looked up whole', () => {
  for (const number of ['110105197005041015', '13912340001']) {
    const plan = plansOf((db) => searchMembers(db, number, 20), null, false)
    expect(plan).toMatch(/SEARCH members USING INDEX members_id_no \(id_no=\?\)/)
    expect(plan).toMatch(/SEARCH members USING COVERING INDEX members_mobile \(mobile=\?\)/)
    expect(plan).not.toContain('SCAN members')
  }
})

const community = ['community', 'branch-1', 'branch-2', 'branch-3', 'branch-4', 'group-1']

it.each(['name', 'gender', 'updatedAt', 'organizationId'] as const)(
  'a page by %s of an account tied to a community is found by its branches',
  (field) => {
    const plan = plansOf(
      (db) =>
        listMemberSeqs(db, { ...page, organizationId: null, sort: { field, descending: false } }, everybody),
      community,
    )
    expect(plan).toContain('SEARCH members USING INDEX members_branch_name (organization_id=?')
    expect(plan).not.toContain('SCAN members')
  },
)

it.each([
  ['birthDate', 'members_birth'],
  ['joinedOn', 'members_joined'],
] as const)('a page by %s of such an account is cut on the index it is read from', (field, index) => {
  const plan = plansOf(
    (db) =>
      listMemberSeqs(db, { ...page, organizationId: null, sort: { field, descending: false } }, everybody),
    community,
  )
  expect(plan).toContain(`USING INDEX ${index}`)
})

it.each([
  ['the number of people on a list', (db: ReadDb) => countMembers(db, page, everybody)],
  ['the counts of the tree', (db: ReadDb) => countByGroup(db, ['ZC'])],
  ['the totals of findings', (db: ReadDb) => memberFindingTotals(db)],
] as const)('%s of an account tied to a community are read from its branches only', (_, body) => {
  const plan = plansOf(body, community)
  expect(plan).not.toMatch(/SCAN (members|m)\b/)
  expect(plan).toMatch(/organization_id=\?|SEARCH m USING INDEX members_id/)
})

it.each(['zhangs', '0012', '东环'])(
  'a keystroke (%s) of an account tied to a community leaves the others out before the limit cuts off',
  (text) => {
    const plan = plansOf((db) => searchMembers(db, text, 20), community)
    expect(plan).toContain('organization_id=?')
  },
)
