import { firstDay, formatPartialDate, lastDay } from '../../lib/dates.ts'
import type { PartialDate } from '../../lib/dates.ts'
import type { Explanation, Finding, Severity } from '../finding.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { mainMilestone, stepNos } from './milestones.ts'
import type { Milestone, StepNo } from './milestones.ts'
import { ruleSetOn } from './ruleSets.ts'
import type { RuleSet } from './ruleSets.ts'
import { developmentRuleTable, ruleBasis } from './ruleTable.ts'
import type { DevelopmentRuleCode } from './ruleTable.ts'

export interface Input {
  readonly label: string
  readonly value: string
}

/** What a rule says of one fact of a file; the sentences are only made when somebody reads them. */
export interface Judgement {
  readonly code: DevelopmentRuleCode
  readonly step: StepNo
  /** The fact it stands beside: a milestone, or a key of DevelopmentFacts. */
  readonly field: Milestone | keyof DevelopmentFacts
  /** Null when the rule is kept. */
  readonly severity: Severity | null
  readonly set: RuleSet
  readonly inputs: () => readonly Input[]
  readonly result: () => string
}

export type JudgeRule = (facts: DevelopmentFacts, context: DevelopmentContext) => readonly Judgement[]

/** A finding beside its step. */
export interface DevelopmentFinding extends Finding {
  readonly code: DevelopmentRuleCode
  readonly step: StepNo
}

/** The card of a judgement, kept or broken. */
export interface DevelopmentExplanation extends Explanation {
  readonly code: DevelopmentRuleCode
  readonly step: StepNo
  readonly severity: Severity | null
}

export function findingOf({
  code,
  severity,
  field,
  step,
  set,
  result,
}: Judgement): readonly DevelopmentFinding[] {
  if (severity === null) return []
  return [{ code, severity, message: result(), basis: ruleBasis(code, set), field, step }]
}

export function explanationOf(judgement: Judgement, context: DevelopmentContext): DevelopmentExplanation {
  const { code, step, severity, set, inputs, result } = judgement
  const { title, words } = developmentRuleTable[code]
  return {
    code,
    step,
    severity,
    title,
    inputs: inputs(),
    rule: words(context.settings, set),
    basis: ruleBasis(code, set),
    result: result(),
  }
}

/** The rule set of the day a step was done; of today where it was not. */
export function setOf(milestone: Milestone, facts: DevelopmentFacts, context: DevelopmentContext): RuleSet {
  return ruleSetOn(facts.dates[milestone] ?? context.today, context.settings)
}

/** Dates known to the month or year break a rule only when every day they can mean does. */
export function isSurelyBefore(date: PartialDate, limit: PartialDate): boolean {
  // Whole days compare as text, which is nearly all there is to do for ten thousand files.
  if (date.length === 10 && limit.length === 10) return date < limit
  return lastDay(date) < firstDay(limit)
}

/** The highest step with a date; 0 for an empty file. */
export function lastDoneStep(facts: DevelopmentFacts): number {
  return stepNos.findLast((step) => facts.dates[mainMilestone(step)] !== null) ?? 0
}

/** Deadlines of a file that ended do not run on. */
export function isRunning(facts: DevelopmentFacts): boolean {
  return facts.endedOn === null
}

export function dateInput(label: string, date: PartialDate | null): Input {
  return { label, value: date === null ? '没有登记' : formatPartialDate(date) }
}
