import { z } from 'zod'
import { plainText } from '../lib/text.ts'
import type { Severity } from '../domain/finding.ts'
import { command, query } from './define.ts'

const subject = z.enum(['member', 'organization'])
const target = { subject, subjectId: z.string().min(1).max(64), code: z.string().min(1).max(40) }

export interface FindingTotal {
  readonly subject: 'member' | 'organization'
  readonly code: string
  readonly severity: Severity
  /** Subjects with it that nobody has answered for. */
  readonly count: number
}

export const findingsRoutes = {
  'findings.totals': query(z.strictObject({}), 'member.read').output<{
    readonly totals: readonly FindingTotal[]
  }>(),
  'findings.override': command(
    z.strictObject({
      ...target,
      reason: z.string().overwrite(plainText).min(1, '请填写理由').max(200, '最多 200 个字'),
    }),
    'member.write',
  ).output<null>(),
  'findings.withdrawOverride': command(z.strictObject(target), 'member.write').output<null>(),
}
