import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ballotsReturned,
  type CountedRound,
  isBallotValid,
  roundContradictions,
} from '#shared/domain/electionBallots.ts'
import { contestResult, countRound } from '#shared/domain/electionCount.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'

const names = '甲乙丙丁戊己庚辛'

/** A ballot of 30 expected and 24 present where each name got so many 赞成 and nobody abstained. */
function aRound(agreed: readonly number[], overrides: Partial<CountedRound> = {}): CountedRound {
  const returned = overrides.returned ?? 24
  return {
    kind: 'first',
    seats: 3,
    should: 30,
    present: 24,
    issued: 24,
    returned,
    invalid: 0,
    votes: agreed.map((votes, index) => ({
      candidateId: names[index] ?? '',
      name: names[index] ?? '',
      isWriteIn: false,
      agreed: votes,
      against: returned - votes,
      abstained: 0,
    })),
    ...overrides,
  }
}

const count = (round: CountedRound) => countRound(round, defaultRuleSettings)

describe('counting ballots (ORG-31..35)', () => {
  it('ORG-34: fills the seats with those over half of 实到', () => {
    const result = count(aRound([20, 18, 13, 12]))
    expect(result).toMatchObject({ isValid: true, elected: ['甲', '乙', '丙'], open: 0, next: 'none' })
    expect(result.votes.map(({ outcome }) => outcome)).toEqual(['elected', 'elected', 'elected', 'notEnough'])
  })

  it('ORG-34: invalid ballots do not lower the half', () => {
    const result = count(
      aRound([12, 12, 12], { invalid: 4, votes: aRound([12, 12, 12], { returned: 20 }).votes }),
    )
    expect(result).toMatchObject({ isValid: true, elected: [], open: 3, next: 'another' })
  })

  it('ORG-35: more than seats over half: the most votes win', () => {
    expect(count(aRound([20, 18, 17, 15]))).toMatchObject({
      elected: ['甲', '乙', '丙'],
      tied: [],
      next: 'none',
    })
    expect(count(aRound([20, 18, 17, 15])).votes[3]?.outcome).toBe('outvoted')
  })

  it('ORG-35: equal votes at the last seat are voted on again, the others are in', () => {
    const result = count(aRound([20, 18, 15, 15]))
    expect(result).toMatchObject({ elected: ['甲', '乙'], tied: ['丙', '丁'], open: 1, next: 'tie' })
    expect(result.summary).toContain('丙、丁票数相等')
  })

  it('ORG-35: equal votes that all fit decide themselves', () => {
    expect(count(aRound([20, 15, 15, 14]))).toMatchObject({
      elected: ['甲', '乙', '丙'],
      tied: [],
      next: 'none',
    })
  })

  it('ORG-35: three on two seats with the same votes are all voted on again', () => {
    expect(count(aRound([20, 15, 15, 15]))).toMatchObject({
      elected: ['甲'],
      tied: ['乙', '丙', '丁'],
      open: 2,
    })
  })

  it('ORG-35: too few over half leave seats open', () => {
    expect(count(aRound([20, 12, 12, 12]))).toMatchObject({ elected: ['甲'], open: 2, next: 'another' })
  })

  it('ORG-35: among those who tied the most votes decide, without half it is said', () => {
    const result = count(aRound([11, 9], { kind: 'tie', seats: 1, should: 29 }))
    expect(result).toMatchObject({ elected: ['甲'], next: 'none' })
    expect(result.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['yellow ORG-35'])
    expect(count(aRound([11, 11], { kind: 'tie', seats: 1 }))).toMatchObject({ elected: [], next: 'tie' })
  })

  it('ORG-31: without four fifths nobody is elected whatever the votes', () => {
    const result = count(aRound([23, 23, 23], { present: 23, issued: 23, returned: 23 }))
    expect(result).toMatchObject({ isValid: false, elected: [], next: 'meetingAgain' })
    expect(result.votes.every(({ outcome }) => outcome === 'void')).toBe(true)
  })

  it('ORG-31: exactly four fifths counts and asks for a look', () => {
    expect(count(aRound([20, 18, 13])).findings).toMatchObject([
      { code: 'ORG-31', severity: 'yellow', message: expect.stringContaining('各地口径不一，请确认') },
    ])
    const more = { present: 25, issued: 25, returned: 25 }
    expect(count(aRound([20, 18, 13], more)).findings).toEqual([])
  })

  it('ORG-32: fewer or as many ballots back are fine, one more voids the whole ballot', () => {
    const isMet = (returned: number) => ballotsReturned({ issued: 24, returned }).isMet
    expect([isMet(23), isMet(24), isMet(25)]).toEqual([true, true, false])
    expect(count(aRound([20, 20, 20], { returned: 25 }))).toMatchObject({
      isValid: false,
      elected: [],
      next: 'ballotAgain',
    })
  })

  it('ORG-33: a ballot may name as many as there are seats, or fewer', () => {
    expect([isBallotValid(0, 3), isBallotValid(3, 3), isBallotValid(4, 3)]).toEqual([true, true, false])
  })

  it('ORG-33: more 赞成 than all valid ballots can hold is a contradiction', () => {
    expect(roundContradictions(aRound([24, 24, 24]))).toEqual({})
    expect(roundContradictions(aRound([24, 24, 24, 1]))).toHaveProperty('votes')
  })

  it('names what else cannot be true by its field', () => {
    expect(roundContradictions(aRound([1], { present: 31 }))).toHaveProperty('present')
    expect(roundContradictions(aRound([1], { invalid: 25 }))).toHaveProperty('invalid')
    const [vote, ...rest] = aRound([10, 10]).votes.map((each) => ({ ...each, abstained: 1 }))
    expect(Object.keys(roundContradictions({ ...aRound([]), votes: vote ? [vote, ...rest] : [] }))).toEqual([
      'votes.0',
      'votes.1',
    ])
  })

  it('ORG-33: votes that were not all accounted for are pointed out once, those written in are not', () => {
    const votes = aRound([20, 18, 13, 3]).votes.map((vote, index) => ({
      ...vote,
      against: 0,
      isWriteIn: index === 3,
    }))
    const found = count(aRound([], { should: 29, votes })).findings
    expect(found).toMatchObject([{ code: 'ORG-33', severity: 'blue' }])
    expect(found[0]?.message).toContain('“甲”、“乙”、“丙”')
  })

  it('ORG-38: more ballots given out than people present is said', () => {
    const found = count(aRound([20, 18, 13], { issued: 25 })).findings
    expect(found.map(({ code }) => code)).toContain('ORG-38')
  })

  it('never seats more than there are seats, nor anybody twice, nor somebody tied', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (agreed, seats) => {
          const { elected, tied, open } = count(aRound(agreed, { seats }))
          expect(elected.length + open).toBe(seats)
          expect(new Set([...elected, ...tied]).size).toBe(elected.length + tied.length)
          if (tied.length > 0) expect(tied.length).toBeGreaterThan(open)
        },
      ),
    )
  })
})

describe('ballots of one contest together', () => {
  it('adds up the ballots until the seats are filled', () => {
    const first = count(aRound([20, 18, 15, 15]))
    expect(contestResult(3, [first], false)).toMatchObject({ open: 1, next: 'tie', isDecided: false })
    const second = count(aRound([14, 10], { kind: 'tie', seats: 1 }))
    expect(contestResult(3, [first, second], false)).toMatchObject({
      elected: ['甲', '乙', '甲'],
      open: 0,
      isDecided: true,
      next: 'none',
    })
  })

  it('ORG-35: seats may be given up when somebody is elected and nobody is tied', () => {
    expect(contestResult(3, [count(aRound([20, 18, 10]))], true)).toMatchObject({ open: 1, isDecided: true })
    expect(contestResult(3, [count(aRound([20, 18, 15, 15]))], true).isDecided).toBe(false)
    expect(contestResult(3, [count(aRound([1, 1, 1]))], true).isDecided).toBe(false)
    expect(contestResult(3, [], true).isDecided).toBe(false)
  })
})
