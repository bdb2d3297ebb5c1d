import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Exact,
  isSame,
  decimalText,
  parseExact,
  toHundredths,
  weightedMean,
} from '#shared/domain/reviews/exact.ts'
import { explainScore, type ScoreExplanation } from '#shared/domain/reviews/explainScore.ts'
import { parseHundredths } from '#shared/domain/reviews/hundredths.ts'
import { overallId, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'
import { aBatch, countsOf, usual } from './aScheme.ts'

const four = fc.tuple(
  fc.integer({ min: 5, max: 400 }),
  fc.nat({ max: 400 }),
  fc.nat({ max: 400 }),
  fc.nat({ max: 99 }),
)
const weight = fc.integer({ min: 1, max: 4_999 })

const anyReview = fc.record({
  up: four,
  party: four,
  residents: four,
  abstained: fc.nat({ max: 50 }),
  wU: weight,
  wD: weight,
  wParty: fc.integer({ min: 1, max: 9_999 }),
  daily: fc.integer({ min: 0, max: 10_000 }),
})

function schemeOf({ wU, wD, wParty }: { wU: number; wD: number; wParty: number }): Scheme {
  const weights: Readonly<Record<string, number>> = { up: wU, down: wD, daily: 10_000 - wU - wD }
  return {
    ...usual,
    components: usual.components.map((component) => {
      const weight = weights[component.id] ?? 0
      if (component.id !== 'down' || component.kind === 'daily') return { ...component, weight }
      const groups = component.groups.map((group) => ({
        ...group,
        weight: group.id === 'party' ? wParty : 10_000 - wParty,
      }))
      return { ...component, weight, groups }
    }),
  }
}

/** The formula of domain 5.5 written out over one denominator, with nothing of the program's arithmetic. */
function byHand(
  up: readonly number[],
  party: readonly number[],
  residents: readonly number[],
  weights: readonly [wU: number, wD: number, wR: number, wParty: number],
  daily: number,
): Exact {
  const points = [95n, 80n, 65n, 40n]
  const sums = [up, party, residents].map((counts) => ({
    sum: counts.reduce((total, count, index) => total + BigInt(count) * (points[index] ?? 0n), 0n),
    votes: BigInt(counts.reduce((total, count) => total + count, 0)),
  }))
  const [u, d, q] = sums
  if (!u || !d || !q) throw new Error('three groups')
  const [wU, wD, wR, wParty] = weights.map((weight) => BigInt(weight))
  if (wU === undefined || wD === undefined || wR === undefined || wParty === undefined)
    throw new Error('four weights')
  const denominator = u.votes * d.votes * q.votes * 10_000n * 10_000n * 100n
  const numerator =
    wU * u.sum * d.votes * q.votes * 10_000n * 100n +
    wD * (wParty * d.sum * q.votes + (10_000n - wParty) * q.sum * d.votes) * u.votes * 100n +
    wR * BigInt(daily) * u.votes * d.votes * q.votes * 10_000n
  return { numerator, denominator }
}

/** Works a step out again from what it says in words: 84.5，权重 30%. */
function workedOut({ inputs, parts, exact }: ScoreExplanation): Exact {
  if (parts.length === 0) return parseExact(exact)
  return weightedMean(
    inputs.map(({ value }, index) => {
      const [score = '', weight = ''] = value.split('，')
      const number = weight.replace(/^权重 |^分值 | 票$|%$/g, '')
      const part = parts[index]
      if (part === undefined || decimalText(parseExact(part.exact)) !== score)
        throw new Error('a part that is not the one named')
      return { weight: parseHundredths(number) ?? 0, value: workedOut(part) }
    }),
  )
}

describe('any review', () => {
  it('the total is the formula of the regulations, to the last digit', () => {
    fc.assert(
      fc.property(anyReview, ({ up, party, residents, abstained, wU, wD, wParty, daily }) => {
        const scheme = schemeOf({ wU, wD, wParty })
        expect(schemeProblems(scheme)).toEqual([])
        const issued = up.reduce((sum, count) => sum + count, 0) + abstained
        const batches = [
          aBatch('superiors', up, {
            issued,
            returned: issued,
            tally: { [overallId]: { by: 'grades', counts: countsOf(up), abstained } },
          }),
          aBatch('party', party),
          aBatch('public', residents),
        ]
        const { total } = scoreSubject(scheme, { batches, daily: { dailyScore: daily } })
        if (total === null) throw new Error('no total')
        const value = valueOf(total)
        const hand = byHand(up, party, residents, [wU, wD, 10_000 - wU - wD, wParty], daily)
        expect(value.numerator * hand.denominator).toBe(value.denominator * hand.numerator)
      }),
    )
  })

  it('what is explained, worked out again from its words down to the counts, is the score shown', () => {
    fc.assert(
      fc.property(anyReview, ({ up, party, residents, wU, wD, wParty, daily }) => {
        const batches = [aBatch('superiors', up), aBatch('party', party), aBatch('public', residents)]
        const facts = { batches, daily: { dailyScore: daily } }
        const { total, hundredths } = scoreSubject(schemeOf({ wU, wD, wParty }), facts)
        if (total === null) throw new Error('no total')
        // As it is sent to a screen and stored: plain JSON.
        const sent: unknown = JSON.parse(JSON.stringify(total))
        expect(sent).toEqual(total)
        const value = workedOut(explainScore(total))
        expect(isSame(value, valueOf(total))).toBe(true)
        expect(toHundredths(value)).toBe(hundredths)
      }),
    )
  })

  it('one more 好 instead of 差 never lowers a score', () => {
    fc.assert(
      fc.property(four, ([best, good, fair, poor]) => {
        const of = (counts: readonly [number, number, number, number]) =>
          scoreSubject(usual, { batches: [aBatch('superiors', counts)], daily: {} }).components[0]?.score
        const [before, after] = [of([best, good, fair, poor + 1]), of([best + 1, good, fair, poor])]
        if (!before || !after) throw new Error('no score')
        const [a, b] = [valueOf(before), valueOf(after)]
        return a.numerator * b.denominator < b.numerator * a.denominator
      }),
    )
  })
})
