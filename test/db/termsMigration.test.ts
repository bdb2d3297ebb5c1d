import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { tempDir } from '../api/testCore.ts'
import { key, migrationsDir, raw } from './auditLedger.ts'
import { fillOldDatabase } from './oldDatabase.ts'

it('what an organisation said of its term becomes the term that runs; who has none gets none', () => {
  const file = join(tempDir(), 'ledger.db')
  fillOldDatabase(file)
  const old = raw(file)
  const ids = old.prepare('select id from organizations order by id').pluck().all() as readonly string[]
  const set = (at: number, fields: string) =>
    old.prepare(`update organizations set branch_kind = null, ${fields} where id = ?`).run(ids[at])
  old.prepare('update organizations set current_term_from = null, current_term_to = null').run()
  set(0, `type = 'ZB', status = 'active', current_term_from = '2022-03-20', current_term_to = '2027-03-20'`)
  set(1, `type = 'DGW', status = 'active', current_term_from = '2022-03-20', current_term_to = null`)
  old.close()
  openDatabase({
    file,
    key,
    create: false,
    migrationsDir,
    keepsHead: true,
    beforeUpgrade: () => undefined,
  }).close()
  const sqlite = raw(file)
  const terms = sqlite.prepare('select * from terms').all()
  sqlite.close()
  expect(terms).toEqual([
    expect.objectContaining({
      organization_id: ids[0],
      term_no: null,
      from_on: '2022-03-20',
      due_on: '2027-03-20',
      ended_on: null,
      extended_to: null,
      deleted_at: null,
      version: 1,
    }),
  ])
})

it('an organisation that has ended keeps its last term as history', () => {
  const file = join(tempDir(), 'ledger.db')
  fillOldDatabase(file)
  const old = raw(file)
  old.prepare('update organizations set current_term_from = null, current_term_to = null').run()
  old
    .prepare(
      `update organizations set type = 'ZB', branch_kind = null, status = 'dissolved', ended_on = '2024-06-01',
         current_term_from = '2019-05-10', current_term_to = '2024-05-10'
       where id = (select min(id) from organizations)`,
    )
    .run()
  old.close()
  openDatabase({
    file,
    key,
    create: false,
    migrationsDir,
    keepsHead: true,
    beforeUpgrade: () => undefined,
  }).close()
  const sqlite = raw(file)
  const terms = sqlite.prepare('select from_on, due_on, ended_on from terms').all()
  sqlite.close()
  expect(terms).toEqual([{ from_on: '2019-05-10', due_on: '2024-05-10', ended_on: '2024-06-01' }])
})
