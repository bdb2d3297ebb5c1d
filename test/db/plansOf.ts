import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { systemWriter } from '#db/audit/writer.ts'
import type { ReadDb, SqlParams, SqlValue } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { instant } from '#shared/lib/dates.ts'
import { tempDir } from '../api/testCore.ts'

function database(): ReadDb {
  const ledger = openDatabase({
    file: join(tempDir(), 'ledger.db'),
    key: Buffer.alloc(32, 1),
    create: true,
    migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
    beforeUpgrade: () => undefined,
    keepsHead: false,
  })
  onTestFinished(() => ledger.close())
  return ledger.as(systemWriter('test', () => instant(new Date('2026-11-01T02:00:00Z')))).read
}

/** What drizzle asks is seen by its logger alone; its parameters have no names, so they are given some. */
function watchOrm({ orm }: ReadDb, explain: (sql: string, params: SqlParams) => void): void {
  const session: unknown = Reflect.get(orm, 'session')
  if (typeof session !== 'object' || session === null) throw new Error('drizzle has no session')
  const logQuery = (sql: string, values: readonly SqlValue[]) => {
    let n = 0
    const named = sql.replaceAll('?', () => `@p${(n += 1)}`)
    explain(named, Object.fromEntries(values.map((value, i) => [`p${i + 1}`, value])))
  }
  Reflect.set(session, 'logger', { logQuery })
}

/** The plans SQLite makes for everything a query function asks; `scope` and `mayReveal` are the caller's. */
export function plansOf(
  body: (db: ReadDb) => unknown,
  scope: readonly string[] | null = null,
  mayReveal = true,
): string {
  const read = database()
  const plans: string[] = []
  const explain = (sql: string, params: SqlParams) =>
    plans.push(
      ...read.sql.all<{ detail: string }>(`explain query plan ${sql}`, params).map((row) => row.detail),
    )
  watchOrm(read, explain)
  body({
    orm: read.orm,
    scope,
    mayReveal,
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
