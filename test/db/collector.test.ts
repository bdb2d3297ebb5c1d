import { describe, expect, it } from 'vitest'
import { instant } from '#shared/lib/dates.ts'
import {
  addMemberRow,
  addOrganization,
  aStreetLedger,
  at,
  aWriter,
  lastChanges,
  rename,
  run,
} from './auditLedger.ts'

const addFact = "insert into settings (key, value, updated_at) values ('k', '1', '2026')"

describe('an entry says what a write did in the end', () => {
  it('one update: old and new of the fields that differ, under who, when and through what', () => {
    const test = aStreetLedger()
    test.db.write(run(`update members set name = '王大明', version = 2, updated_at = 'x' where id = 'm1'`))
    expect(lastChanges(test)).toEqual([
      {
        entry: 7,
        kind: 'member',
        recordId: 'm1',
        name: '王大明',
        organizationId: 'east1',
        action: 'changed',
        diff: { name: ['王小明', '王大明'] },
      },
    ])
    expect(test.db.read.sql.get('select * from audit_entries where seq = 7')).toMatchObject({
      at,
      account_id: 'a1',
      account_name: '测试员',
      role: 'streetClerk',
      session_id: 's1',
      via: 'cli',
      route: 'members.update',
      change_count: 1,
      undoes: null,
    })
  })

  it('several updates of one row are one change from the first value to the last', () => {
    const test = aStreetLedger()
    test.db.write(run(rename('甲'), rename('乙'), "update members set grid_no = '7' where id = 'm1'"))
    expect(lastChanges(test)).toMatchObject([{ diff: { name: ['王小明', '乙'], grid_no: [null, '7'] } }])
  })

  it('an update that comes back to the first value, or touches only what follows, is no entry', () => {
    const test = aStreetLedger()
    test.db.write(run(rename('甲'), rename('王小明')))
    test.db.write(run("update organizations set tree_order = 9, version = 5 where id = 'east'"))
    expect(test.ledger.auditHead().seq).toBe(6)
  })

  it('insert and update are one new record under its last name, without values', () => {
    const test = aStreetLedger()
    test.db.write(run(addFact, "update settings set value = '2' where key = 'k'"))
    expect(lastChanges(test)).toMatchObject([{ kind: 'setting', action: 'added', diff: null }])
  })

  it('insert and delete are nothing', () => {
    const test = aStreetLedger()
    test.db.write(run(addFact, "delete from settings where key = 'k'"))
    expect(test.ledger.auditHead().seq).toBe(6)
  })

  it('update and delete are one removal with the values from before the write', () => {
    const test = aStreetLedger()
    test.db.write(run(addFact))
    test.db.write(
      run("update settings set value = '2' where key = 'k'", "delete from settings where key = 'k'"),
    )
    expect(lastChanges(test)).toMatchObject([
      { action: 'removed', diff: { key: ['k', null], value: ['1', null] } },
    ])
  })

  it('delete and insert under the same key are one change of what differs', () => {
    const test = aStreetLedger()
    test.db.write(run(addFact))
    test.db.write(run("delete from settings where key = 'k'", addFact.replace("'1'", "'3'")))
    expect(lastChanges(test)).toMatchObject([{ action: 'changed', diff: { value: ['1', '3'] } }])
  })

  it('REPLACE and upsert are changes of the row that was there', () => {
    const test = aStreetLedger()
    test.db.write(run(addFact))
    test.db.write(run(addFact.replace('insert', 'replace').replace("'1'", "'3'")))
    expect(lastChanges(test)).toMatchObject([{ action: 'changed', diff: { value: ['1', '3'] } }])
    test.db.write(run(`${addFact} on conflict (key) do update set value = '4'`))
    expect(lastChanges(test)).toMatchObject([{ action: 'changed', diff: { value: ['3', '4'] } }])
  })

  it('changes stand in the order the records were first touched', () => {
    const test = aStreetLedger()
    addMemberRow(test.db, 'm2', 'west1', 3)
    const name = (id: string) => `update members set name = '${id}' where id = '${id}'`
    test.db.write(run(name('m2'), "update organizations set short_name = '东' where id = 'east'", name('m1')))
    expect(lastChanges(test).map((change) => change.recordId)).toEqual(['m2', 'east', 'm1'])
  })

  it('a statement that failed half-way leaves nothing in the entry', () => {
    const test = aStreetLedger()
    addMemberRow(test.db, 'm2', 'west1', 3)
    test.db.write((tx) => {
      // The second row breaks the unique ID number; SQLite takes the first back too.
      expect(() => tx.sql.run("update members set name = '同名', id_no = '1'")).toThrow('UNIQUE')
      tx.sql.run("update members set grid_no = '7' where id = 'm2'")
    })
    expect(lastChanges(test)).toMatchObject([{ recordId: 'm2', diff: { grid_no: [null, '7'] } }])
  })

  it('notes and details are entries of their own, numbers in them masked', () => {
    const test = aStreetLedger()
    test.db.write((tx) => {
      tx.audit.note({ kind: 'member', recordId: 'm1', name: '王13800135678', organizationId: 'east1' })
      tx.audit.detail('电话 138-0013-5678，证号 110105197005040012')
    })
    expect(lastChanges(test)).toMatchObject([{ action: 'noted', name: '王138****5678' }])
    expect(test.db.read.sql.get('select detail from audit_entries where seq = 7')).toEqual({
      detail: '电话 138****5678，证号 110105********0012',
    })
    test.db.write((tx) => tx.audit.detail('登录'))
    expect(test.ledger.auditHead().seq).toBe(8)
    test.db.write((tx) => tx.audit.undoes(7))
    expect(test.db.read.sql.get('select undoes from audit_entries where seq = 9')).toEqual({ undoes: 7 })
  })

  it('a write that only reads, or writes what is not logged, is no entry', () => {
    const test = aStreetLedger()
    test.db.write((tx) => {
      tx.sql.all('select * from members')
      tx.sql.run("insert into database_facts (key, value) values ('a', '1')")
    })
    expect(test.ledger.auditHead().seq).toBe(6)
  })

  it('details and notes of one write do not reach the next', () => {
    const test = aStreetLedger()
    expect(() =>
      test.db.write((tx) => {
        tx.audit.detail('一')
        tx.audit.purging()
        throw new Error('stop')
      }),
    ).toThrow('stop')
    test.db.write(run(addFact))
    test.db.write(run("delete from settings where key = 'k'"))
    expect(lastChanges(test)).toMatchObject([{ action: 'removed' }])
    expect(test.db.read.sql.all('select detail from audit_entries where detail is not null')).toEqual([])
  })
})

