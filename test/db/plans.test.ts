import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import type { MemberListInput } from '#shared/contract/members.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { Database, ReadDb, SqlParams } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { countMembers, listMemberSeqs, type ListScope } from '#db/queries/memberList.ts'
import { searchMembers } from '#db/queries/memberSearch.ts'
import { countByGroup } from '#db/queries/organizations.ts'
import { tempDir } from '../api/testCore.ts'

function database(): Database {
  const db = openDatabase({
    file: join(tempDir(), 'ledger.db'),
    key: Buffer.alloc(32, 1),
    create: true,
    migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
  })
  onTestFinished(() => db.close())
  return db
}

/** The plans SQLite makes for everything a query function asks. */
function plansOf(body: (db: ReadDb) => unknown): string {
  const { read } = database()
  const plans: string[] = []
  const explain = (sql: string, params: SqlParams) =>
    plans.push(
      ...read.sql.all<{ detail: string }>(`explain query plan ${sql}`, params).map((row) => row.detail),
    )
  body({
    orm: read.orm,
    sql: {
      all: <Row>(sql: string, params: SqlParams = {}) => {
        explain(sql, params)
        return read.sql.all<Row>(sql, params)
      },
      get: <Row>(sql: string, params: SqlParams = {}) => {
        explain(sql, params)
        return read.sql.get<Row>(sql, params)
      },
    },
  })
  return plans.join('\n')
}

const everybody: ListScope = { of: null, today: dateOnly('2026-11-01') }
const inGoodStanding: MemberListInput['filters'] = [{ op: 'in', field: 'partyStatus', values: ['ZC', 'LC'] }]
const page = { text: null, filters: inGoodStanding, offset: 0, limit: 100 }

it.each([
  ['name', 'members_name'],
  ['birthDate', 'members_birth'],
  ['joinedOn', 'members_joined'],
] as const)('a page by %s is read from its index, not sorted out of the table', (field, index) => {
  const plan = plansOf((db) =>
    listMemberSeqs(db, { ...page, organizationId: null, sort: { field, descending: false } }, everybody),
  )
  expect(plan).toContain(`USING INDEX ${index}`)
  if (field === 'name') expect(plan).not.toContain('TEMP B-TREE')
})

it('the number of people on a list is counted on an index alone', () => {
  const plan = plansOf((db) => countMembers(db, page, everybody))
  expect(plan).toContain('SEARCH members USING INDEX members_status')
})

it('the counts of the tree read one index from start to end', () => {
  const plan = plansOf((db) => countByGroup(db, ['ZC']))
  expect(plan).toMatch(/^SCAN members USING INDEX members_organization$/)
})

it('a keystroke of letters is one range of the search keys', () => {
  const plan = plansOf((db) => searchMembers(db, 'zhangs', 20))
  expect(plan).toMatch(/SEARCH member_search_keys USING PRIMARY KEY \(key>\? AND key<\?\)/)
})

it('a keystroke of digits never reads the table of members to find out', () => {
  const plan = plansOf((db) => searchMembers(db, '0012', 20))
  expect(plan).toContain('SCAN members USING INDEX members_id_no')
  expect(plan).toContain('SCAN members USING COVERING INDEX members_mobile')
})
