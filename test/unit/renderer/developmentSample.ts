import type { DevelopmentDetail, DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import { developmentDeadlines } from '#shared/domain/development/deadlines.ts'
import { developmentExplanations, developmentFindings } from '#shared/domain/development/developmentRules.ts'
import { isMilestone } from '#shared/domain/development/milestones.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import { isPartialDate } from '#shared/lib/dates.ts'
import { aFile, on, type WrittenDates } from '../development/aFile.ts'

export function stepRows(written: WrittenDates): readonly DevelopmentStepRow[] {
  return Object.entries(written).flatMap(([milestone, day]) =>
    isMilestone(milestone) && typeof day === 'string' && isPartialDate(day)
      ? [
          {
            id: milestone,
            milestone,
            doneOn: day,
            place: null,
            people: null,
            bodyId: null,
            bodyName: null,
            docNo: null,
            opinion: null,
            overrideReason: null,
            supersededBy: null,
          },
        ]
      : [],
  )
}

/** A file as the core would answer with it on a day. */
export function aDetail(written: WrittenDates, today: string, more: Partial<DevelopmentDetail> = {}) {
  const facts = aFile(written)
  const context = on(today)
  return {
    id: 'file',
    version: 3,
    state: 'applicant',
    memberId: null,
    deletedAt: null,
    voters: { on: context.today, should: 20 },
    ruleSet: '2026',
    steps: stepRows(written),
    events: [],
    materials: [],
    findings: developmentFindings(facts, context).map((each) => ({ ...each, overriddenReason: null })),
    explanations: developmentExplanations(facts, context),
    deadlines: developmentDeadlines(facts, context),
    plan: developmentPlan(facts, context, null),
    ...more,
  } as const
}
