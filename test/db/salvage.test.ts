import { readFileSync, truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { systemWriter } from '#db/audit/writer.ts'
import { unmakeLastMigration } from './oldDatabase.ts'
import { expectSound, now, ofTable, open, pageSize, raw, rows, run, salvageSample } from './salvageSample.ts'

const sample = salvageSample()
const { damaged, pagesOf } = sample

describe('of a damaged database', () => {
  it('that is whole after all, everything is saved', () => {
    const { to, salvaged } = run(damaged([]))
    expect(ofTable(salvaged, 'members')).toEqual({ table: 'members', saved: 600, lost: 0 })
    expect(rows(to, 'members')).toEqual(rows(sample.file(), 'members'))
    expect(rows(to, 'audit_entries')).toEqual(rows(sample.file(), 'audit_entries'))
    expectSound(to)
  })

  it('ballots being keyed are left behind, what is counted comes along (REV-06)', () => {
    const from = damaged([])
    const sqlite = raw(from)
    const line = sqlite.prepare(`insert into review_keyings (batch_id, pass, place, subject_id, marks)
      select b.id, 1, 90001, s.subject_id, '{}' from review_batches b join review_batch_subjects s on s.batch_id = b.id
      where b.state = 'open' limit 1`)
    expect(line.run().changes).toBe(1)
    sqlite.close()
    const { to } = run(from)
    expect(rows(to, 'review_keyings')).toEqual([])
    expect(rows(to, 'review_counts')).toEqual(rows(from, 'review_counts'))
    expect(rows(to, 'review_counts').length).toBeGreaterThan(0)
  })

  it('with one unreadable page of members, all others are saved as they were', () => {
    const [, page = 0] = pagesOf('members', 'leaf')
    const { to, salvaged } = run(damaged([page]))
    const found = ofTable(salvaged, 'members')
    expect(found?.lost).toBeGreaterThan(0)
    expect(found?.lost).toBeLessThan(40)
    expect((found?.saved ?? 0) + (found?.lost ?? 0)).toBe(600)
    const before = new Set(rows(sample.file(), 'members'))
    const after = rows(to, 'members')
    expect(after).toHaveLength(found?.saved ?? -1)
    expect(after.filter((row) => !before.has(row))).toEqual([])
    expect(ofTable(salvaged, 'organizations')?.lost).toBe(0)
    expectSound(to)
  })

  it('with pages gone at the start, in the middle and at the end, what is between them is saved', () => {
    const leaves = pagesOf('members', 'leaf')
    const chosen = [leaves[0] ?? 0, leaves[Math.floor(leaves.length / 2)] ?? 0, leaves.at(-1) ?? 0]
    const { to, salvaged } = run(damaged(chosen))
    const found = ofTable(salvaged, 'members')
    expect((found?.saved ?? 0) + (found?.lost ?? 0)).toBe(600)
    expect(found?.saved).toBeGreaterThan(450)
    expectSound(to)
  })

  it('with every index of the members gone, the members are not', () => {
    const sqlite = raw(sample.file())
    const indexes = sqlite
      .prepare("select name from sqlite_master where type = 'index' and tbl_name = 'members'")
      .pluck()
      .all()
      .map(String)
    sqlite.close()
    const pages = indexes.flatMap((name) => [...pagesOf(name, 'leaf'), ...pagesOf(name, 'internal')])
    const { to, salvaged } = run(damaged(pages))
    expect(ofTable(salvaged, 'members')).toMatchObject({ saved: 600, lost: 0 })
    expectSound(to)
  })

  it('with a page of members and every index of theirs gone, reads from both ends and says that the loss is unknown', () => {
    const leaves = pagesOf('members', 'leaf')
    const indexes = ['sqlite_autoindex_members_1', ...membersIndexes()]
    const pages = indexes.flatMap((name) => [...pagesOf(name, 'leaf'), ...pagesOf(name, 'internal')])
    const { to, salvaged } = run(damaged([leaves[3] ?? 0, ...pages]))
    const found = ofTable(salvaged, 'members')
    expect(found?.lost).toBeNull()
    expect(found?.saved).toBeGreaterThan(550)
    expect(found?.saved).toBeLessThan(600)
    expectSound(to)
  })

  it('that lost organisations, nobody is lost with them: others stand in under a name that says so', () => {
    const [page = 0] = pagesOf('organizations', 'leaf').slice(-1)
    const { to, salvaged } = run(damaged([page]))
    expect(salvaged.standIns).toBeGreaterThan(0)
    const found = ofTable(salvaged, 'organizations')
    expect((found?.saved ?? 0) + (found?.lost ?? 0)).toBe(sample.counts()['organizations'])
    expect(ofTable(salvaged, 'members')).toMatchObject({ saved: 600, lost: 0 })
    const sqlite = raw(to)
    const names = sqlite
      .prepare("select count(*) from organizations where short_name like '抢救时名称丢失%'")
      .pluck()
      .get()
    sqlite.close()
    expect(names).toBe(salvaged.standIns)
    expectSound(to)
  })

  it('that lost a part of its log, the log ends where it can still be proved', () => {
    const leaves = pagesOf('audit_changes', 'leaf')
    const { to, salvaged } = run(damaged([leaves[Math.floor(leaves.length / 2)] ?? 0]))
    expect(ofTable(salvaged, 'audit_changes')?.lost).toBeGreaterThan(0)
    expect(ofTable(salvaged, 'members')?.lost).toBe(0)
    expectSound(to)
  })

  it('that was cut short, what is before the cut is saved', () => {
    const file = damaged([])
    truncateSync(file, Math.floor(readFileSync(file).length / pageSize / 2) * pageSize)
    const { to, salvaged } = run(file)
    expect(salvaged.tables.reduce((sum, { saved }) => sum + saved, 0)).toBeGreaterThan(0)
    expectSound(to)
  })

  it('whose first page is gone, nothing can be read, and a sentence says so', () => {
    expect(() => run(damaged([1]))).toThrow(expect.objectContaining({ code: 'DATABASE_DAMAGED' }))
  })

  it('hit at twenty places wherever they are, what comes out is sound and counts add up', () => {
    const pages = readFileSync(sample.file()).length / pageSize
    for (let seed = 1; seed <= 6; seed += 1) {
      let state = seed * 7919
      const next = () => (state = (state * 48_271) % 2_147_483_647)
      const hit = Array.from({ length: 20 }, () => 20 + (next() % (pages - 20)))
      const from = damaged(hit)
      const { to, salvaged } = run(from)
      for (const { table, saved, lost } of salvaged.tables) {
        const sum = saved + (lost ?? 0)
        // Details that hang on a lost entry of the log go with it.
        if (lost !== null && table !== 'database_facts')
          expect([table, sum]).toEqual([table, sample.counts()[table]])
      }
      expectSound(to)
    }
  })
})

function membersIndexes(): readonly string[] {
  const sqlite = raw(sample.file())
  const names = sqlite
    .prepare(
      "select name from sqlite_master where type = 'index' and tbl_name = 'members' and sql is not null",
    )
    .pluck()
    .all()
    .map(String)
  sqlite.close()
  return names
}

it('a database of an older build is saved as it is, and migrated when it is opened', () => {
  const file = damaged([])
  const old = raw(file)
  unmakeLastMigration(old)
  const applied = old.prepare('select count(*) from __drizzle_migrations').pluck().get()
  old.close()
  const { to } = run(file)
  const sqlite = raw(to)
  expect(sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(applied)
  sqlite.close()
})

it('nobody falls out of the counts with the row of a stay: the record says where people are', () => {
  const { to, salvaged } = run(damaged(pagesOf('memberships', 'leaf').slice(0, 5)))
  expect(salvaged.tables.find(({ table }) => table === 'memberships')?.lost).not.toBe(0)
  const ledger = open(to)
  const { sql } = ledger.as(systemWriter('test', now)).read
  const isHere = "m.party_status in ('ZC', 'LC', 'XQ', 'ZZQL')"
  const open_ = 'select 1 from memberships s where s.member_id = m.id and s.to_on is null'
  expect(sql.all(`select m.name from members m where ${isHere} and not exists (${open_})`)).toEqual([])
  expect(sql.all(`select m.name from members m where not ${isHere} and exists (${open_})`)).toEqual([])
  ledger.close()
})
