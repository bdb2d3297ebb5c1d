import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { tempDir } from '../api/testCore.ts'
import { key, migrationsDir, raw } from './auditLedger.ts'
import { fillOldDatabase } from './oldDatabase.ts'

const row = (status: string, since: string | null, stop: readonly [string | null, string | null]) => ({
  status,
  since,
  stop_on: stop[0],
  stop_doc: stop[1],
  deleted_at: null,
  version: 1,
})

it('who was marked 失联, or stopped for it, comes into the ledger of cases at that step; nobody else does', () => {
  const file = join(tempDir(), 'ledger.db')
  fillOldDatabase(file)
  const old = raw(file)
  const ids = old.prepare('select id from members order by seq').pluck().all() as readonly string[]
  const set = (id: string | undefined, fields: string) =>
    old.prepare(`update members set ${fields} where id = ?`).run(id)
  set(ids[0], `is_lost = 1, lost_since = '2024-05', party_status = 'ZC', party_status_kind = null`)
  set(
    ids[1],
    `is_lost = 0, lost_since = null, party_status = 'TZ', party_status_kind = 'TZ-SL', party_status_on = '2023', party_status_doc = '某文'`,
  )
  set(ids[2], `is_lost = 1, lost_since = null, party_status = 'CD', party_status_kind = 'CD-TL'`)
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
  const cases = sqlite.prepare('select * from lost_cases').all()
  sqlite.close()
  expect(cases).toHaveLength(2)
  expect(cases).toContainEqual(
    expect.objectContaining({ member_id: ids[0], ...row('searching', '2024-05', [null, null]) }),
  )
  expect(cases).toContainEqual(
    expect.objectContaining({ member_id: ids[1], ...row('stopped', null, ['2023', '某文']) }),
  )
})
