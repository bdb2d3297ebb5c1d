import type { Ratio } from '../counting.ts'
import { formatPercent } from '../counting.ts'
import type { Finding } from '../finding.ts'
import { type Grade, gradeNames, grades, isBelow, lowerOf } from './grades.ts'
import { scoreText } from './hundredths.ts'
import { reviewFinding } from './ruleTable.ts'
import type { Scheme } from './scheme.ts'

export interface GradeFacts {
  /** 综合分, rounded. */
  readonly hundredths: number
  /** 差 among the members' votes. */
  readonly poor: Ratio | null
  /** Of `scheme.vetoes`: what is established of this person. */
  readonly vetoIds: readonly string[]
}

export interface SuggestedGrade {
  readonly grade: Grade
  /** Each with its rule: by the score, and why no higher. */
  readonly reasons: readonly Finding[]
}

/** REV-07: by the rounded score, as the bands have two decimals: 89.995 is shown as 90.00 and is 好. */
export function gradeOfScore(hundredths: number, bands: Scheme['bands']): Grade {
  if (hundredths >= bands.best) return 'best'
  if (hundredths >= bands.good) return 'good'
  return hundredths >= bands.fair ? 'fair' : 'poor'
}

function bandText({ bands, gradeSet }: Scheme, grade: Grade): string {
  const name = gradeNames[gradeSet][grade]
  const [top, ...lower] = [bands.best, bands.good, bands.fair]
  const index = grades.indexOf(grade)
  if (index === 0) return `${scoreText(top)} 分以上为“${name}”`
  const below = [top, ...lower][index - 1] ?? 0
  const from = [top, ...lower][index]
  return from === undefined
    ? `${scoreText(below)} 分以下为“${name}”（不含本数）`
    : `${scoreText(from)}–${scoreText(below - 1)} 分为“${name}”`
}

/** REV-07: more than so many percent 差 (exactly so many is not more). */
function isPoorShareOver({ numerator, denominator }: Ratio, above: number): boolean {
  return numerator * 100 > denominator * above
}

/** REV-07, REV-10: what the numbers suggest. The committee decides (REV-09). */
export function suggestGrade(scheme: Scheme, { hundredths, poor, vetoIds }: GradeFacts): SuggestedGrade {
  const { gradeSet, poorShare, vetoes } = scheme
  const names = gradeNames[gradeSet]
  const byScore = gradeOfScore(hundredths, scheme.bands)
  let grade = byScore
  const reasons = [
    reviewFinding('REV-07', 'blue', 'grade', `综合分 ${scoreText(hundredths)}，${bandText(scheme, byScore)}`),
  ]
  if (poor !== null && isPoorShareOver(poor, poorShare.above)) {
    grade = lowerOf(grade, poorShare.atMost)
    const share = `${poor.denominator} 票中“${names.poor}” ${poor.numerator} 票，占 ${formatPercent(poor)}`
    const message = `党员测评${share}，超过 ${poorShare.above}%，建议不高于“${names[poorShare.atMost]}”`
    reasons.push(reviewFinding('REV-07', 'red', 'grade', message))
  }
  for (const veto of vetoes.filter(({ id }) => vetoIds.includes(id))) {
    grade = lowerOf(grade, veto.atMost)
    const message = `一票否决：${veto.name}，建议不高于“${names[veto.atMost]}”`
    reasons.push(reviewFinding('REV-10', 'red', 'grade', message))
  }
  return { grade, reasons }
}

/** REV-09: the suggestion does not bind, but going another way needs a reason, and somebody must have decided. */
export interface GradeDecision {
  readonly grade: Grade
  readonly decidedOn: string | null
  /** The meeting of the 党工委 that decided. */
  readonly meeting: string | null
  readonly reason: string | null
}

export function decisionFindings(
  scheme: Scheme,
  suggested: Grade | null,
  { grade, decidedOn, meeting, reason }: GradeDecision,
): readonly Finding[] {
  const names = gradeNames[scheme.gradeSet]
  const isEmpty = (text: string | null) => text === null || text.trim() === ''
  const found: Finding[] = []
  if (isEmpty(decidedOn) || isEmpty(meeting)) {
    const message = '等次由党工委会议研究确定，请登记会议和日期'
    found.push(reviewFinding('REV-09', 'block', 'decidedOn', message))
  }
  if (suggested === null) {
    const message = '综合分还没有算出，不能定等次'
    found.push(reviewFinding('REV-01', 'block', 'grade', message))
  } else if (grade !== suggested && isEmpty(reason)) {
    const way = isBelow(grade, suggested) ? '低于' : '高于'
    const message = `定为“${names[grade]}”，${way}建议的“${names[suggested]}”，请写明理由`
    found.push(reviewFinding('REV-09', 'block', 'reason', message))
  }
  return found
}
