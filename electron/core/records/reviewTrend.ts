import type { ReadDb } from '#db/database.ts'
import { type ScoredSubject, subjectsOverYears } from '#db/queries/reviewScores.ts'
import type { TrendPoint } from '#shared/contract/reviewRows.ts'
import { toHundredths } from '#shared/domain/reviews/exact.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { readScheme, scorerOf, subjectFactsOf } from './reviewScoring.ts'

type Now = Pick<ScoredSubject, 'id' | 'memberId' | 'organizationId' | 'kind' | 'name' | 'duty'>

/** Of a year: the person, else whoever held the same post. A post of several people is known by its name alone. */
export function ofYear<T extends Now>(now: Now, found: readonly T[]): T | undefined {
  const self = found.find(({ id }) => id === now.id)
  if (self !== undefined) return self
  const same =
    found.find(({ memberId }) => memberId !== null && memberId === now.memberId) ??
    found.find(({ name, organizationId }) => name === now.name && organizationId === now.organizationId)
  if (same !== undefined) return same
  const holders = found.filter(
    ({ kind, organizationId, duty }) =>
      kind === now.kind &&
      organizationId === now.organizationId &&
      (kind === 'secretary' || duty === now.duty),
  )
  return holders.length === 1 ? holders[0] : undefined
}

/** Every year's score in the campaigns of one organisation, as they are scored now; oldest first, this year's too. */
export function reviewTrend(db: ReadDb, now: Now, holderId: string, reader: Shown): readonly TrendPoint[] {
  const byYear = Map.groupBy(subjectsOverYears(db, { ...now, holderId }), ({ year }) => year)
  const found = [...byYear.values()].flatMap((of) => ofYear(now, of) ?? [])
  const facts = subjectFactsOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map(({ id, year, name, grade, schemeBody }) => {
    const { hundredths, components } = scorerOf(readScheme(schemeBody))(facts.get(id))
    return {
      year,
      subjectId: id,
      name: shownText(name, reader),
      hundredths,
      grade,
      components: components.map((component) => ({
        name: component.name,
        hundredths: component.score === null ? null : toHundredths(valueOf(component.score)),
      })),
    }
  })
}
