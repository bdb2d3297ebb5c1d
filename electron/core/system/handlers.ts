import { tableCounts } from '#db/queries/counts.ts'
import type { AuditAnchor } from '#db/audit/chain.ts'
import type { systemRoutes } from '#shared/contract/system.ts'
import type { HandlersOf } from '../call.ts'
import { fillDemo } from '../demo/fillDemo.ts'

/** What the slice of backups knows of the log: its heads as they stood when a backup was made. */
interface Witnesses {
  anchors(): readonly AuditAnchor[]
}

export function systemHandlers(witnesses: Witnesses): HandlersOf<typeof systemRoutes> {
  return {
    'system.verify': (_, { db, ledger }) => {
      const { integrity, foreignKeyProblems, migrations } = ledger.integrity()
      return {
        integrity,
        foreignKeys: foreignKeyProblems,
        migrations,
        audit: ledger.verifyAudit(witnesses.anchors()),
        counts: tableCounts(db.read),
      }
    },
    'system.fillDemo': (input, { db, ports }) => fillDemo(db, input, ports),
  }
}
