import { describe, expect, it } from 'vitest'
import { secretDigestOf } from '#db/audit/chain.ts'
import { afterTampering, editOne, rehash } from './tampering.ts'

describe('an edited log is found at the entry that was edited', () => {
  it.each([
    ["at = '2020-01-01T00:00:00.000Z'"],
    ["account_id = 'a2'"],
    ['account_id = null'],
    ["account_name = '另一人'"],
    ["role = 'leader'"],
    ["session_id = 's2'"],
    ["via = 'browser'"],
    ["route = 'members.get'"],
    ['undoes = 3'],
    ["detail = '无'"],
    ["hash = '00' || substr(hash, 3)"],
  ])('entry: %s', (set) => {
    expect(afterTampering(editOne(`update audit_entries set ${set} where seq = 8`))).toMatchObject({
      ok: false,
      lastGood: 7,
      problem: '第 8 条与记录时不一致：内容、明细或先后顺序被改动',
    })
  })

  it('entry: the number of its changes', () => {
    expect(afterTampering(editOne('update audit_entries set change_count = 0 where seq = 8'))).toMatchObject({
      lastGood: 7,
      problem: '第 8 条与记录时不一致：明细应有 0 处，现有 1 处',
    })
  })

  it.each([
    ["kind = 'organization'"],
    ["record_id = 'm9'"],
    ["name = '另一人'"],
    ['name = null'],
    ["organization_id = 'west1'"],
    ["action = 'added'"],
    [`diff = '{"mobile":["1","2"]}'`],
    ['diff = null'],
  ])('change: %s', (set) => {
    expect(afterTampering(editOne(`update audit_changes set ${set} where entry = 8`))).toMatchObject({
      ok: false,
      lastGood: 7,
    })
  })

  it.each([
    ['edited', `secret = '{"salt":"","values":{"mobile":["1","2"]}}'`, '隐去的原值被改动'],
    ['removed', 'secret = null', '隐去的原值被删掉'],
    ['given another digest', "secret_digest = 'x'", '隐去的原值被改动'],
    ['removed with its digest', 'secret = null, secret_digest = null', '内容、明细或先后顺序被改动'],
  ])('a clear value %s', (_, set, problem) => {
    expect(afterTampering(editOne(`update audit_changes set ${set} where entry = 8`))).toMatchObject({
      lastGood: 7,
      problem: `第 8 条与记录时不一致：${problem}`,
    })
  })

  it('a clear value edited together with its digest', () => {
    const forged = '{"salt":"","values":{"mobile":["1","2"]}}'
    expect(
      afterTampering((sqlite) => {
        const sql = 'update audit_changes set secret = ?, secret_digest = ? where entry = 8'
        sqlite.prepare(sql).run(forged, secretDigestOf(forged))
      }),
    ).toMatchObject({ ok: false, lastGood: 7 })
  })

  it('a clear value put back into a record that was purged', () => {
    const sql = "update audit_changes set secret = '{}' where entry = 9 and record_id = 'm2'"
    expect(afterTampering(editOne(sql))).toMatchObject({ ok: false, lastGood: 8 })
  })

  it('the first entry and the last', () => {
    expect(afterTampering(editOne("update audit_entries set detail = 'x' where seq = 1"))).toMatchObject({
      ok: false,
      lastGood: 0,
    })
    expect(afterTampering(editOne("update audit_entries set detail = 'x' where seq = 12"))).toMatchObject({
      ok: false,
      lastGood: 11,
    })
  })

  it('rehashing the edited entry alone moves the break to the next', () => {
    expect(
      afterTampering((sqlite) => {
        const head = sqlite.prepare("select value from database_facts where key = 'audit.head'").pluck().get()
        const later = sqlite.prepare('select seq, hash from audit_entries where seq > 8').all() as readonly {
          seq: number
          hash: string
        }[]
        editOne("update audit_entries set account_name = '另一人' where seq = 8")(sqlite)
        rehash(sqlite, 8)
        for (const { seq, hash } of later)
          sqlite.prepare('update audit_entries set hash = ? where seq = ?').run(hash, seq)
        sqlite.prepare("update database_facts set value = ? where key = 'audit.head'").run(head)
      }),
    ).toMatchObject({ ok: false, lastGood: 8 })
  })
})
