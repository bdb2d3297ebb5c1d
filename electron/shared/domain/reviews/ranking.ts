import type { Finding } from '../finding.ts'
import { type Grade, gradeNames } from './grades.ts'
import { reviewFinding } from './ruleTable.ts'
import type { Scheme } from './scheme.ts'

export interface Scored {
  readonly subjectId: string
  /** 综合分, rounded; null while 待测评. */
  readonly hundredths: number | null
}

export interface Rank {
  readonly subjectId: string
  /** 1, 2, 2, 4; null without a score. */
  readonly rank: number | null
  /** 并列: somebody else has the same score as it is shown. */
  readonly isTied: boolean
}

/** In the order given. Who has the same two decimals has the same place: nobody is ranked by what is not shown. */
export function rankSubjects(subjects: readonly Scored[]): readonly Rank[] {
  const scores = subjects.flatMap(({ hundredths }) => (hundredths === null ? [] : [hundredths]))
  const sorted = scores.toSorted((a, b) => b - a)
  const first = new Map<number, number>()
  const times = new Map<number, number>()
  sorted.forEach((score, index) => {
    if (!first.has(score)) first.set(score, index + 1)
    times.set(score, (times.get(score) ?? 0) + 1)
  })
  return subjects.map(({ subjectId, hundredths }) => ({
    subjectId,
    rank: hundredths === null ? null : (first.get(hundredths) ?? null),
    isTied: hundredths !== null && (times.get(hundredths) ?? 0) > 1,
  }))
}

/** REV-08: of so many at most so many of the highest grade; not rounded up. */
export function bestMost(subjects: number, limitPercent: number): number {
  return Math.floor((subjects * limitPercent) / 100)
}

export interface Suggested extends Scored {
  readonly grade: Grade | null
}

export interface Limited {
  readonly subjectId: string
  readonly grade: Grade | null
  /** Why it is not the highest any more. */
  readonly reason: Finding | null
}

/**
 * REV-08: the highest grade goes by score until the limit is full. Those tied across the line are treated alike, one grade
 * lower, and left to the meeting: the numbers cannot choose among them. `seesAll`: whether who reads the reason sees all of
 * them; else it says nothing of how many there are, nor how the others stand.
 */
export function limitBest(
  subjects: readonly Suggested[],
  { bestLimit, gradeSet }: Pick<Scheme, 'bestLimit' | 'gradeSet'>,
  seesAll = true,
): readonly Limited[] {
  const kept = (subject: Suggested): Limited => ({
    subjectId: subject.subjectId,
    grade: subject.grade,
    reason: null,
  })
  if (bestLimit === null) return subjects.map(kept)
  const most = bestMost(subjects.length, bestLimit)
  const best = subjects.filter(({ grade }) => grade === 'best')
  if (best.length <= most) return subjects.map(kept)
  const scores = best.map(({ hundredths }) => hundredths ?? 0).toSorted((a, b) => b - a)
  // The highest score that finds no room: who has it, or less, goes a grade lower.
  const line = scores[most] ?? 0
  const names = gradeNames[gradeSet]
  const isSplit = scores[most - 1] === line
  return subjects.map((subject) => {
    const { subjectId, hundredths, grade } = subject
    if (grade !== 'best' || (hundredths ?? 0) > line) return kept(subject)
    const tie = isSplit && hundredths === line ? '；同分并列的由会议研究确定' : ''
    const room = seesAll ? `，${subjects.length} 人中最多 ${most} 人` : ''
    const message = `“${names.best}”不超过 ${bestLimit}%${room}，按综合分顺序建议“${names.good}”${seesAll ? tie : ''}`
    return { subjectId, grade: 'good', reason: reviewFinding('REV-08', 'yellow', 'grade', message) }
  })
}

/** REV-08 of the grades as decided. */
export function bestLimitFinding(
  decided: readonly (Grade | null)[],
  { bestLimit, gradeSet }: Pick<Scheme, 'bestLimit' | 'gradeSet'>,
): Finding | null {
  if (bestLimit === null) return null
  const most = bestMost(decided.length, bestLimit)
  const best = decided.filter((grade) => grade === 'best').length
  if (best <= most) return null
  const name = gradeNames[gradeSet].best
  const message = `定为“${name}”的 ${best} 人，${decided.length} 人中不超过 ${bestLimit}% 即 ${most} 人，超出 ${best - most} 人`
  return reviewFinding('REV-08', 'red', 'grade', message)
}
