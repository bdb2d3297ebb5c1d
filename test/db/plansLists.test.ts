import { expect, it } from 'vitest'
import { listEnterprises } from '#db/queries/enterprises.ts'
import { listLostCases, markedLostWithoutCase } from '#db/queries/lostCases.ts'
import { hasUnlinkedOutflow, listMobility } from '#db/queries/mobility.ts'
import { listPosts } from '#db/queries/posts.ts'
import { listTerms } from '#db/queries/terms.ts'
import { countTransfers, listTransfers, type TransferPart } from '#db/queries/transfers.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { plansOf } from './plansOf.ts'

const branches = ['branch-1', 'branch-2']
const scope = ['community', ...branches]
const board: TransferPart = {
  columns: ['overdue', 'soon'],
  direction: null,
  organizationIds: null,
  text: null,
  today: dateOnly('2026-11-21'),
  soonUntil: dateOnly('2026-11-28'),
}
const page = { offset: 0, limit: 100 }
const marked = { statuses: ['ZC'], limit: 5 }

/** Members or their stays read from one end to the other, under their own names or the aliases of these queries. */
const manyRead = /SCAN (members|memberships|m|s)\b/

const lists: readonly (readonly [string, (of: readonly string[] | null) => Parameters<typeof plansOf>[0]])[] =
  [
    ['terms', (of) => (db) => listTerms(db, of)],
    ['posts', (of) => (db) => listPosts(db, of)],
    ['transfers', (of) => (db) => listTransfers(db, { ...board, organizationIds: of }, page)],
    ['counts of the transfers', (of) => (db) => countTransfers(db, { ...board, organizationIds: of })],
    ['lost cases', (of) => (db) => listLostCases(db, of)],
    ['enterprises', (of) => (db) => listEnterprises(db, of)],
    ['mobility', (of) => (db) => listMobility(db, { direction: 'LC', isOpen: true, organizationIds: of })],
  ]

it.each(lists)('the list of %s reads neither all members nor all stays, whoever asks', (_, query) => {
  for (const of of [null, branches])
    for (const mine of [null, scope]) expect(plansOf(query(of), mine)).not.toMatch(manyRead)
})

it('transfers and lost cases look their people up by id', () => {
  expect(plansOf((db) => listTransfers(db, board, page))).toContain('SEARCH m USING INDEX members_id (id=?)')
  const lost = plansOf((db) => listLostCases(db, null))
  expect(lost).toContain('SEARCH members USING INDEX members_id (id=?)')
})

it.each([null, branches])('those marked 失联 without a case are found among the marked alone (%j)', (of) => {
  const plan = plansOf((db) => markedLostWithoutCase(db, { ...marked, organizationIds: of }))
  expect(plan).toMatch(/m USING (COVERING )?INDEX members_lost/)
  expect(plan).not.toContain('TEMP B-TREE')
  expect(plan).toMatch(/SEARCH l USING INDEX lost_cases_/)
})

it('a new member’s waiting outflow is looked up by its number, before any record is read', () => {
  const plan = plansOf((db) => hasUnlinkedOutflow(db, 'member-1'))
  expect(plan).toContain('SEARCH m USING INDEX members_id (id=?)')
  expect(plan).toContain('SEARCH r USING INDEX mobility_unlinked (id_no=?)')
  expect(plan).not.toContain('SCAN')
})
