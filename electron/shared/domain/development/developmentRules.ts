import { ageJudgements, contactJudgements } from './activistRules.ts'
import {
  leavingJudgements,
  materialJudgements,
  sameDayJudgements,
  sponsorJudgements,
  voteJudgements,
} from './admissionRules.ts'
import { approvalJudgements } from './approvalRights.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { explanationOf, findingOf } from './judgement.ts'
import type { DevelopmentExplanation, DevelopmentFinding, Judgement, JudgeRule } from './judgement.ts'
import { gapJudgements, intervalJudgements, orderJudgements } from './orderRules.ts'
import { probationJudgements } from './probationRules.ts'
import { reviewJudgements } from './reviews.ts'
import { publicityJudgements, reviewBeforeJudgements, trainingJudgements } from './targetRules.ts'
import { arrivalJudgements } from './transfers.ts'

const rules: readonly JudgeRule[] = [
  ageJudgements,
  orderJudgements,
  intervalJudgements,
  contactJudgements,
  reviewJudgements,
  publicityJudgements,
  trainingJudgements,
  reviewBeforeJudgements,
  sponsorJudgements,
  voteJudgements,
  sameDayJudgements,
  leavingJudgements,
  approvalJudgements,
  probationJudgements,
  arrivalJudgements,
  materialJudgements,
  gapJudgements,
]

function judgements(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  return rules.flatMap((rule) => rule(facts, context))
}

/** Every finding on one file, each beside its step. One rule may speak of several steps; they warn and change nothing. */
export function developmentFindings(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly DevelopmentFinding[] {
  return judgements(facts, context).flatMap(findingOf)
}

/** The card of every rule that has something to judge in this file, kept or broken. */
export function developmentExplanations(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly DevelopmentExplanation[] {
  return judgements(facts, context).map((judgement) => explanationOf(judgement, context))
}
