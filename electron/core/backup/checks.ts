import type { AuditAnchor } from '#db/audit/chain.ts'
import type { Ledger } from '#db/database.ts'
import { daysBetween, type DateOnly } from '#shared/lib/dates.ts'
import { tableLabel } from '#shared/labels/tables.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import type { BackupFacts } from './settings.ts'

const daysBetweenFullChecks = 7

interface Check {
  readonly host: Pick<LedgerHost, 'reportDamage'>
  readonly ledger: Ledger
  /** Lets other calls run; throws when the database closes. */
  readonly breathe: () => Promise<void>
}

/** Each table by itself, beside the calls; for files too large to be checked while somebody waits at the door. */
export async function quickCheckBeside({ host, ledger, breathe }: Check): Promise<void> {
  if (ledger.isCheckedAtOpening) return
  for (const table of ledger.tables()) {
    await breathe()
    if (ledger.quickCheck(table) !== null) return host.reportDamage(`quick_check of ${table}`)
  }
}

interface FullCheck extends Check {
  readonly facts: BackupFacts
  readonly today: DateOnly
  readonly anchors: () => readonly AuditAnchor[]
}

/** Every page, index entry, foreign key and link of the log, once a week; a clock set back does not put it off. */
export async function fullCheckWhenDue(check: FullCheck): Promise<void> {
  const { host, ledger, breathe, facts, today, anchors } = check
  const { fullOn } = facts.check.read(ledger)
  if (fullOn !== null && fullOn <= today && daysBetween(fullOn, today) < daysBetweenFullChecks) return
  const problems: string[] = []
  for (const table of ledger.tables()) {
    await breathe()
    if (ledger.fullCheck(table) === null) continue
    if (ledger.quickCheck(table) !== null) return host.reportDamage(`full check of ${table}`)
    problems.push(`每周检查发现${tableLabel(table)}的数据前后不一致，请联系维护人员`)
  }
  await breathe()
  const audit = ledger.verifyAudit(anchors())
  if (!audit.ok) problems.push('每周检查发现审计日志与留存的校验值不一致，请安全审计员核对')
  facts.check.write(ledger, { fullOn: today, problem: problems[0] ?? null })
}
