import { expect, it } from 'vitest'
import {
  type ActivityFilter,
  countActivities,
  firstTouched,
  listActivities,
  listOwn,
} from '#db/queries/activity.ts'
import { historyOf, partsHistoryOf } from '#db/queries/history.ts'
import { entryOfImport, laterChanges, lastEntries, listChanges, undoEdges } from '#db/queries/undo.ts'
import { instant } from '#shared/lib/dates.ts'
import { plansOf } from './plansOf.ts'

const all: ActivityFilter = { accountId: null, kind: null, from: null, before: null, text: null }
const page = { offset: 0, limit: 50 }

it('a page of activities is read from the newest end, not sorted', () => {
  const plan = plansOf((db) => listActivities(db, 'reader', all, page))
  expect(plan).toBe('SCAN e')
})

it.each([
  ['account', { accountId: 'a' }, 'audit_entries_account (account_id=?)'],
  [
    'day',
    { from: instant(new Date('2026-11-01')), before: instant(new Date('2026-11-02')) },
    'audit_entries_at (at>? AND at<?)',
  ],
] as const)('activities of one %s are counted from its index', (_, filter, index) => {
  expect(plansOf((db) => countActivities(db, 'reader', { ...all, ...filter }))).toContain(index)
})

it.each([
  ['kind', { kind: 'organization' }, 'SEARCH c USING COVERING INDEX audit_changes_kind (kind=?)'],
  ['name', { text: '小明' }, 'SCAN c USING COVERING INDEX audit_changes_kind'],
] as const)('activities by the %s of a record never read the table of changes', (_, filter, step) => {
  expect(plansOf((db) => listActivities(db, 'reader', { ...all, ...filter }, page))).toContain(step)
})

it('what an account tied to an organisation sees is found in an index alone', () => {
  const plan = plansOf((db) => listActivities(db, 'reader', all, page), ['a', 'b'])
  expect(plan).toContain(
    'SEARCH audit_changes USING COVERING INDEX audit_changes_organization (organization_id=?)',
  )
})

it('undoing reads only the changes of the entry and the later ones of its records', () => {
  const changes = plansOf((db) => [listChanges(db, 1), firstTouched(db, 'reader', 1, 3)])
  expect(changes.match(/SEARCH c USING INDEX audit_changes_entry/g)).toHaveLength(2)
  const later = plansOf((db) => laterChanges(db, 1))
  expect(later).toContain('SEARCH c USING INDEX audit_changes_entry (entry=?)')
  expect(later).toContain('SEARCH l USING INDEX audit_changes_record (record_id=? AND entry>?)')
  const undone = plansOf((db) => undoEdges(db, [1]))
  expect(undone.match(/audit_entries_undoes \(undoes=\?\)/g)).toHaveLength(2)
  expect(undone).not.toMatch(/SCAN (e|audit_entries)\b/)
})

it.each([
  ['a history', (db) => historyOf(db, 'member', 'id')],
  ['a history of a file with its parts', (db) => partsHistoryOf(db, 'developmentFile', 'id')],
  ['a history of a meeting with its parts', (db) => partsHistoryOf(db, 'meeting', 'id')],
  ['the newest entry on a record', (db) => lastEntries(db, [{ kind: 'member', id: 'id' }])],
  ['the entry of an import', (db) => entryOfImport(db, 'id')],
] as const satisfies readonly (readonly [string, Parameters<typeof plansOf>[0]])[])(
  '%s is found by the record',
  (_, read) => {
    expect(plansOf(read)).toMatch(/audit_changes_record \(record_id=\?/)
  },
)

it('what this session did is looked for among the newest of its account', () => {
  const plan = plansOf((db) =>
    listOwn(db, { accountId: 'a', sessionId: 's' }, { kinds: ['member'], recordId: null }),
  )
  expect(plan).toContain('SEARCH audit_entries USING INDEX audit_entries_account (account_id=?)')
})
