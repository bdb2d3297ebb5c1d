import { developmentExplanations, developmentFindings } from '#shared/domain/development/developmentRules.ts'
import type { DevelopmentContext, DevelopmentFacts } from '#shared/domain/development/facts.ts'
import type { DevelopmentExplanation, DevelopmentFinding } from '#shared/domain/development/judgement.ts'

interface Judged {
  readonly file: { readonly isImported: boolean }
  readonly facts: DevelopmentFacts
}

// A ledger that was taken over has columns for some steps only: that the others have no day in it says nothing against them.
function isUnrecorded(
  { isImported }: Judged['file'],
  { code, severity }: Pick<DevelopmentExplanation, 'code' | 'severity'>,
): boolean {
  return isImported && code === 'STEP_MISSING' && severity === 'yellow'
}

/** What the rules find in a file; one that was taken over is not held to what its ledger had no column for. */
export function findingsOfFile(
  { file, facts }: Judged,
  context: DevelopmentContext,
): readonly DevelopmentFinding[] {
  return developmentFindings(facts, context).filter((finding) => !isUnrecorded(file, finding))
}

/** The cards of the same rules. */
export function explanationsOfFile(
  { file, facts }: Judged,
  context: DevelopmentContext,
): readonly DevelopmentExplanation[] {
  return developmentExplanations(facts, context).filter((card) => !isUnrecorded(file, card))
}
