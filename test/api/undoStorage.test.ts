import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { demoPeople } from '#core/demo/demoMembers.ts'
import { seededRandom } from '#core/demo/random.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { importFile } from './importsHarness.ts'
import { rawLedger } from './rawLedger.ts'
import { firstAccounts, openTestCore, tempDir, type TestCore, testUser } from './testCore.ts'

/** Some are blocked as namesakes born on the same day; 10,000 stay. */
const people = 10_200
const branch = { id: 'b', name: '', groupIds: [], jointUnits: [], isRetired: false }
const columns = memberFieldKeys.filter(
  (key) => !['groupId', 'nameReading', 'idNoReason', 'jointUnit'].includes(key),
)

function inventPeople(seed: number): readonly MemberRecord[] {
  const source = demoPeople(seededRandom(seed), dateOnly('2026-11-01'))
  return Array.from({ length: people }, () => source.next(branch))
}

/** The same people; whatever else the roster says of them is another's. */
function changedPeople(records: readonly MemberRecord[]): readonly MemberRecord[] {
  const others = inventPeople(7)
  return records.map((record, i) => {
    const { name, idNo, gender, birthDate, personType, partyStatus, joinedOn, regularOn } = record
    const same = { name, idNo, gender, birthDate, personType, partyStatus, joinedOn, regularOn }
    return { ...(others[i] ?? record), ...same }
  })
}

/** Text, which takes a fraction of a workbook's time to write: what is measured is what the rows become. */
function rosterOf(records: readonly MemberRecord[]): Uint8Array {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const body = records.map((record, i) =>
    line(
      columns.map((key) =>
        key === 'organizationId' ? `测试第${i % 40}党支部` : fieldText(key, record[key], () => ''),
      ),
    ),
  )
  const header = line(columns.map((key) => memberFields[key].label))
  return new TextEncoder().encode([header, ...body].join('\n'))
}

/** Bytes on disk of the log and of the members with what they bring, indexes counted. Closes the core. */
async function storedBytes(test: TestCore): Promise<{ readonly log: number; readonly members: number }> {
  const raw = await rawLedger(test)
  const bytesOf = (...tables: readonly string[]) =>
    Number(
      raw
        .prepare(
          `select sum(s.pgsize) from dbstat s join sqlite_master m on m.name = s.name
           where m.tbl_name in (select value from json_each(?))`,
        )
        .pluck()
        .get(JSON.stringify(tables)),
    )
  const bytes = {
    log: bytesOf('audit_entries', 'audit_changes'),
    members: bytesOf('members', 'memberships', 'group_spells', 'status_spells'),
  }
  raw.close()
  return bytes
}

it('the log of an import of 10,000 rows is no larger than the rows', { timeout: 240_000 }, async () => {
  const dataDir = tempDir()
  // Ids as long as the real ones: they are a good part of both.
  const open = () => openTestCore(dataDir, { next: () => randomUUID() })
  const records = inventPeople(99)

  const first = open()
  await first.call('accounts.createFirst', firstAccounts)
  const added = await importFile(first, 'roster', '名册.csv', rosterOf(records))
  expect(added.counts.new).toBeGreaterThanOrEqual(10_000)
  const afterNew = await storedBytes(first)
  expect(afterNew.log).toBeLessThan(afterNew.members)

  const second = open()
  await second.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  const updated = await importFile(second, 'roster', '名册.csv', rosterOf(changedPeople(records)))
  expect(updated.counts.changed).toBeGreaterThanOrEqual(10_000)
  const afterChanged = await storedBytes(second)
  expect(afterChanged.log - afterNew.log).toBeLessThan(afterChanged.members)
})