describe('what is sensitive', () => {
  it('stands masked in the entry, and in the clear beside it', () => {
    const test = aStreetLedger()
    test.db.write(
      run(
        "update members set mobile = '13911112222', address = '东环新苑小区3号楼', remark = '另电 13700001111' where id = 'm1'",
      ),
    )
    expect(lastChanges(test)).toMatchObject([
      {
        diff: {
          mobile: ['138****5678', '139****2222'],
          address: [null, '东环新苑****'],
          remark: [null, '另电 137****1111'],
        },
      },
    ])
    const secret = test.db.read.sql.get<{ secret: string }>(
      'select secret from audit_changes where entry = 7',
    )
    expect(JSON.parse(secret?.secret ?? '')).toMatchObject({
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
      values: {
        mobile: ['13800135678', '13911112222'],
        address: [null, '东环新苑小区3号楼'],
        remark: [null, '另电 13700001111'],
      },
    })
  })

  it('is no id, however much its digits look like a phone number', () => {
    const test = aStreetLedger()
    addOrganization(test.db, 'f13800135678f', 'east')
    test.db.write(run("update members set organization_id = 'f13800135678f' where id = 'm1'"))
    expect(lastChanges(test)).toMatchObject([{ diff: { organization_id: ['east1', 'f13800135678f'] } }])
  })

  it('is forgotten in every entry once the record is purged; the entries still verify', () => {
    const test = aStreetLedger()
    test.db.write(run("update members set mobile = '13911112222' where id = 'm1'"))
    test.db.write((tx) => {
      tx.audit.purging()
      tx.sql.run("delete from members where id = 'm1'")
    })
    expect(lastChanges(test)).toMatchObject([{ action: 'purged', name: '王小明', diff: null }])
    expect(test.db.read.sql.all('select id from audit_changes where secret is not null')).toEqual([])
    expect(test.ledger.verifyAudit([])).toMatchObject({ ok: true, entries: 8 })
  })

  it('of another record is not forgotten with it', () => {
    const test = aStreetLedger()
    addMemberRow(test.db, 'm2', 'east1', 3)
    test.db.write(run("update members set mobile = '13911112222'"))
    test.db.write((tx) => {
      tx.audit.purging()
      tx.sql.run("delete from members where id = 'm1'")
    })
    expect(
      test.db.read.sql.all('select record_id as id from audit_changes where secret is not null'),
    ).toEqual([{ id: 'm2' }])
  })
})

