import { deleteOverride, memberFindingTotals, putOverride } from '#db/queries/memberFindings.ts'
import type { findingsRoutes } from '#shared/contract/findings.ts'
import type { HandlersOf } from '../call.ts'

export const findingsHandlers: HandlersOf<typeof findingsRoutes> = {
  'findings.totals': (_, { db }) => ({ totals: memberFindingTotals(db.read) }),
  'findings.override': ({ subject, subjectId, code, reason }, { db, account, ports }) => {
    const override = {
      id: ports.ids.next(),
      subject,
      subjectId,
      code,
      reason,
      accountId: account.id,
      createdAt: ports.clock.now(),
    }
    db.write((tx) => putOverride(tx, override))
    return null
  },
  'findings.withdrawOverride': (target, { db }) => {
    db.write((tx) => deleteOverride(tx, target))
    return null
  },
}
