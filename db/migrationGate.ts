import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) })

/** Times of the known migrations, oldest first, as drizzle's journal lists them. */
export function knownMigrations(migrationsDir: string): readonly number[] {
  const text = readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')
  return journalSchema.parse(JSON.parse(text)).entries.map((entry) => entry.when)
}

export function appliedMigrations(sqlite: Sqlite.Database): readonly number[] {
  const table = sqlite
    .prepare("select count(*) as n from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .pluck()
    .get()
  if (table === 0) return []
  const rows = sqlite.prepare('select created_at from __drizzle_migrations order by created_at').pluck().all()
  return rows.map(Number)
}

/** Drizzle opens a newer or a diverged file without a word; this refuses both. */
export function refuseUnknownMigrations(applied: readonly number[], known: readonly number[]): void {
  const isPrefix = applied.every((when, i) => known[i] === when)
  if (isPrefix) return
  throw new AppError('DATABASE_TOO_NEW', `${applied.length} migrations applied, ${known.length} known`, {
    messageZh: '这份数据是用更新版本的党务台账保存的，本版本打不开。请安装新版本；数据没有改动',
  })
}
