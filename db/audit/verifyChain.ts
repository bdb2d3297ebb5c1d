import type { AuditVerification } from '#shared/contract/audit.ts'
import type { ReadSql } from '../database.ts'
import { type AuditAnchor, type AuditHead, EntryHash, noHead, readHead, secretDigestOf } from './chain.ts'
import { changesAfter, entriesAfter, type LinkedChange } from './readLog.ts'
import { verifyReplaced } from './verifyReplaced.ts'

interface Walked {
  readonly last: AuditHead
  /** The last entry a head kept elsewhere vouches for. */
  readonly vouched: number
  readonly problem: string | null
  /** Where the problem leaves the chain good. */
  readonly lastGood: number
}

/**
 * Walks the whole chain. Anything edited, deleted, reordered or cut off is found at the entry it happened to; a log rewritten
 * as a whole is found by the heads kept elsewhere, and is then good only as far as one of them vouches for it.
 */
export function verifyOwnChain(
  sql: ReadSql,
  anchors: readonly AuditAnchor[],
): Pick<AuditVerification, 'problem' | 'lastGood'> {
  const walked = walk(sql, anchors)
  return walked.problem === null ? checkEnd(sql, walked, anchors) : walked
}

/** That, and the logs of before a restore, which hang on it. */
export function verifyChain(sql: ReadSql, anchors: readonly AuditAnchor[]): AuditVerification {
  const own = verifyOwnChain(sql, anchors)
  const before = verifyReplaced(sql)
  const problem = own.problem ?? before.problem
  const entries = sql.get<{ n: number }>('select count(*) as n from audit_entries')?.n ?? 0
  return {
    entries,
    ok: problem === null,
    lastGood: own.lastGood,
    problem,
    anchors: anchors.length,
    replaced: before.entries,
  }
}

function walk(sql: ReadSql, anchors: readonly AuditAnchor[]): Walked {
  const byEntry = Map.groupBy(anchors, (anchor) => anchor.seq)
  const changes = changesAfter(sql, Number.MIN_SAFE_INTEGER)
  let next = changes.next()
  let last = noHead
  let vouched = 0
  const bad = (problem: string, lastGood = last.seq): Walked => ({ last, vouched, problem, lastGood })
  for (const entry of entriesAfter(sql, Number.MIN_SAFE_INTEGER)) {
    if (entry.seq !== last.seq + 1)
      return bad(`第 ${last.seq + 1} 条不见了，接在第 ${last.seq} 条后面的是第 ${entry.seq} 条`)
    if (next.done !== true && next.value.entry < entry.seq) return bad(strayZh)
    const hash = new EntryHash(last.hash)
    let count = 0
    for (; next.done !== true && next.value.entry === entry.seq; next = changes.next()) {
      const hidden = secretProblem(sql, next.value)
      if (hidden !== null) return bad(`第 ${entry.seq} 条与记录时不一致：${hidden}`)
      hash.add(next.value)
      count += 1
    }
    if (count !== entry.changeCount)
      return bad(`第 ${entry.seq} 条与记录时不一致：明细应有 ${entry.changeCount} 处，现有 ${count} 处`)
    if (hash.close(entry) !== entry.hash)
      return bad(`第 ${entry.seq} 条与记录时不一致：内容、明细或先后顺序被改动`)
    const held = byEntry.get(entry.seq) ?? []
    const against = held.find((anchor) => anchor.hash !== entry.hash)
    if (against)
      return bad(
        `第 ${entry.seq} 条与${against.where}里留存的校验值不一致，日志在第 ${vouched} 条之后被整段改写过`,
        vouched,
      )
    if (held.length > 0) vouched = entry.seq
    last = { seq: entry.seq, hash: entry.hash }
  }
  return next.done === true ? { last, vouched, problem: null, lastGood: last.seq } : bad(strayZh)
}

const strayZh = '有明细不属于任何一条记录，是另外添加的，或它的记录被删掉了'

function checkEnd(
  sql: ReadSql,
  { last }: Walked,
  anchors: readonly AuditAnchor[],
): Pick<Walked, 'problem' | 'lastGood'> {
  const head = readHead(sql)
  const bad = (problem: string, lastGood = last.seq) => ({ problem, lastGood })
  if (head.seq > last.seq) return bad(`末尾被截去：应有 ${head.seq} 条，只有 ${last.seq} 条`)
  const beyond = anchors.find((anchor) => anchor.seq > last.seq)
  if (beyond) return bad(`末尾被截去：${beyond.where}里记到第 ${beyond.seq} 条，现在只有 ${last.seq} 条`)
  if (head.seq < last.seq) return bad(`第 ${head.seq + 1} 条起没有计入末尾的校验值，是另外添加的`, head.seq)
  return head.hash === last.hash ? { problem: null, lastGood: last.seq } : bad('末尾的校验值被改动')
}

function secretProblem(
  sql: ReadSql,
  { kind, recordId, entry, secret, secretDigest }: LinkedChange,
): string | null {
  if (secret !== null) return secretDigestOf(secret) === secretDigest ? null : '隐去的原值被改动'
  if (secretDigest === null) return null
  const purge = sql.get(
    `select 1 from audit_changes where record_id = @recordId and kind = @kind and action = 'purged' and entry >= @entry`,
    { recordId, kind, entry },
  )
  return purge === undefined ? '隐去的原值被删掉' : null
}
