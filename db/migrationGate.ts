import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'

const journalSchema = z.object({
  entries: z.array(z.looseObject({ when: z.number(), tag: z.string() })),
})

/** Times of the known migrations, oldest first, as drizzle's journal lists them. */
export function knownMigrations(migrationsDir: string): readonly number[] {
  const text = readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')
  return journalSchema.parse(JSON.parse(text)).entries.map((entry) => entry.when)
}

/** The folder itself when all are wanted, else a copy of the first ones, to be removed after. */
export function firstMigrations(
  migrationsDir: string,
  count: number,
  copyTo: string,
): { readonly dir: string; remove(): void } {
  const text = readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')
  const journal = z.looseObject(journalSchema.shape).parse(JSON.parse(text))
  if (count >= journal.entries.length) return { dir: migrationsDir, remove: () => undefined }
  const entries = journal.entries.slice(0, count)
  mkdirSync(join(copyTo, 'meta'), { recursive: true })
  writeFileSync(join(copyTo, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }))
  for (const { tag } of entries) copyFileSync(join(migrationsDir, `${tag}.sql`), join(copyTo, `${tag}.sql`))
  return { dir: copyTo, remove: () => rmSync(copyTo, { recursive: true, force: true }) }
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
  const isNewer = known.every((when, i) => applied[i] === when)
  throw new AppError('DATABASE_TOO_NEW', `${applied.length} migrations applied, ${known.length} known`, {
    messageZh: isNewer
      ? '这份数据是用更新版本的党务台账保存的，本版本打不开。请安装新版本；数据没有改动'
      : '这份数据是用另一个版本（如试用中的版本）的党务台账保存的，与本版本的数据格式不一致，打不开。请用保存它的那个版本打开；数据没有改动',
  })
}
