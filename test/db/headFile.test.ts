import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aStreetLedger, openLedger, raw, rename, run } from './auditLedger.ts'

describe('the head outside the database', () => {
  const headOf = (file: string) => readFileSync(join(dirname(file), 'audit.head'), 'latin1')

  it('follows every write, and stays when a write is rolled back', () => {
    const test = aStreetLedger()
    const { seq, hash } = test.ledger.auditHead()
    expect(headOf(test.file)).toContain(`${seq} ${hash}`)
    expect(() =>
      test.db.write((tx) => {
        tx.sql.run(rename('甲'))
        throw new Error('power cut')
      }),
    ).toThrow('power cut')
    expect(headOf(test.file)).toContain(`${seq} ${hash}`)
    expect(test.ledger.auditHead()).toEqual({ seq, hash })
    expect(test.ledger.verifyAudit([])).toMatchObject({ ok: true, anchors: 1 })
  })

  it('may be behind after a crash', () => {
    const test = aStreetLedger()
    const old = headOf(test.file)
    test.db.write(run(rename('甲')))
    test.ledger.close()
    writeFileSync(join(dirname(test.file), 'audit.head'), old)
    expect(openLedger(test.file).ledger.verifyAudit([])).toMatchObject({ ok: true })
  })

  it.each(['', 'x', '7 abc\n'])('cut short to %j it witnesses nothing and keeps nothing shut', (text) => {
    const test = aStreetLedger()
    test.ledger.close()
    writeFileSync(join(dirname(test.file), 'audit.head'), text)
    expect(openLedger(test.file).ledger.verifyAudit([])).toMatchObject({ ok: true, anchors: 0 })
  })

  it('remembers what was cut off the end, whatever is written later', () => {
    const test = aStreetLedger()
    test.ledger.close()
    const sqlite = raw(test.file)
    sqlite.exec('delete from audit_changes where entry > 4; delete from audit_entries where seq > 4')
    sqlite
      .prepare(
        "update database_facts set value = '4:' || (select hash from audit_entries where seq = 4) where key = 'audit.head'",
      )
      .run()
    sqlite.close()
    for (const name of ['甲', '乙', '丙', '丁']) {
      const again = openLedger(test.file)
      expect(again.ledger.verifyAudit([]).ok).toBe(false)
      again.db.write(run(rename(name)))
      expect(again.ledger.verifyAudit([])).toMatchObject({
        ok: false,
        problem: expect.stringContaining('audit.head'),
      })
      again.ledger.close()
    }
  })
})
