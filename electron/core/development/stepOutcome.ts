import type { ReadDb } from '#db/database.ts'
import type { RecordStepInput } from '#shared/contract/development.ts'
import type { Refusals } from '#shared/domain/development/course.ts'
import { developmentFindings } from '#shared/domain/development/developmentRules.ts'
import type { DevelopmentFacts } from '#shared/domain/development/facts.ts'
import type { DevelopmentFinding } from '#shared/domain/development/judgement.ts'
import { rosterEntry } from '#shared/domain/development/probation.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { developmentContext, readDevelopment } from '../records/developmentReading.ts'
import type { Body } from './bodies.ts'
import { notFound, type WholeFile, withDate } from './checks.ts'
import { isVoted, stepRefusals } from './stepRules.ts'

const key = ({ code, step, message }: DevelopmentFinding) => `${code} ${step} ${message}`

/** A day too early or a notice too short voids the admission years later: taken only with its reason. */
const voiding: ReadonlySet<string> = new Set(['DEV-01', 'DEV-06', 'DEV-07', 'DEV-16'])

interface StepOutcome {
  readonly refusals: Refusals
  /** What the rules would say that they do not say now. */
  readonly findings: readonly DevelopmentFinding[]
}

/** What would come of a step: why it needs a reason, and what else the rules would say of it. */
export function stepOutcome(
  db: ReadDb,
  whole: WholeFile,
  input: RecordStepInput,
  body: Body | null,
  today: DateOnly,
): StepOutcome {
  const { file, course } = whole
  const { milestone, on } = input
  const context = developmentContext(db, today)
  const [reading] = readDevelopment(db, [file])
  if (reading === undefined) throw notFound()
  const before = new Set(developmentFindings(reading.facts, context).map(key))
  const entry = rosterEntry(withDate(whole, milestone, on), context.settings)
  const facts = factsWith(reading.facts, input, body)
  const after = developmentFindings(
    entry === null || facts.rosterJoinedOn !== null
      ? facts
      : { ...facts, rosterJoinedOn: entry.joinedOn, rosterRegularOn: entry.regularOn },
    context,
  )
  const findings = after.filter((finding) => !before.has(key(finding)))
  const ballot = isVoted(milestone) ? input.vote : null
  const wanted = { milestone, on, ballot, body: body?.acting ?? null }
  const isVoiding = ({ code, severity, field }: DevelopmentFinding): boolean =>
    voiding.has(code) && severity === 'red' && field === milestone
  return {
    refusals: [
      ...stepRefusals(course, wanted, context.settings, today),
      ...findings.filter(isVoiding).map((finding) => ({ ...finding, severity: 'block' as const })),
    ],
    findings: findings.filter((finding) => !isVoiding(finding)),
  }
}

/** The facts as they would be; the roster follows the approvals in the same write. */
function factsWith(
  facts: DevelopmentFacts,
  { milestone, on, vote }: RecordStepInput,
  body: Body | null,
): DevelopmentFacts {
  const acting = body?.acting ?? null
  return {
    ...facts,
    dates: { ...facts.dates, [milestone]: on },
    ...(milestone === 'meetingOn' ? { admissionVote: vote } : {}),
    ...(milestone === 'regularMeetingOn' ? { regularVote: vote } : {}),
    ...(milestone === 'preReviewOn' ? { preReviewBody: acting } : {}),
    ...(milestone === 'approvedOn' ? { approvalBody: acting } : {}),
    ...(milestone === 'regularApprovedOn' ? { regularApprovalBody: acting } : {}),
  }
}
