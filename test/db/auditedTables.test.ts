import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { auditedTables, unloggedTables } from '#db/audit/auditedTables.ts'
import * as schema from '#db/schema/index.ts'
import { recordKinds } from '#shared/contract/activity.ts'
import { aLedger } from './auditLedger.ts'

const tables = Object.values(schema).filter((each) => is(each, SQLiteTable))
const columnsOf: ReadonlyMap<string, readonly string[]> = new Map(
  tables.map((table) => [getTableName(table), Object.values(getTableColumns(table)).map((c) => c.name)]),
)
const decided = [...Object.keys(auditedTables), ...Object.keys(unloggedTables)]

it('of every table of the schema it is decided whether its writes are logged', () => {
  expect(columnsOf.size).toBeGreaterThan(10)
  expect([...columnsOf.keys()].filter((table) => !decided.includes(table))).toEqual([])
})

it('of every table of a database it is decided, and of no table that is not there', () => {
  const inFile = Object.keys(aLedger().ledger.counts())
  expect(decided.toSorted()).toEqual(inFile.toSorted())
  expect(new Set(decided).size).toBe(decided.length)
})

it.each(Object.entries(auditedTables))(
  '%s: every column named for the log is one of its columns',
  (table, audited) => {
    const columns = columnsOf.get(table) ?? []
    const inSql = (sql: string | null) =>
      [...(sql ?? '').matchAll(/row\.(\w+)/g)].flatMap(([, column]) => column ?? [])
    const organization = inSql(audited.organization)
    const name = audited.name?.includes('row.') === true ? inSql(audited.name) : [audited.name ?? audited.key]
    const named = [audited.key, ...name, ...audited.ignored, ...audited.secret, ...organization]
    expect(named.filter((column) => !columns.includes(column))).toEqual([])
    expect(audited.ignored).not.toContain(audited.key)
  },
)

it('every kind of record has its table', () => {
  expect(Object.values(auditedTables).map((audited) => audited.kind)).toEqual(
    expect.arrayContaining([...recordKinds]),
  )
})
