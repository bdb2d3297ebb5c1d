import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import { type Grade, lowerOf } from '#shared/domain/reviews/grades.ts'
import { limitBest } from '#shared/domain/reviews/ranking.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { gradeOfScore } from '#shared/domain/reviews/suggestedGrade.ts'

/** REV-07: whether 差 of the members weighs on the suggestion; the rows carry no counts, but the reason. */
const isPoorShareOver = ({ reasons }: ScoreRow): boolean =>
  reasons.some(({ code, severity }) => code === 'REV-07' && severity === 'red')

/**
 * What is suggested with the vetoes as they are ticked now (REV-07, 08, 10), as the core will judge it: a veto lowers, one taken back
 * lifts again, and a place freed among the highest goes to the next. Rows are all of the scheme.
 */
export function suggestionsNow(
  rows: readonly ScoreRow[],
  choices: Readonly<Record<string, { readonly vetoIds: readonly string[] }>>,
  scheme: Scheme,
): ReadonlyMap<string, Grade | null> {
  const judged = rows.map((row) => {
    const { subjectId, hundredths } = row
    if (hundredths === null) return { subjectId, hundredths, grade: null }
    const vetoIds = choices[subjectId]?.vetoIds ?? row.vetoIds
    const limits = [
      ...(isPoorShareOver(row) ? [scheme.poorShare.atMost] : []),
      ...scheme.vetoes.flatMap(({ id, atMost }) => (vetoIds.includes(id) ? [atMost] : [])),
    ]
    return {
      subjectId,
      hundredths,
      grade: limits.reduce<Grade>(lowerOf, gradeOfScore(hundredths, scheme.bands)),
    }
  })
  return new Map(limitBest(judged, scheme).map(({ subjectId, grade }) => [subjectId, grade]))
}
