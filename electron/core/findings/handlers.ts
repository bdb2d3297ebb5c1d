import type { z } from 'zod'
import type { ReadDb } from '#db/database.ts'
import { getDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { countDevelopmentFindings } from '#db/queries/developmentList.ts'
import { deleteOverride, memberFindingTotals, addOverride } from '#db/queries/memberFindings.ts'
import { getEnterprise } from '#db/queries/enterprises.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { findingsRoutes } from '#shared/contract/findings.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import type { HandlersOf } from '../call.ts'

type Target = z.output<(typeof findingsRoutes)['findings.withdrawOverride']['input']>

const subjectReaders: Readonly<Record<Target['subject'], (db: ReadDb, id: string) => object | undefined>> = {
  member: getMember,
  organization: getOrganization,
  enterprise: getEnterprise,
  developmentFile: getDevelopmentFile,
}

/** Throws NOT_FOUND unless the subject is in the caller's reach and there is such a finding. */
function requireTarget(db: ReadDb, { subject, subjectId, code }: Target): void {
  if (!subjectReaders[subject](db, subjectId) || findingTitle(code) === code)
    throw new AppError('NOT_FOUND', 'no such subject or finding', {
      messageZh: '找不到这条提示，请刷新后重试',
    })
}

function answeredMeanwhile(): AppError {
  return new AppError('STALE_WRITE', 'finding has an answer', {
    messageZh: '这条提示已由别人说明过原因，没有改动。请刷新后核对；要改写原因，先取消保留',
  })
}

export const findingsHandlers: HandlersOf<typeof findingsRoutes> = {
  'findings.totals': (_, { db }) => ({
    totals: [
      ...memberFindingTotals(db.read),
      ...countDevelopmentFindings(db.read, null).map(({ code, severity, files }) => ({
        subject: 'developmentFile' as const,
        code,
        severity,
        count: files,
      })),
    ],
  }),
  'findings.override': ({ reason, ...target }, { db, account, ports }) => {
    requireTarget(db.read, target)
    const override = {
      ...target,
      id: ports.ids.next(),
      reason,
      accountId: account.id,
      createdAt: ports.clock.now(),
    }
    db.write((tx) => {
      if (!addOverride(tx, override)) throw answeredMeanwhile()
    })
    return null
  },
  'findings.withdrawOverride': (target, { db }) => {
    requireTarget(db.read, target)
    db.write((tx) => deleteOverride(tx, target))
    return null
  },
}