describe('what cannot be done', () => {
  it('a write outside db.write', () => {
    const { db } = aStreetLedger()
    const orm = db.read.orm as unknown as { run(sql: string): unknown } // what a careless cast would reach
    expect(() => orm.run(rename('甲'))).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ message: 'a write outside db.write' }) }),
    )
    expect(db.read.sql.get("select name from members where id = 'm1'")).toEqual({ name: '王小明' })
  })

  it('a write within a write, which would lose the outer entry', () => {
    const test = aStreetLedger()
    expect(() =>
      test.db.write((tx) => {
        tx.sql.run(rename('甲'))
        test.db.write(run(addFact))
      }),
    ).toThrow('a write within a write')
    expect(test.db.read.sql.get("select name from members where id = 'm1'")).toEqual({ name: '王小明' })
    test.db.write(run(rename('乙')))
    expect(lastChanges(test)).toMatchObject([{ diff: { name: ['王小明', '乙'] } }])
  })

  it('changing the log: not its entries, not its changes, not its secrets outside a purge', () => {
    const { db } = aStreetLedger()
    db.write(run("update members set mobile = '13911112222' where id = 'm1'"))
    for (const statement of [
      "update audit_entries set detail = 'x' where seq = 1",
      'delete from audit_entries where seq = 1',
      "update audit_changes set name = 'x' where entry = 7",
      'update audit_changes set secret = null where entry = 7',
      'delete from audit_changes where entry = 7',
    ])
      expect(() => db.write(run(statement)), statement).toThrow('the log is only added to')
    expect(() =>
      db.write((tx) => {
        tx.audit.purging()
        tx.sql.run('update audit_changes set secret = null, diff = null where entry = 7')
      }),
    ).toThrow('the log is only added to')
  })

  it('changing the key of a record', () => {
    const { db } = aStreetLedger()
    expect(() => db.write(run("update members set id = 'm9' where id = 'm1'"))).toThrow('keeps its key')
  })

  it('an error within the log takes the write with it', () => {
    const test = aStreetLedger()
    const broken = test.ledger.as(
      aWriter({
        now: () => {
          throw new Error('no clock')
        },
      }),
    )
    expect(() => broken.write(run(rename('甲')))).toThrow('no clock')
    expect(test.db.read.sql.get("select name from members where id = 'm1'")).toEqual({ name: '王小明' })
    expect(test.ledger.auditHead().seq).toBe(6)
  })
})

it('times come from the writer', () => {
  const test = aStreetLedger()
  const later = instant(new Date('2027-01-01T00:00:00Z'))
  test.ledger.as(aWriter({ now: () => later, account: null, via: 'system' })).write(run(addFact))
  expect(test.db.read.sql.get('select at, account_name as name from audit_entries where seq = 7')).toEqual({
    at: later,
    name: '系统',
  })
})
