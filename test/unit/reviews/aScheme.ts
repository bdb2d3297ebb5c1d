import type { Batch, ComponentResult } from '#shared/domain/reviews/components.ts'
import { exactText } from '#shared/domain/reviews/exact.ts'
import type { Grade } from '#shared/domain/reviews/grades.ts'
import {
  type BallotItem,
  itemsOf,
  overallId,
  type RatedComponent,
  type Scheme,
} from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { scoreSubject, type SubjectFacts } from '#shared/domain/reviews/totals.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'

/** 30/30/40 with 党员 70 and 群众 30. */
export const usual: Scheme = usualScheme(usualWeights.usual)

export function ratedOf(scheme: Scheme, componentId: string): RatedComponent {
  const found = scheme.components.find(({ id }) => id === componentId)
  if (found?.kind !== 'rated') throw new Error('no such direction')
  return found
}

export function itemsOfDirection(scheme: Scheme, componentId: string): readonly BallotItem[] {
  return itemsOf(scheme, ratedOf(scheme, componentId).form)
}

type Four = readonly [best: number, good: number, fair: number, poor: number]

export function countsOf([best, good, fair, poor]: Four): Readonly<Record<Grade, number>> {
  return { best, good, fair, poor }
}

/** All came back, none void: 好、较好、一般、差 on the whole. */
export function aBatch(groupId: string, four: Four, more: Partial<Batch> = {}): Batch {
  const valid = four.reduce((sum, count) => sum + count, 0)
  return {
    groupId,
    isClosed: true,
    issued: valid,
    returned: valid,
    invalid: 0,
    tally: { [overallId]: { by: 'grades', counts: countsOf(four), abstained: 0 } },
    ...more,
  }
}

/** The test vector of domain 5.5, with 日常 90. */
export const vector = {
  batches: [aBatch('superiors', [5, 3, 2, 0]), aBatch('party', [40, 15, 5, 0])],
  daily: { dailyScore: 90_00 },
}

/** The test vector with other facts. */
export const scored = (facts: Partial<SubjectFacts>, scheme = usual) =>
  scoreSubject(scheme, { ...vector, ...facts })

/** The score of one direction of it, to the last digit. */
export function exactOf(facts: Partial<SubjectFacts>, componentId: string, scheme = usual): string | null {
  const found = scored(facts, scheme).components.find((one) => one.componentId === componentId)
  return found?.score ? exactText(valueOf(found.score)) : null
}

/** What these batches make of 党员、群众测评. */
export function downOf(batches: readonly Batch[], scheme = usual): ComponentResult | undefined {
  const { components } = scoreSubject(scheme, { batches, daily: {} })
  return components.find(({ componentId }) => componentId === 'down')
}

/** 党员 40, 群众 20, 居民代表 20, 共建单位 20. */
export const fourGroups: Scheme = {
  ...usual,
  components: usual.components.map((component) => {
    if (component.id !== 'down' || component.kind === 'daily') return component
    const [party] = component.groups
    if (party === undefined) return component
    const groups = ['party', 'public', 'street', 'partners'].map((id, index) => ({
      ...party,
      id,
      name: id,
      weight: index === 0 ? 40_00 : 20_00,
      isOptional: true,
      mergesInto: id === 'public' ? 'party' : null,
    }))
    return { ...component, groups }
  }),
}
