import type { ReadDb } from '#db/database.ts'
import type { StoredDevelopmentStep } from '#db/queries/developmentParts.ts'
import type { CorrectStepInput } from '#shared/contract/developmentInputs.ts'
import { correctionRefusals } from '#shared/domain/development/corrections.ts'
import { bodyRefusals, refusal, type Refusals } from '#shared/domain/development/course.ts'
import type { DevelopmentFinding } from '#shared/domain/development/judgement.ts'
import { labelOf } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { developmentContext } from '../records/developmentReading.ts'
import type { Body } from './bodies.ts'
import type { WholeFile } from './checks.ts'
import { asRefusal, bodyFacts, findingsOfChange, isVoiding, type StepOutcome } from './stepOutcome.ts'
import { isApproved } from './stepRules.ts'

const place = ({ severity, code, field }: DevelopmentFinding) => `${severity} ${code} ${field}`

/**
 * What would come of another day or another committee of a recorded step: why that needs a reason, where what stands does not break
 * the same rule already, and what else the rules would say. `body` is the one it is changed to.
 */
export function correctionOutcome(
  db: ReadDb,
  whole: WholeFile,
  step: StoredDevelopmentStep,
  input: Pick<CorrectStepInput, 'milestone' | 'on' | 'bodyId'>,
  body: Body | null,
  today: DateOnly,
): StepOutcome {
  const { milestone, on } = input
  const isOtherBody = input.bodyId !== step.bodyId
  const { settings } = developmentContext(db, today)
  const { before, added } = findingsOfChange(
    db,
    whole,
    input,
    (facts) => (isOtherBody ? { ...facts, ...bodyFacts(milestone, body?.acting ?? null) } : facts),
    today,
  )
  const broken = new Set(before.map(place))
  const findings = added.filter((finding) => !broken.has(place(finding)))
  return {
    refusals: [
      ...correctionRefusals(whole.course.dates, milestone, on, settings),
      ...(isOtherBody ? otherBodyRefusals(input, body, settings) : []),
      ...findings.filter(isVoiding).map(asRefusal),
    ],
    findings: findings.filter((finding) => !isVoiding(finding)),
  }
}

function otherBodyRefusals(
  { milestone, on }: Pick<CorrectStepInput, 'milestone' | 'on'>,
  body: Body | null,
  settings: Parameters<typeof ruleSetOn>[1],
): Refusals {
  if (!isApproved(milestone)) return []
  const set = ruleSetOn(on, settings)
  if (body !== null) return bodyRefusals(milestone, body.acting, set)
  const code = milestone === 'approvedOn' ? 'DEV-50' : 'DEV-52'
  return [refusal(code, milestone, set, `请登记办理“${labelOf(milestone)}”的党委`)]
}
