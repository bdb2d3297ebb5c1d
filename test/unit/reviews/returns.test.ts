import { describe, expect, it } from 'vitest'
import { judgeReturns, returnProblems, turnoutFinding } from '#shared/domain/reviews/returns.ts'
import { overallId } from '#shared/domain/reviews/scheme.ts'
import { tallyProblems } from '#shared/domain/reviews/tallies.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'
import { aBatch, countsOf, itemsOfDirection, usual, vector } from './aScheme.ts'

const standing = (issued: number, returned: number) =>
  judgeReturns({ issued, returned, invalid: 0 }, usual.returns).standing

describe('ballots that came back (REV-02, REV-03)', () => {
  it('REV-02: one more than went out makes the batch void', () => {
    expect([standing(10, 10), standing(10, 11)]).toEqual(['enough', 'void'])
    const { finding } = judgeReturns({ issued: 10, returned: 11, invalid: 0 }, usual.returns)
    expect(finding).toMatchObject({ code: 'REV-02', severity: 'red' })
    expect(finding?.message).toContain('重新测评')
  })

  it('REV-03: exactly 80% is enough, below is low; exactly 50% counts, below does not', () => {
    expect([standing(10, 8), standing(100, 79), standing(10, 5), standing(100, 49)]).toEqual([
      'enough',
      'low',
      'low',
      'tooFew',
    ])
    expect(standing(0, 0)).toBe('tooFew')
  })

  it('REV-03: yellow and red, with the rate in words', () => {
    const low = judgeReturns({ issued: 12, returned: 9, invalid: 0 }, usual.returns).finding
    expect(low).toMatchObject({ code: 'REV-03', severity: 'yellow' })
    expect(low?.message).toContain('收回率 75.0%')
    const few = judgeReturns({ issued: 12, returned: 5, invalid: 0 }, usual.returns).finding
    expect(few).toMatchObject({ code: 'REV-03', severity: 'red' })
  })

  it('more void ballots than came back cannot be', () => {
    expect(returnProblems({ issued: 10, returned: 8, invalid: 9 })).toHaveProperty('invalid')
    expect(returnProblems({ issued: 8, returned: 10, invalid: 0 })).toEqual({})
  })

  it('REV-04: half of those who should have come is enough, one fewer asks for a second rating', () => {
    expect(turnoutFinding(60, 30)).toBeNull()
    expect(turnoutFinding(61, 30)).toMatchObject({ code: 'REV-04', severity: 'yellow' })
    expect(turnoutFinding(60, 29)?.message).toContain('补测')
  })
})

describe('what the return rate allows to be shown', () => {
  const [superiors, party] = vector.batches
  const downWith = (more: object) => {
    const batches = superiors && party ? [superiors, { ...party, ...more }] : []
    const result = scoreSubject(usual, { ...vector, batches })
    const down = result.components.find(({ componentId }) => componentId === 'down')
    return { ...result, down, codes: result.findings.map(({ code }) => code) }
  }

  it('REV-02, REV-03: nothing of a void batch, of one too small, or of one still open', () => {
    for (const [more, state] of [
      [{ issued: 59 }, 'repeat'],
      [{ issued: 121 }, 'missing'],
      [{ isClosed: false }, 'open'],
    ] as const) {
      const { down, total } = downWith(more)
      expect(down).toMatchObject({ state, score: null, indicators: [], groups: [], poor: null })
      expect(total).toBeNull()
    }
  })

  it('REV-03: a low return is scored with a warning', () => {
    const { hundredths, codes } = downWith({ issued: 100 })
    expect([hundredths, codes]).toEqual([87_98, ['REV-03']])
  })

  it('REV-03: a batch too small is left out, another of the same group still counts', () => {
    const small = aBatch('party', [0, 0, 0, 20], { issued: 100 })
    const { hundredths, findings } = scoreSubject(usual, { ...vector, batches: [...vector.batches, small] })
    expect(hundredths).toBe(87_98)
    expect(findings.map(({ severity }) => severity)).toEqual(['red'])
  })

  it('an open batch of 群众 keeps the whole direction shut: half a result is a hint', () => {
    const open = aBatch('public', [3, 3, 3, 3], { isClosed: false })
    const { components } = scoreSubject(usual, { ...vector, batches: [...vector.batches, open] })
    expect(components.map(({ state }) => state)).toEqual(['scored', 'open', 'scored'])
  })
})

describe('a tally called out by hand', () => {
  const items = itemsOfDirection(usual, 'down').filter(({ id }) => id === overallId)
  const problems = (abstained: number, valid: number) =>
    tallyProblems({ [overallId]: { by: 'grades', counts: countsOf([5, 3, 2, 0]), abstained } }, valid, items)

  it('adds up to the valid ballots, abstentions included, or is not taken', () => {
    expect(problems(2, 12)).toEqual({})
    expect(problems(0, 12)[overallId]).toContain('合计 10 票，有效票是 12 张')
    expect(problems(3, 12)[overallId]).toContain('合计 13 票')
  })

  it('a sum of points beyond full marks is not taken', () => {
    const item = { id: 'a', name: '甲', by: 'points', most: 20_00 } as const
    const of = (sum: number) => tallyProblems({ a: { by: 'points', votes: 3, sum, abstained: 0 } }, 3, [item])
    expect(of(60_00)).toEqual({})
    expect(of(60_01)).toHaveProperty('a')
    expect(
      tallyProblems({ a: { by: 'grades', counts: countsOf([3, 0, 0, 0]), abstained: 0 } }, 3, [item]),
    ).toHaveProperty('a')
  })
})
