import type { ReadDb } from '#db/database.ts'
import type { RecordStepInput } from '#shared/contract/developmentInputs.ts'
import type { Refusals } from '#shared/domain/development/course.ts'
import { developmentFindings } from '#shared/domain/development/developmentRules.ts'
import type { ActingBody, DevelopmentFacts } from '#shared/domain/development/facts.ts'
import type { DevelopmentFinding } from '#shared/domain/development/judgement.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { rosterEntry } from '#shared/domain/development/probation.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { developmentContext, readDevelopment } from '../records/developmentReading.ts'
import type { Body } from './bodies.ts'
import { notFound, type WholeFile, withDate } from './checks.ts'
import { isVoted, stepRefusals } from './stepRules.ts'

const key = ({ code, step, message }: DevelopmentFinding) => `${code} ${step} ${message}`

/** A day too early or a notice too short voids the admission years later: taken only with its reason. */
const voiding: ReadonlySet<string> = new Set(['DEV-01', 'DEV-06', 'DEV-07', 'DEV-16'])

export function isVoiding({ code, severity }: DevelopmentFinding): boolean {
  return voiding.has(code) && severity === 'red'
}

/** As what it is recorded all the same. */
export function asRefusal(finding: DevelopmentFinding): DevelopmentFinding {
  return { ...finding, severity: 'block' }
}

export interface StepOutcome {
  readonly refusals: Refusals
  /** What the rules would say that they do not say now. */
  readonly findings: readonly DevelopmentFinding[]
}

/** What the rules say now, and what they would say of a file changed so that they do not say now. */
export function findingsOfChange(
  db: ReadDb,
  whole: WholeFile,
  { milestone, on }: Pick<RecordStepInput, 'milestone' | 'on'>,
  factsWith: (facts: DevelopmentFacts) => DevelopmentFacts,
  today: DateOnly,
): { readonly before: readonly DevelopmentFinding[]; readonly added: readonly DevelopmentFinding[] } {
  const context = developmentContext(db, today)
  const [reading] = readDevelopment(db, [whole.file])
  if (reading === undefined) throw notFound()
  const before = developmentFindings(reading.facts, context)
  const known = new Set(before.map(key))
  const [was, is] = [
    rosterEntry(whole.course, context.settings),
    rosterEntry(withDate(whole, milestone, on), context.settings),
  ]
  const facts = factsWith({ ...reading.facts, dates: { ...reading.facts.dates, [milestone]: on } })
  // The roster follows the approvals, and a corrected day where it said the same as the file.
  const { rosterJoinedOn } = facts
  const follows = is !== null && (rosterJoinedOn === null || rosterJoinedOn === was?.joinedOn)
  const after = developmentFindings(
    follows ? { ...facts, rosterJoinedOn: is.joinedOn, rosterRegularOn: is.regularOn } : facts,
    context,
  )
  return { before, added: after.filter((finding) => !known.has(key(finding))) }
}

/** What would come of a step: why it needs a reason, and what else the rules would say of it. */
export function stepOutcome(
  db: ReadDb,
  whole: WholeFile,
  input: RecordStepInput,
  body: Body | null,
  today: DateOnly,
): StepOutcome {
  const { milestone, on } = input
  const { settings } = developmentContext(db, today)
  const { added } = findingsOfChange(db, whole, input, (facts) => factsWith(facts, input, body), today)
  const ballot = isVoted(milestone) ? input.vote : null
  const wanted = { milestone, on, ballot, body: body?.acting ?? null }
  const isOwn = (finding: DevelopmentFinding): boolean => isVoiding(finding) && finding.field === milestone
  return {
    refusals: [...stepRefusals(whole.course, wanted, settings, today), ...added.filter(isOwn).map(asRefusal)],
    findings: added.filter((finding) => !isOwn(finding)),
  }
}

function factsWith(
  facts: DevelopmentFacts,
  { milestone, vote }: RecordStepInput,
  body: Body | null,
): DevelopmentFacts {
  const acting = body?.acting ?? null
  return {
    ...facts,
    ...(milestone === 'meetingOn' ? { admissionVote: vote } : {}),
    ...(milestone === 'regularMeetingOn' ? { regularVote: vote } : {}),
    ...bodyFacts(milestone, acting),
  }
}

/** Who is on record for having approved. */
export function bodyFacts(milestone: Milestone, acting: ActingBody | null): Partial<DevelopmentFacts> {
  if (milestone === 'preReviewOn') return { preReviewBody: acting }
  if (milestone === 'approvedOn') return { approvalBody: acting }
  return milestone === 'regularApprovedOn' ? { regularApprovalBody: acting } : {}
}
