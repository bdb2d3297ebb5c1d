import type { z } from 'zod'
import type { AuditAnchor } from '#db/audit/chain.ts'
import type { Database, Ledger, ReadDb } from '#db/database.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import {
  countChangesOf,
  countEntries,
  listChangesOf,
  listEntries,
  listLoggedRoutes,
  type LogFilter,
  type StoredEntry,
} from '#db/queries/auditLog.ts'
import type { AuditEntry, auditRoutes } from '#shared/contract/audit.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { maskFreeText } from '#shared/domain/memberMasks.ts'
import { routeTitle } from '#shared/labels/activities.ts'
import { addDays, startInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { recordChanges } from '../records/recordChanges.ts'
import { readTitles } from '../records/undoTitles.ts'

type ListInput = z.output<(typeof auditRoutes)['audit.list']['input']>
export type FilterInput = Omit<ListInput, 'offset' | 'limit'>

/** Days are the office's: from the first's midnight in Shanghai to the last's. */
export function filterOf({ accountId, kind, from, to, text, route }: FilterInput): LogFilter {
  return {
    accountId,
    kind,
    from: from === null ? null : startInShanghai(from),
    before: to === null ? null : startInShanghai(addDays(to, 1)),
    text,
    route,
  }
}

export function entriesOf(db: ReadDb, stored: readonly StoredEntry[]): readonly AuditEntry[] {
  const titles = readTitles(db, stored)
  return stored.map((entry) => ({
    ...entry,
    title: titles.get(entry.seq) ?? routeTitle(entry.route),
    detail: entry.detail === null ? null : maskFreeText(entry.detail, db),
  }))
}

export function listLog(db: ReadDb, input: ListInput): RouteOutput<'audit.list'> {
  const filter = filterOf(input)
  return {
    rows: entriesOf(db, listEntries(db, filter, input)),
    total: countEntries(db, filter),
    accounts: listAccounts(db).map(({ id, displayName }) => ({ id, displayName })),
    routes: listLoggedRoutes(db).map((route) => ({ route, title: routeTitle(route) })),
  }
}

export function changesOfEntry(
  db: ReadDb,
  { seq, replaced, offset, limit }: z.output<(typeof auditRoutes)['audit.changes']['input']>,
): RouteOutput<'audit.changes'> {
  const entry = replaced ?? seq
  const total = countChangesOf(db, entry)
  if (total === undefined)
    throw new AppError('NOT_FOUND', 'no such entry', {
      messageZh: `${replaced === undefined ? '' : '恢复前的'}日志里没有第 ${seq} 条。如果它原来有，请做一次完整校验`,
    })
  return { rows: recordChanges(db, listChangesOf(db, entry, { offset, limit })), total }
}

/** That somebody checked, and what came of it, is an entry of its own: added after the check. */
export function verifyLog(
  db: Database,
  ledger: Ledger,
  anchors: readonly AuditAnchor[],
  { clock }: Ports,
): RouteOutput<'audit.verify'> {
  const found = ledger.verifyAudit(anchors)
  db.write((tx) =>
    tx.audit.detail(
      found.ok
        ? `校验通过，共 ${found.entries} 条${found.replaced === 0 ? '' : `，恢复前的日志 ${found.replaced} 条`}`
        : `校验不通过，完好的到第 ${found.lastGood} 条：${found.problem ?? ''}`,
    ),
  )
  return { ...found, checkedAt: clock.now() }
}
