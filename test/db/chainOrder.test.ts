import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../api/testCore.ts'
import { openLedger, raw } from './auditLedger.ts'
import { afterTampering, aLog, cutAt, editOne, execute, fixHead, rehash } from './tampering.ts'

describe('what was taken out, put in or moved is found', () => {
  it('an entry deleted in the middle', () => {
    expect(
      afterTampering(
        execute('delete from audit_changes where entry = 8; delete from audit_entries where seq = 8'),
      ),
    ).toMatchObject({
      ok: false,
      entries: 11,
      lastGood: 7,
      problem: '第 8 条不见了，接在第 7 条后面的是第 9 条',
    })
  })

  it('an entry deleted, its changes left', () => {
    expect(afterTampering(execute('delete from audit_entries where seq = 8'))).toMatchObject({ lastGood: 7 })
  })

  it('an entry deleted and the rest renumbered', () => {
    expect(
      afterTampering(
        execute(`delete from audit_changes where entry = 8; delete from audit_entries where seq = 8;
          update audit_entries set seq = seq - 1 where seq > 8; update audit_changes set entry = entry - 1 where entry > 8;`),
      ),
    ).toMatchObject({ ok: false, entries: 11, lastGood: 7 })
  })

  it('changes deleted, all of an entry or one of them', () => {
    expect(afterTampering(editOne('delete from audit_changes where entry = 8'))).toMatchObject({
      lastGood: 7,
      problem: '第 8 条与记录时不一致：明细应有 1 处，现有 0 处',
    })
    expect(
      afterTampering(editOne("delete from audit_changes where entry = 9 and record_id = 'm2'")),
    ).toMatchObject({
      lastGood: 8,
    })
  })

  it('a change added to an entry, or to none', () => {
    const add = (entry: number) =>
      editOne(
        `insert into audit_changes (entry, kind, record_id, action) values (${entry}, 'member', 'm1', 'noted')`,
      )
    expect(afterTampering(add(10))).toMatchObject({ ok: false, lastGood: 9 })
    expect(afterTampering(add(0))).toMatchObject({ ok: false, lastGood: 0 })
    expect(afterTampering(add(13))).toMatchObject({ ok: false, lastGood: 12 })
  })

  it('a change moved to another entry', () => {
    expect(
      afterTampering(editOne("update audit_changes set entry = 10 where entry = 9 and record_id = 'm2'")),
    ).toMatchObject({ ok: false, lastGood: 8 })
  })

  it('two changes of an entry swapped', () => {
    expect(
      afterTampering(execute(`update audit_changes set id = id + 1000 where entry = 9 and record_id = 'm1'`)),
    ).toMatchObject({ ok: false, lastGood: 8 })
  })

  it('two entries swapped', () => {
    expect(
      afterTampering(
        execute(`update audit_entries set seq = 1000 where seq = 9; update audit_entries set seq = 9 where seq = 10;
          update audit_entries set seq = 10 where seq = 1000;
          update audit_changes set entry = 1000 where entry = 9; update audit_changes set entry = 9 where entry = 10;
          update audit_changes set entry = 10 where entry = 1000;`),
      ),
    ).toMatchObject({ ok: false, lastGood: 8 })
  })

  const forge = `insert into audit_entries (seq, at, account_name, via, route, change_count, hash)
    select 13, at, '另一人', via, route, 0, hash from audit_entries where seq = 12`

  it('a forged entry at the end: with a hash of its own, with a right one, and with the head moved', () => {
    expect(afterTampering(editOne(forge))).toMatchObject({ ok: false, entries: 13, lastGood: 12 })
    const withRightHash = (sqlite: Sqlite.Database) => {
      const head = sqlite.prepare("select value from database_facts where key = 'audit.head'").pluck().get()
      editOne(forge)(sqlite)
      rehash(sqlite, 13)
      sqlite.prepare("update database_facts set value = ? where key = 'audit.head'").run(head)
    }
    expect(afterTampering(withRightHash)).toMatchObject({
      lastGood: 12,
      problem: '第 13 条起没有计入末尾的校验值，是另外添加的',
    })
    // The whole log and its head were made to fit: a head written elsewhere later than that would tell.
    const asByTheProgram = (sqlite: Sqlite.Database) => {
      editOne(forge)(sqlite)
      rehash(sqlite, 13)
    }
    expect(afterTampering(asByTheProgram, [{ seq: 13, hash: 'f'.repeat(64), where: '备份' }])).toMatchObject({
      ok: false,
      lastGood: 12,
    })
  })

  it('a forged entry in the middle', () => {
    expect(
      afterTampering(
        execute(`update audit_changes set entry = -entry - 1 where entry > 7; update audit_entries set seq = -seq - 1 where seq > 7;
          update audit_changes set entry = -entry where entry < 0; update audit_entries set seq = -seq where seq < 0;
          ${forge.replace('select 13', 'select 8').replace('seq = 12', 'seq = 7')}`),
      ),
    ).toMatchObject({ ok: false, entries: 13, lastGood: 7 })
  })
})

