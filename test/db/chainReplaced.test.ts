import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { carryReplacedLog, lastCommon, noteLostLogs, readReplacedLog } from '#db/audit/replacedLog.ts'
import { dropBrokenReplacedLogs } from '#db/salvageMend.ts'
import { tempDir } from '../api/testCore.ts'
import { addMemberRow, addStreet, aLedger, openLedger, raw, type TestLedger } from './auditLedger.ts'
import { editOne, execute } from './tampering.ts'

const restoring = (test: TestLedger, replaced: TestLedger) =>
  test.db.write((tx) => {
    const { sql } = replaced.db.read
    tx.audit.detail('恢复')
    return carryReplacedLog(tx, readReplacedLog(sql, lastCommon(sql, test.db.read.sql)))
  })

const setMobile =
  (mobile: string) =>
  ({ db }: TestLedger) =>
    db.write((tx) => tx.sql.run(`update members set mobile = '${mobile}' where id = 'm1'`))

/** Six entries in common; of the log that is replaced, 7 to 9, and one with two changes at the end. */
function aRestored(): { readonly replaced: TestLedger; readonly restored: TestLedger } {
  const replaced = aLedger()
  addStreet(replaced.db)
  addMemberRow(replaced.db, 'm1', 'east1')
  const copy = join(tempDir(), 'ledger.db')
  replaced.ledger.copyTo(copy)
  setMobile('13911112222')(replaced)
  setMobile('13911113333')(replaced)
  addMemberRow(replaced.db, 'm2', 'west1', 3)
  const restored = openLedger(copy)
  expect(restoring(restored, replaced)).toBe(3)
  return { replaced, restored }
}

function afterTampering(body: (sqlite: Sqlite.Database) => void) {
  const { restored } = aRestored()
  restored.ledger.close()
  const sqlite = raw(restored.file)
  body(sqlite)
  sqlite.close()
  return openLedger(restored.file).ledger.verifyAudit([])
}

describe('a log that was taken over', () => {
  it('is counted and proved, its chain as it was, without clear values', () => {
    const { replaced, restored } = aRestored()
    expect(restored.ledger.verifyAudit([])).toMatchObject({
      ok: true,
      entries: 7,
      replaced: 3,
      problem: null,
    })
    const hashes = (test: TestLedger, sql: string) => test.db.read.sql.all<{ hash: string }>(sql)
    expect(hashes(restored, 'select seq, hash from replaced_entries order by seq')).toEqual(
      hashes(replaced, 'select seq, hash from audit_entries where seq > 6 order by seq'),
    )
    const changes = restored.db.read.sql.all('select * from replaced_changes')
    expect(changes).toHaveLength(3)
    expect(JSON.stringify(changes)).not.toContain('13911112222')
  })

  it('goes on with the next restore, and what is in the log again is not kept twice', () => {
    const { replaced, restored } = aRestored()
    setMobile('13911114444')(restored)
    expect(restoring(replaced, restored)).toBe(2)
    expect(replaced.ledger.verifyAudit([])).toMatchObject({ ok: true, entries: 10, replaced: 2 })
    expect(restoring(restored, replaced)).toBe(1)
    expect(restored.ledger.verifyAudit([])).toMatchObject({ ok: true, entries: 9, replaced: 4 })
  })

  it('of a database of before the log has all of it', () => {
    const { replaced } = aRestored()
    const empty = aLedger()
    expect(restoring(empty, replaced)).toBe(9)
    expect(empty.ledger.verifyAudit([])).toMatchObject({ ok: true, entries: 1, replaced: 9 })
  })

  it('is kept as far as it holds: what was tampered with stays out, and it is known from where', () => {
    const { replaced, restored } = aRestored()
    const { file } = replaced
    replaced.ledger.close()
    const sqlite = raw(file)
    editOne("update audit_entries set account_name = '另一人' where seq = 8")(sqlite)
    sqlite.close()
    const log = readReplacedLog(openLedger(file).db.read.sql, 6)
    expect(log).toMatchObject({ brokenAfter: 7, head: { seq: 7 } })
    expect(log.entries.map(({ seq }) => seq)).toEqual([7])
    expect(restored.ledger.verifyAudit([]).ok).toBe(true)
  })

  it('is only added to', () => {
    const { restored } = aRestored()
    for (const sql of [
      "update replaced_entries set account_name = '另一人'",
      "update replaced_changes set name = '另一人'",
      'delete from replaced_changes',
      'delete from replaced_entries',
    ])
      expect(() => restored.db.write((tx) => tx.sql.run(sql)), sql).toThrow('the log is only added to')
  })
})

describe('a log that was taken over and tampered with is found at the entry it happened to', () => {
  it.each([
    ['an entry edited', "update replaced_entries set account_name = '另一人' where seq = 8", 8],
    ['its number', 'update replaced_entries set seq = 18 where seq = 8', 9],
    ['a change edited', `update replaced_changes set diff = '{"mobile":["1","2"]}' where id = 2`, 8],
    ['a change taken out', 'delete from replaced_changes where id = 2', 8],
    ['the last one cut off', 'delete from replaced_entries where seq = 9', 9],
    ['all of it', 'delete from replaced_changes; delete from replaced_entries', 9],
    ['one in the middle', 'delete from replaced_entries where seq = 8', 9],
    ['the first', 'delete from replaced_entries where seq = 7', 8],
  ])('%s', (_, sql, seq) => {
    expect(afterTampering(execute(sql))).toMatchObject({
      ok: false,
      lastGood: 7,
      problem: expect.stringContaining(`恢复前的日志第 ${seq} 条`),
    })
  })

  it('a change added to none', () => {
    const sql = `insert into replaced_changes (entry, kind, record_id, action) values ('x', 'member', 'm1', 'noted')`
    expect(afterTampering(editOne(sql))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('另外添加'),
    })
  })

  it('an entry added to its end', () => {
    const { replaced, restored } = aRestored()
    setMobile('13911115555')(replaced)
    const { sql } = replaced.db.read
    const forged = readReplacedLog(sql, 9)
    restored.db.write((tx) => carryReplacedLog(tx, { ...forged, head: null }))
    expect(restored.ledger.verifyAudit([])).toMatchObject({
      ok: false,
      problem: '恢复前的日志第 10 条没有计入末尾的校验值，是另外添加的',
    })
  })

  it('is given up as a whole by a salvage that could not read all of it, and only then', () => {
    const { restored } = aRestored()
    restored.ledger.close()
    const sqlite = raw(restored.file)
    const left = () => sqlite.prepare('select count(*) from replaced_entries').pluck().get()
    expect(dropBrokenReplacedLogs(sqlite)).toBe(false)
    expect(left()).toBe(3)
    editOne('delete from replaced_entries where seq = 8')(sqlite)
    expect(dropBrokenReplacedLogs(sqlite)).toBe(true)
    expect(left()).toBe(0)
    sqlite.close()
  })

  it('but one that was lost with a damaged file, and said to be, is not asked for', () => {
    const { restored } = aRestored()
    restored.ledger.close()
    const sqlite = raw(restored.file)
    execute('delete from replaced_changes; delete from replaced_entries')(sqlite)
    sqlite.close()
    const test = openLedger(restored.file)
    expect(test.ledger.verifyAudit([]).ok).toBe(false)
    test.db.write((tx) => noteLostLogs(tx.audit))
    expect(test.ledger.verifyAudit([])).toMatchObject({ ok: true, replaced: 0 })
  })
})
