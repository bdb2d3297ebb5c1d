import type { ScoredSubject } from '#db/queries/reviewScores.ts'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { toHundredths } from '#shared/domain/reviews/exact.ts'
import { gradeNames } from '#shared/domain/reviews/grades.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Limited, Rank } from '#shared/domain/reviews/ranking.ts'
import { reviewFinding } from '#shared/domain/reviews/ruleTable.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { suggestGrade, type SuggestedGrade } from '#shared/domain/reviews/suggestedGrade.ts'
import type { SubjectScore } from '#shared/domain/reviews/totals.ts'

/** Ids as stored, comma-separated. */
export function listedIds(stored: string): readonly string[] {
  return stored === '' ? [] : stored.split(',')
}

/** REV-07, REV-10 of one person, before REV-08; null while 待测评. */
export function suggestedOf(
  scheme: Scheme,
  score: SubjectScore,
  vetoIds: readonly string[],
): SuggestedGrade | null {
  const { hundredths, components } = score
  if (hundredths === null) return null
  const poor = components.reduce<SubjectScore['components'][number]['poor']>((worst, component) => {
    if (component.poor === null || worst === null) return component.poor ?? worst
    const isWorse =
      component.poor.numerator * worst.denominator > worst.numerator * component.poor.denominator
    return isWorse ? component.poor : worst
  }, null)
  return suggestGrade(scheme, { hundredths, poor, vetoIds })
}

/** REV-09: what the committee had before it stays; a score that is another one now is said. */
function changedSince(
  { grade, scoreDecided }: ScoredSubject,
  scheme: Scheme,
  now: number | null,
): readonly Finding[] {
  if (grade === null || scoreDecided === null || scoreDecided === now) return []
  const today = now === null ? '现在没有综合分' : `现为 ${scoreText(now)} 分`
  const message = `定为“${gradeNames[scheme.gradeSet][grade]}”时综合分 ${scoreText(scoreDecided)}，${today}，请核对是否重新研究`
  return [reviewFinding('REV-09', 'yellow', 'grade', message)]
}

/** One person before the others of the scheme are looked at. */
export interface JudgedPerson {
  readonly subject: ScoredSubject
  readonly score: SubjectScore
  readonly suggested: SuggestedGrade | null
}

/** A line of the scores. `limited`, `rank`: as they stand among all of the scheme. */
export function scoreRow(
  scheme: Scheme,
  { subject, score, suggested }: JudgedPerson,
  limited: Limited,
  rank: Rank,
): ScoreRow {
  const { scoreDecided } = subject
  const daily = new Set(scheme.components.flatMap(({ kind, id }) => (kind === 'daily' ? [id] : [])))
  return {
    subjectId: subject.id,
    version: subject.version,
    name: subject.name,
    duty: subject.duty,
    organizationId: subject.organizationId,
    organizationName: subject.organizationName,
    schemeId: subject.schemeId,
    components: score.components.map(({ componentId, name, weight, state, score }) => ({
      componentId,
      name,
      weight,
      isRated: !daily.has(componentId),
      state,
      hundredths: score === null ? null : toHundredths(valueOf(score)),
    })),
    hundredths: score.hundredths,
    rank: rank.rank,
    isTied: rank.isTied,
    suggested: limited.grade,
    reasons: [...(suggested?.reasons ?? []), ...(limited.reason === null ? [] : [limited.reason])],
    // One the scheme has no more lowers nothing and could not be decided again.
    vetoIds: listedIds(subject.vetoIds).filter((veto) => scheme.vetoes.some(({ id }) => id === veto)),
    grade: subject.grade,
    decidedOn: subject.decidedOn,
    decidedAt: subject.decidedAt,
    decisionReason: subject.decisionReason,
    handling: subject.handling,
    scoreDecided: subject.grade !== null && scoreDecided !== score.hundredths ? scoreDecided : null,
    findings: [...score.findings, ...changedSince(subject, scheme, score.hundredths)],
  }
}
