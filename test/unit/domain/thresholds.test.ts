import { describe, expect, it } from 'vitest'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import {
  admissionMeeting,
  admissionVote,
  electedVote,
  electionMeeting,
  ordinaryMeeting,
} from '#shared/domain/thresholds.ts'

const inclusive = { 'election.quorumFourFifthsInclusive': true }
const exclusive = { 'election.quorumFourFifthsInclusive': false }

describe('the four thresholds (domain 11 trap 2)', () => {
  it('differ on the very same numbers: 10 of 20 may meet, may not admit, may not elect', () => {
    const half = { should: 20, present: 10 }
    expect(ordinaryMeeting(half).isMet).toBe(true)
    expect(admissionMeeting(half).isMet).toBe(false)
    expect(electionMeeting(half, inclusive).isMet).toBe(false)
  })

  it('an ordinary meeting: 半数以上 includes the half, of an odd number the larger one', () => {
    const isMet = (present: number, should: number) => ordinaryMeeting({ should, present }).isMet
    expect([isMet(5, 10), isMet(4, 10), isMet(4, 7), isMet(3, 7), isMet(0, 0)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  it.each([
    ['T1', 20, 10, 10, 0, false, false],
    ['T2', 20, 11, 11, 0, true, true],
    ['T3', 20, 12, 10, 0, true, false],
    ['T4', 20, 12, 10, 1, true, true],
    ['T5', 3, 2, 2, 0, true, true],
  ])(
    'admission %s of domain 3.3: 应到 is the base of both',
    (_, should, present, agreed, agreedInWriting, canHold, passes) => {
      expect(admissionMeeting({ should, present }).isMet).toBe(canHold)
      expect(canHold && admissionVote({ should, agreed, agreedInWriting }).isMet).toBe(passes)
    },
  )

  it.each([
    [23, 30, false, false],
    [24, 30, true, true],
    [25, 30, true, false],
    [4, 5, true, true],
    [3, 4, false, false],
    [4, 4, true, false],
    [0, 0, false, false],
  ])('ORG-31: %i of %i', (present, should, isMet, isOnTheLine) => {
    expect(electionMeeting({ should, present }, inclusive)).toMatchObject({ isMet, isOnTheLine })
  })

  it('ORG-31: exactly four fifths is not enough where the setting says more than', () => {
    expect(electionMeeting({ should: 30, present: 24 }, exclusive)).toMatchObject({
      isMet: false,
      isOnTheLine: true,
    })
    expect(electionMeeting({ should: 30, present: 25 }, exclusive).isMet).toBe(true)
    expect(defaultRuleSettings['election.quorumFourFifthsInclusive']).toBe(true)
  })

  it('ORG-34: more than half of 实到, so 12 of 24 is not elected and 13 is', () => {
    const isMet = (agreed: number, present: number) => electedVote({ name: '甲', agreed, present }).isMet
    expect([isMet(12, 24), isMet(13, 24), isMet(13, 25), isMet(12, 25)]).toEqual([false, true, true, false])
  })

  it('each says the result in words with its inputs and article', () => {
    expect(electionMeeting({ should: 30, present: 24 }, inclusive).explanation).toMatchObject({
      code: 'ORG-31',
      result: '应到 30，实到 24，达到五分之四：有效',
      basis: expect.stringContaining('第20条'),
    })
    expect(electionMeeting({ should: 30, present: 23 }, inclusive).explanation.result).toBe(
      '应到 30，实到 23，不到五分之四：无效，不能进行选举',
    )
    expect(electedVote({ name: '王芳', agreed: 13, present: 24 }).explanation.result).toBe(
      '王芳得赞成 13 票，过实到半数',
    )
  })
})
