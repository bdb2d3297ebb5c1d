import { deleteOverride, memberFindingTotals, putOverride } from '#db/queries/memberFindings.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { findingsRoutes } from '#shared/contract/findings.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import type { HandlersOf } from '../call.ts'

export const findingsHandlers: HandlersOf<typeof findingsRoutes> = {
  'findings.totals': (_, { db }) => ({ totals: memberFindingTotals(db.read) }),
  'findings.override': ({ subject, subjectId, code, reason }, { db, account, ports }) => {
    const isKnown = subject === 'member' ? getMember(db.read, subjectId) : getOrganization(db.read, subjectId)
    if (!isKnown || findingTitle(code) === code)
      throw new AppError('NOT_FOUND', 'no such subject or finding', {
        messageZh: '找不到这条提示，请刷新后重试',
      })
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
