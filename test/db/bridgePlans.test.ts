import { expect, it } from 'vitest'
import { countStill, movingStays, stayPeople } from '#db/queries/bridge.ts'
import { changesSince } from '#db/queries/bridgeChanges.ts'
import { freezeDifferences, frozenPeople } from '#db/queries/bridgeFreezes.ts'
import { dateOnly, instant } from '#shared/lib/dates.ts'
import { plansOf } from './plansOf.ts'

const days = { from: dateOnly('2025-12-31'), to: dateOnly('2026-12-31') }
const ids = ['branch-1', 'branch-2']
const scope = ['community', ...ids]

it('who was there all the time is counted on one index alone', () => {
  const plan = plansOf((db) => countStill(db, ids, days))
  expect(plan).toContain('SEARCH s USING COVERING INDEX memberships_place (organization_id=? AND from_on<?)')
  expect(plan).not.toContain('SCAN s')
})

it.each([null, scope])('who moved is found by the branches, whoever asks (%j)', (mine) => {
  const plan = plansOf((db) => movingStays(db, ids, days), mine)
  expect(plan).toMatch(/SEARCH s USING INDEX memberships_place \(organization_id=\?/)
  expect(plan).not.toMatch(/SCAN (s|members)\b/)
})

it('names are looked up by the stays they belong to', () => {
  const plan = plansOf((db) => stayPeople(db, ['stay']), scope)
  expect(plan).toMatch(/SEARCH s USING INDEX sqlite_autoindex_memberships_1 \(id=\?\)/)
})

it('a frozen list is read by its key, and its people by their branches', () => {
  const freeze = { id: 'freeze', onDay: days.from }
  const plan = plansOf((db) => freezeDifferences(db, freeze), scope)
  expect(plan).toContain('SEARCH p USING COVERING INDEX bridge_freeze_people_who (freeze_id=?)')
  expect(plan).toContain(
    'SEARCH p USING COVERING INDEX bridge_freeze_people_who (freeze_id=? AND member_id=?',
  )
  expect(plan).toMatch(/USING COVERING INDEX memberships_place/)
  expect(plan).not.toContain('SCAN p')
  const page = plansOf((db) => frozenPeople(db, 'freeze', { ids, isFull: null, offset: 0, limit: 50 }), scope)
  expect(page).toContain(
    'SEARCH p USING INDEX bridge_freeze_people_place (freeze_id=? AND organization_id=?)',
  )
})

it('why somebody counts otherwise is looked up record by record, never in the whole log', () => {
  const plan = plansOf((db) => changesSince(db, ['member'], instant(new Date('2026-01-05T02:00:00Z'))))
  expect(plan).toMatch(/SEARCH c USING INDEX audit_changes_record \(record_id=\?\)/)
  expect(plan).not.toMatch(/SCAN (c|e|s)\b/)
})
