import type { ReadSql, WriteDb, WriteSql } from '../database.ts'
import { type AuditHead, type ChainedChange, EntryHash, hasHead, readHead } from './chain.ts'
import type { AuditPen } from './collector.ts'
import { changesAfter, entriesAfter, linkedColumns, type LinkedEntry } from './readLog.ts'

interface ReplacedEntry extends LinkedEntry {
  /** Hash of the entry before it. */
  readonly previous: string
  readonly changes: readonly ChainedChange[]
}

/** What of a log would be gone with its database. The clear values beside masked ones are left behind. */
export interface ReplacedLog {
  readonly entries: readonly ReplacedEntry[]
  /** Of the log itself; null when it has nothing the other has not. */
  readonly head: AuditHead | null
  /** Entries after this one prove nothing any more and are left out; null when all hold. */
  readonly brokenAfter: number | null
}

/** An entry's hash covers all before it: two logs that agree at one agree up to there. */
export function lastCommon(one: ReadSql, other: ReadSql): number {
  const [a, b] = [readHead(one).seq, readHead(other).seq]
  let [good, bad] = [0, Math.min(a, b) + 1]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    const hash = hashAt(one, middle)
    if (hash !== undefined && hash === hashAt(other, middle)) good = middle
    else bad = middle
  }
  return good
}

function hashAt(sql: ReadSql, seq: number): string | undefined {
  return sql.get<{ hash: string }>('select hash from audit_entries where seq = @seq', { seq })?.hash
}

/** The log's entries after `common`, and those a restore of before left beside it. */
export function readReplacedLog(sql: ReadSql, common: number): ReplacedLog {
  const entries: ReplacedEntry[] = []
  const changes = changesAfter(sql, common)
  let next = changes.next()
  let last: AuditHead = { seq: common, hash: hashAt(sql, common) ?? '' }
  let brokenAfter: number | null = null
  for (const entry of entriesAfter(sql, common)) {
    const own: ChainedChange[] = []
    const hash = new EntryHash(last.hash)
    for (; next.done !== true && next.value.entry === entry.seq; next = changes.next()) {
      own.push(next.value)
      hash.add(next.value)
    }
    if (entry.seq !== last.seq + 1 || own.length !== entry.changeCount || hash.close(entry) !== entry.hash) {
      brokenAfter = last.seq
      break
    }
    entries.push({ ...entry, previous: last.hash, changes: own })
    last = { seq: entry.seq, hash: entry.hash }
  }
  return {
    entries: [...entries, ...replacedBefore(sql)],
    head: entries.length === 0 ? null : last,
    brokenAfter,
  }
}

function replacedBefore(sql: ReadSql): readonly ReplacedEntry[] {
  const rows = sql.all<Omit<ReplacedEntry, 'changes'>>(
    `select ${linkedColumns}, previous from replaced_entries order by place, at, seq`,
  )
  return rows.map((entry) => ({ ...entry, changes: changesOfReplaced(sql, entry.hash) }))
}

export function changesOfReplaced(sql: ReadSql, hash: string): readonly ChainedChange[] {
  return sql.all<ChainedChange>(
    `select kind, record_id as recordId, name, organization_id as organizationId, action, diff,
       secret_digest as secretDigest from replaced_changes where entry = @hash order by id`,
    { hash },
  )
}

const headMark = 'log:'
const lostMark = 'log-lost'
const markName = '恢复前的日志'

/** Of the log and of those replaced: heads that were noted, and where it was noted that some are lost. */
export function readMarks(sql: ReadSql): {
  readonly heads: readonly (AuditHead & { readonly noted: number })[]
  readonly lostUntil: number
} {
  const marks = sql.all<{ readonly noted: number; readonly mark: string }>(
    `select entry as noted, record_id as mark from audit_changes
     where record_id >= 'log' and record_id < 'log;' and kind = 'setting' and action = 'noted'
     union all select e.seq, c.record_id from replaced_changes c join replaced_entries e on e.hash = c.entry
     where c.record_id >= 'log' and c.record_id < 'log;' and c.kind = 'setting' and c.action = 'noted'`,
  )
  return {
    heads: marks.flatMap(({ noted, mark }) => {
      const [, seq, hash] = /^log:(\d+):([0-9a-f]{64})$/.exec(mark) ?? []
      return seq === undefined || hash === undefined ? [] : [{ noted, seq: Number(seq), hash }]
    }),
    lostUntil: Math.max(0, ...marks.filter(({ mark }) => mark === lostMark).map(({ noted }) => noted)),
  }
}

/** Whether any log kept here holds this very entry. */
export function isKept(sql: ReadSql, head: AuditHead): boolean {
  return (
    hasHead(sql, head) ||
    sql.get('select 1 from replaced_entries where seq = @seq and hash = @hash', { ...head }) !== undefined
  )
}

/** Takes a replaced log over into the database restored, and binds it into that one's own log. How many entries. */
export function carryReplacedLog(tx: WriteDb, { entries, head }: ReplacedLog): number {
  const { sql, audit } = tx
  const place = readHead(sql).seq + 1
  const missing = entries.filter(({ seq, hash }) => !isKept(sql, { seq, hash }))
  for (const entry of missing) insert(sql, entry, place)
  if (head !== null)
    audit.note({
      kind: 'setting',
      recordId: `${headMark}${head.seq}:${head.hash}`,
      name: markName,
      organizationId: null,
    })
  return missing.length
}

/** Some of the replaced logs could not be saved: what was noted of them until here is not asked for any more. */
export function noteLostLogs(audit: AuditPen): void {
  audit.note({ kind: 'setting', recordId: lostMark, name: markName, organizationId: null })
}

function insert(sql: WriteSql, { changes, ...entry }: ReplacedEntry, place: number): void {
  sql.run(
    `insert into replaced_entries (hash, previous, place, seq, at, account_id, account_name, role, session_id, via, route,
       undoes, detail, change_count)
     values (@hash, @previous, @place, @seq, @at, @accountId, @accountName, @role, @sessionId, @via, @route, @undoes, @detail,
       @changeCount)`,
    { ...entry, place },
  )
  for (const { kind, recordId, name, organizationId, action, diff, secretDigest } of changes)
    sql.run(
      `insert into replaced_changes (entry, kind, record_id, name, organization_id, action, diff, secret_digest)
       values (@entry, @kind, @recordId, @name, @organizationId, @action, @diff, @secretDigest)`,
      { entry: entry.hash, kind, recordId, name, organizationId, action, diff, secretDigest },
    )
}
