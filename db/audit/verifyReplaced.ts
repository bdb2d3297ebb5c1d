import type { ReadSql } from '../database.ts'
import { EntryHash, hasHead } from './chain.ts'
import { linkedColumns, type LinkedEntry } from './readLog.ts'
import { changesOfReplaced, isKept, readMarks } from './replacedLog.ts'

interface Replaced extends LinkedEntry {
  readonly previous: string
}

/**
 * The logs of before a restore: each entry is as it was written, hangs on one that is kept, and is the head of its log as the
 * restore noted it in the log itself, or has one after it. So nothing in them can be edited, added, taken out or cut off.
 */
export function verifyReplaced(sql: ReadSql): { readonly entries: number; readonly problem: string | null } {
  // A database that is being salvaged may be of before this table.
  if (!sql.get("select 1 from sqlite_master where type = 'table' and name = 'replaced_entries'"))
    return { entries: 0, problem: null }
  const entries = sql.all<Replaced>(
    `select ${linkedColumns}, previous from replaced_entries order by seq, hash`,
  )
  return { entries: entries.length, problem: problemOf(sql, entries) }
}

function problemOf(sql: ReadSql, entries: readonly Replaced[]): string | null {
  const bad = ({ seq }: Pick<Replaced, 'seq'>, what: string) => `恢复前的日志第 ${seq} 条${what}`
  const { heads, lostUntil } = readMarks(sql)
  const lost = heads.find((head) => head.noted > lostUntil && !isKept(sql, head))
  if (lost) return bad(lost, '不见了，它的末尾被截去')
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]))
  const ends = new Set(heads.map(({ hash }) => hash))
  for (const entry of entries) {
    const { seq, hash, previous } = entry
    const changes = changesOfReplaced(sql, hash)
    const link = new EntryHash(previous)
    for (const change of changes) link.add(change)
    if (changes.length !== entry.changeCount || link.close(entry) !== hash)
      return bad(entry, '与记录时不一致：内容、明细或先后顺序被改动')
    const before = { seq: seq - 1, hash: previous }
    const hangs = seq === 1 ? previous === '' : byHash.get(previous)?.seq === seq - 1 || hasHead(sql, before)
    if (!hangs) return bad(entry, '接不上：它前面的一条不见了')
  }
  const followed = new Set(entries.map(({ previous }) => previous))
  const added = entries.find(({ hash }) => !ends.has(hash) && !followed.has(hash))
  if (added) return bad(added, '没有计入末尾的校验值，是另外添加的')
  const stray = sql.get(
    'select 1 from replaced_changes where entry not in (select hash from replaced_entries)',
  )
  return stray === undefined ? null : '恢复前的日志里有明细不属于任何一条记录，是另外添加的'
}
