import { describe, expect, it } from 'vitest'
import { exactText } from '#shared/domain/reviews/exact.ts'
import { whyNotAdded } from '#shared/domain/reviews/mergedGroups.ts'
import { overallId, schemeSchema } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'
import { aBatch, countsOf, downOf, fourGroups, usual } from './aScheme.ts'

describe('groups under five (REV-06)', () => {
  it('are counted with the group the scheme names, weights and all', () => {
    const down = downOf([aBatch('party', [40, 15, 5, 0]), aBatch('public', [0, 0, 0, 3])])
    expect(down?.groups.map(({ name, valid }) => [name, valid])).toEqual([['党员、群众', 63]])
    // (40×95＋15×80＋5×65＋3×40)÷63, not 0.7×88.75＋0.3×40
    expect(down?.score && exactText(valueOf(down.score))).toBe('605/7')
    expect(down?.findings.map(({ code, severity }) => [code, severity])).toEqual([['REV-06', 'blue']])
  })

  it('five stand alone, four do not', () => {
    const names = (public_: number) =>
      downOf([aBatch('party', [40, 15, 5, 0]), aBatch('public', [public_, 0, 0, 0])])?.groups.length
    expect([names(5), names(4)]).toEqual([2, 1])
  })

  it('go to the smallest other group where none is named, and on until there are enough', () => {
    const batches = [
      aBatch('party', [30, 0, 0, 0]),
      aBatch('public', [10, 0, 0, 0]),
      aBatch('street', [2, 0, 0, 0]),
      aBatch('partners', [1, 0, 0, 0]),
    ]
    expect(downOf(batches, fourGroups)?.groups.map(({ name, valid }) => [name, valid])).toEqual([
      ['party', 30],
      ['public、street、partners', 13],
    ])
  })

  it('go to the group the scheme names, though another is smaller', () => {
    const batches = [
      aBatch('party', [30, 0, 0, 0]),
      aBatch('public', [2, 0, 0, 0]),
      aBatch('street', [10, 0, 0, 0]),
    ]
    expect(downOf(batches, fourGroups)?.groups.map(({ name }) => name)).toEqual(['party、public', 'street'])
  })

  it('are those with fewer than five valid ballots, however many came back', () => {
    const batches = [
      aBatch('party', [30, 0, 0, 0]),
      aBatch('public', [4, 0, 0, 0], { issued: 9, returned: 9, invalid: 5 }),
    ]
    expect(downOf(batches)?.groups.map(({ valid }) => valid)).toEqual([34])
  })

  it('five from above tell their votes', () => {
    const [up] = scoreSubject(usual, { batches: [aBatch('superiors', [3, 2, 0, 0])], daily: {} }).components
    expect(up?.score).toMatchObject({ is: 'mean', ballots: 5 })
  })

  it('a direction too small as a whole tells its score and no votes, and asks for more raters', () => {
    const { components, findings } = scoreSubject(usual, {
      batches: [aBatch('superiors', [3, 1, 0, 0])],
      daily: {},
    })
    expect(components[0]).toMatchObject({
      state: 'scored',
      score: { is: 'withheld', value: '91.25' },
      indicators: [],
      groups: [{ valid: 4, tally: {} }],
    })
    expect(findings.filter(({ code }) => code === 'REV-06').map(({ severity }) => severity)).toEqual([
      'yellow',
    ])
  })

  it('a thing only four of sixty answered is not shown by itself', () => {
    const tally = {
      [overallId]: { by: 'grades', counts: countsOf([40, 20, 0, 0]), abstained: 0 },
      mended: { by: 'grades', counts: countsOf([0, 0, 0, 4]), abstained: 56 },
      duty1: { by: 'grades', counts: countsOf([0, 5, 0, 0]), abstained: 55 },
    } as const
    const down = downOf([aBatch('party', [40, 20, 0, 0], { tally })])
    expect(Object.keys(down?.groups[0]?.tally ?? {})).toEqual(['duty1', overallId])
    expect(down?.indicators.map(({ indicatorId }) => indicatorId)).toEqual(['duty'])
  })

  it('in a score made of indicators, one that four answered keeps its counts to itself', () => {
    const scheme = {
      ...usual,
      components: usual.components.map((component) =>
        component.kind === 'rated'
          ? { ...component, form: { ...component.form, scoredBy: 'items' } as const }
          : component,
      ),
    }
    const tally = {
      duty1: { by: 'grades', counts: countsOf([60, 0, 0, 0]), abstained: 0 },
      mended: { by: 'grades', counts: countsOf([2, 0, 0, 2]), abstained: 56 },
    } as const
    const score = downOf([aBatch('party', [60, 0, 0, 0], { tally })], scheme)?.score
    expect(score?.is === 'mean' ? score.parts.map((part) => part.score.is) : []).toEqual(['mean', 'withheld'])
    // (20×95＋10×67.5)÷30: the score itself is not touched
    expect(score && exactText(valueOf(score))).toBe('515/6')
  })

  it('a small direction shows no 一级 indicators either, which would tell as much', () => {
    const tally = {
      [overallId]: { by: 'grades', counts: countsOf([4, 0, 0, 0]), abstained: 0 },
      duty1: { by: 'points', votes: 4, sum: 36_00, abstained: 0 },
      duty2: { by: 'points', votes: 4, sum: 20_00, abstained: 0 },
    } as const
    const batch = aBatch('superiors', [4, 0, 0, 0], { tally })
    expect(scoreSubject(usual, { batches: [batch], daily: {} }).components[0]).toMatchObject({
      state: 'scored',
      indicators: [],
    })
  })

  it('the limit may be raised but not lowered', () => {
    const isTaken = (hideBelow: number) => schemeSchema.safeParse({ ...usual, hideBelow }).success
    expect([isTaken(10), isTaken(5), isTaken(4), isTaken(0)]).toEqual([true, true, false, false])
  })

  it('a few ballots added after the result was seen would be the difference, so they are not', () => {
    expect(whyNotAdded(true, 4, 5)).toContain('暴露票数')
    expect([whyNotAdded(true, 5, 5), whyNotAdded(false, 1, 5)]).toEqual([null, null])
  })
})
