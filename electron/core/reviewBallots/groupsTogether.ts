import type { ReadDb } from '#db/database.ts'
import { spansOn } from '#db/queries/reviewBallots.ts'
import { sumsOfDirection } from '#db/queries/reviewCounts.ts'
import { type Batch, countedTogether } from '#shared/domain/reviews/components.ts'
import { whyNotParted } from '#shared/domain/reviews/mergedGroups.ts'
import type { Tally } from '#shared/domain/reviews/tallies.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { BatchPlace } from '../records/reviewBatchPlace.ts'
import { refuse } from './refusals.ts'
import { wasShownBefore } from './shownBefore.ts'

interface Person {
  readonly subjectId: string
  readonly name: string
}

type Together = ReadonlyMap<string, ReturnType<typeof countedTogether>>

/** Which groups of the direction are counted together by now, person by person. */
export function togetherOf(
  db: ReadDb,
  people: readonly Person[],
  { scheme, component }: Pick<BatchPlace, 'scheme' | 'component'>,
): Together {
  return new Map(
    people.map(({ subjectId }) => {
      const sums = sumsOfDirection(db, { subjectId, componentId: component.id })
      const batches = sums.map(({ groupId, issued, returned, several, illegible, blank, tally }): Batch => {
        const read: Tally = JSON.parse(tally)
        const invalid = several + illegible + blank
        return { groupId, isClosed: true, issued, returned, invalid, tally: read }
      })
      return [subjectId, countedTogether(scheme, component, batches)]
    }),
  )
}

/** REV-06: with the new sums written, groups that were shown as one are still one. Throws VALIDATION_FAILED, naming everybody. */
export function refuseParted(
  db: ReadDb,
  place: Pick<BatchPlace, 'scheme' | 'component'>,
  people: readonly Person[],
  before: Together,
  of: { readonly id: string; readonly openedAt: Instant },
): void {
  const ids = people.map(({ subjectId }) => subjectId)
  const spans = Map.groupBy(
    spansOn(db, ids, place.component.id).filter(({ id }) => id !== of.id),
    ({ subjectId }) => subjectId,
  )
  const after = togetherOf(db, people, place)
  const refused = people.flatMap(({ subjectId, name }) => {
    const isShown = wasShownBefore(place.component, spans.get(subjectId) ?? [], of.openedAt)
    const why = whyNotParted(isShown, before.get(subjectId) ?? [], after.get(subjectId) ?? [])
    return why === null ? [] : [`“${name}”${why}`]
  })
  if (refused.length > 0) throw refuse('subjects', refused.join('；'))
}