describe('the end', () => {
  it('cut off', () => {
    expect(afterTampering(execute(cutAt(11)))).toMatchObject({
      ok: false,
      entries: 11,
      lastGood: 11,
      problem: '末尾被截去：应有 12 条，只有 11 条',
    })
  })

  it('cut off, with the head in the database made to fit: the head file tells', () => {
    const cut = (sqlite: Sqlite.Database) => {
      sqlite.exec(cutAt(11))
      fixHead(sqlite)
    }
    expect(afterTampering(cut)).toMatchObject({
      ok: false,
      lastGood: 11,
      problem: '末尾被截去：数据文件夹的 audit.head里记到第 12 条，现在只有 11 条',
    })
  })

  it('cut off, with head and head file made to fit: a backup tells', () => {
    const file = aLog()
    const before = openLedger(file)
    const backup = { ...before.ledger.auditHead(), where: '2026-11-21 的备份' }
    before.ledger.close()
    const sqlite = raw(file)
    sqlite.exec(cutAt(11))
    fixHead(sqlite)
    sqlite.close()
    // Into a folder without a head file.
    const elsewhere = join(tempDir(), 'ledger.db')
    copyFileSync(file, elsewhere)
    const { ledger } = openLedger(elsewhere)
    expect(ledger.verifyAudit([])).toMatchObject({ ok: true, anchors: 0 })
    expect(ledger.verifyAudit([backup])).toMatchObject({
      ok: false,
      lastGood: 11,
      problem: '末尾被截去：2026-11-21 的备份里记到第 12 条，现在只有 11 条',
    })
  })

  it('cut off altogether', () => {
    expect(afterTampering(execute(cutAt(0)))).toMatchObject({ ok: false, entries: 0, lastGood: 0 })
    const withHead = `${cutAt(0)} delete from database_facts where key = 'audit.head'`
    expect(afterTampering(execute(withHead))).toMatchObject({ ok: false, entries: 0, lastGood: 0 })
  })

  it('its mark edited or removed', () => {
    const edit = "update database_facts set value = '12:abc' where key = 'audit.head'"
    expect(afterTampering(editOne(edit))).toMatchObject({ ok: false, problem: '末尾的校验值被改动' })
    const remove = "delete from database_facts where key = 'audit.head'"
    expect(afterTampering(editOne(remove))).toMatchObject({ ok: false, lastGood: 0 })
  })

  it('writing goes on after the damage, and the damage stays to be found', () => {
    const file = aLog()
    const sqlite = raw(file)
    sqlite.exec(cutAt(11))
    sqlite.close()
    const { db, ledger } = openLedger(file)
    db.write((tx) => tx.audit.detail('一'))
    db.write((tx) => tx.audit.detail('二'))
    expect(ledger.auditHead().seq).toBe(14)
    expect(ledger.verifyAudit([])).toMatchObject({ ok: false, lastGood: 11 })
  })
})

describe('the whole chain rewritten so that it fits in itself', () => {
  const rewrite = (sqlite: Sqlite.Database) => {
    editOne("update audit_entries set account_name = '另一人' where seq = 8")(sqlite)
    rehash(sqlite, 8)
  }

  it('is found by the head file; nothing vouches for any entry then', () => {
    expect(afterTampering(rewrite)).toMatchObject({
      ok: false,
      lastGood: 0,
      problem: '第 12 条与数据文件夹的 audit.head里留存的校验值不一致，日志在第 0 条之后被整段改写过',
    })
  })

  it('is good up to the last backup that still fits', () => {
    const file = aLog()
    const heads = openLedger(file)
    const anchors = [5, 7, 10].map((seq) => ({
      seq,
      hash:
        heads.db.read.sql.get<{ hash: string }>('select hash from audit_entries where seq = @seq', { seq })
          ?.hash ?? '',
      where: `第 ${seq} 条时的备份`,
    }))
    heads.ledger.close()
    const sqlite = raw(file)
    rewrite(sqlite)
    sqlite.close()
    expect(openLedger(file).ledger.verifyAudit(anchors)).toMatchObject({
      ok: false,
      lastGood: 7,
      problem: '第 10 条与第 10 条时的备份里留存的校验值不一致，日志在第 7 条之后被整段改写过',
      anchors: 4,
    })
  })

  it('without the head file beside it nothing in the file itself tells', () => {
    const file = aLog()
    const sqlite = raw(file)
    rewrite(sqlite)
    sqlite.close()
    const elsewhere = join(tempDir(), 'ledger.db')
    copyFileSync(file, elsewhere)
    expect(dirname(elsewhere)).not.toBe(dirname(file))
    expect(openLedger(elsewhere).ledger.verifyAudit([])).toMatchObject({ ok: true, anchors: 0 })
  })
})
