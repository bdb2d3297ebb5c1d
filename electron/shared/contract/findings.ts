import { z } from 'zod'
import { plainText } from '../lib/text.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import { command, query } from './define.ts'

/** Kinds of record whose findings somebody may answer for with a reason. */
const findingSubjects = ['member', 'organization', 'enterprise', 'developmentFile'] as const

export type FindingSubject = (typeof findingSubjects)[number]

/** A finding with the reason somebody gave for leaving it so; null when nobody did. */
export interface AnsweredFinding extends Finding {
  readonly overriddenReason: string | null
}

const target = {
  subject: z.enum(findingSubjects),
  subjectId: z.string().min(1).max(64),
  code: z.string().min(1).max(40),
}

export interface FindingTotal {
  /** Those of organisations come with the tree. */
  readonly subject: 'member' | 'developmentFile'
  readonly code: string
  /** Of files the worst it comes in; of people one total each. */
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
