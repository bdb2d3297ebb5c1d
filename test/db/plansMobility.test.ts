import { expect, it } from 'vitest'
import { contactSummariesOf, unlinkedOutflowsOf } from '#db/queries/mobility.ts'
import { countClosedMobility, ledgerLines } from '#db/queries/mobilityLedger.ts'
import { plansOf } from './plansOf.ts'

const scope = ['community', 'branch-1', 'branch-2']
const ledgerOf = { direction: 'LC', isOpen: true, organizationIds: null } as const

it.each([
  ['of the street', null, null],
  ['of a community’s clerk', scope, null],
  ['of some branches', null, ['branch-1']],
] as const)('a ledger %s is found by direction and status, its members by their ids', (_, mine, ids) => {
  const plan = plansOf((db) => ledgerLines(db, { ...ledgerOf, organizationIds: ids }), mine)
  expect(plan).toContain('SEARCH r USING INDEX mobility_ledger (direction=? AND status=?)')
  expect(plan).toContain('SEARCH m USING INDEX members_id (id=?)')
  expect(plan).not.toMatch(/SCAN (m|r|members|mobility_records)\b/)
})

it('both ledgers, for who is to be contacted, are found the same way', () => {
  const plan = plansOf((db) => ledgerLines(db, { ...ledgerOf, direction: null }))
  expect(plan).toContain('SEARCH r USING INDEX mobility_ledger (direction=? AND status=?)')
  expect(plan).not.toMatch(/SCAN (m|r|members|mobility_records)\b/)
})

it('contacts are found by their records, and stays that are over are counted without a scan of members', () => {
  const plan = plansOf((db) => {
    contactSummariesOf(db, ['record'])
    countClosedMobility(db, { direction: 'LC', organizationIds: null })
  })
  expect(plan).toContain('SEARCH mobility_contacts USING INDEX mobility_contacts_record (record_id=?)')
  expect(plan).toContain('SEARCH c USING INDEX mobility_contacts_record (record_id=? AND contacted_on>?)')
  expect(plan).not.toMatch(/SCAN (m|c|members|mobility_contacts)\b|USE TEMP B-TREE/)
})

it('whether somebody new is in a list already is asked of an index of such people alone', () => {
  const plan = plansOf((db) => unlinkedOutflowsOf(db, ['11010519491231002X']))
  expect(plan).toContain('USING INDEX mobility_unlinked (id_no=?)')
})
