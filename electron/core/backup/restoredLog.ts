import { type AuditHead, hasHead } from '#db/audit/chain.ts'
import { lastCommon, type ReplacedLog } from '#db/audit/replacedLog.ts'
import type { Writer } from '#db/audit/writer.ts'
import type { Ledger, ReadSql } from '#db/database.ts'
import { openSnapshot } from '#db/snapshot.ts'
import { formatInShanghai, isInstant } from '#shared/lib/dates.ts'
import type { BackupFile } from './backupFile.ts'
import type { LocalBackups } from './localBackups.ts'

/** Of the unpacked backup's log, the last entry this one has too; none of a database of before the log. */
export function commonWith(sql: ReadSql, restored: string, key: Uint8Array): number {
  const snapshot = openSnapshot(restored, key)
  try {
    return snapshot.auditHead() === null ? 0 : lastCommon(sql, snapshot.sql)
  } finally {
    snapshot.close()
  }
}

/** For the log of the restored database: what it is, and where the log of before can be found and known by. */
export function restoredZh({ manifest }: BackupFile, head: AuditHead | null, aside: string | null): string {
  const at = isInstant(manifest.createdAt) ? formatInShanghai(manifest.createdAt) : manifest.createdAt
  const before = head === null ? '' : `；换下的审计日志到第 ${head.seq} 条，校验值 ${head.hash}`
  const where = aside === null ? '' : `；换下的数据在 set-aside/${aside.split(/[/\\]/).at(-1)}`
  return `恢复 ${at} 的备份${where}${before}`
}

export function carriedZh(carried: number, { brokenAfter }: ReplacedLog): string {
  const whole = carried === 0 ? '' : `；恢复前的日志带入 ${carried} 条`
  return brokenAfter === null
    ? whole
    : `${whole}；换下的审计日志第 ${brokenAfter + 1} 条起与记录时不一致，没有带入，在换下的数据里`
}

/** Backups whose log went another way are no witnesses of this one; what failed before says nothing about now. */
export function forgetOldMarks(
  ledger: Ledger,
  { facts, folder }: Pick<LocalBackups, 'facts' | 'folder'>,
  writer: Writer,
): void {
  const { sql } = ledger.as(writer).read
  const off = folder.list().flatMap(({ name, manifest }) => {
    const head = manifest?.auditHead
    return head && !hasHead(sql, head) ? [name] : []
  })
  facts.offChain.write(ledger, off)
  facts.localProblem.write(ledger, null)
}
