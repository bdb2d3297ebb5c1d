import type { AuditAnchor } from '#db/audit/chain.ts'
import type { auditRoutes } from '#shared/contract/audit.ts'
import type { HandlersOf } from '../call.ts'
import { exportLog } from './exportLog.ts'
import { changesOfEntry, listLog, verifyLog } from './log.ts'

/** `backups` know heads of the log kept outside the database. */
export function auditHandlers(backups: {
  anchors(): readonly AuditAnchor[]
}): HandlersOf<typeof auditRoutes> {
  return {
    'audit.list': (input, { db }) => listLog(db.read, input),
    'audit.changes': (input, { db }) => changesOfEntry(db.read, input),
    'audit.verify': (_, { db, ledger, ports }) => verifyLog(db, ledger, backups.anchors(), ports),
    'audit.export': (input, { db, account, ports }) => exportLog(db, input, account, ports),
  }
}
