import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ballotDoubts, shouldAttend, voteResult } from '#shared/domain/development/votes.ts'
import { aBallot, aFile, foundOf, upTo } from './aFile.ts'

describe('votes on admission (domain 3.3)', () => {
  it.each([
    ['T1', 20, 10, 10, 0, false, false],
    ['T2', 20, 11, 11, 0, true, true],
    ['T3', 20, 12, 10, 0, true, false],
    ['T4', 20, 12, 10, 1, true, true],
    ['T5', 3, 2, 2, 0, true, true],
  ])(
    '%s: of %i, %i came, %i agreed, %i in writing',
    (_, should, present, agreed, written, canHold, passes) => {
      const result = voteResult(aBallot(should, present, agreed, written))
      expect(result.meeting.isMet).toBe(canHold)
      expect(result.isPassed).toBe(passes)
    },
  )

  it('T1: enough written opinions do not make a meeting that may not be held', () => {
    const result = voteResult(aBallot(20, 10, 10, 9))
    expect(result.vote.isMet).toBe(true)
    expect(result.isPassed).toBe(false)
  })

  it('应到 leaves out 留党察看, 中止权利 and 停止党籍', () => {
    expect(shouldAttend({ full: 23, withoutVote: 2, stopped: 1 })).toBe(20)
    expect(shouldAttend({ full: 1, withoutVote: 1, stopped: 1 })).toBe(0)
  })

  it('passing means strictly more than half of 应到, whatever the numbers', () => {
    const people = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(people, people, people, people, (should, present, agreed, written) => {
        const { meeting, vote, isPassed } = voteResult(aBallot(should, present, agreed, written))
        expect(isPassed).toBe(present * 2 > should && (agreed + written) * 2 > should)
        expect(meeting.explanation.result.endsWith(meeting.isMet ? '：可以开会' : '：不能开会')).toBe(true)
        expect(vote.explanation.result.endsWith(vote.isMet ? '：通过' : '：不通过')).toBe(true)
      }),
    )
  })

  it('a recorded vote that may not stand is red beside steps 15 and 23', () => {
    const facts = aFile(upTo('meetingOn'), {
      admissionVote: aBallot(20, 10, 10),
      regularVote: aBallot(20, 12, 10),
    })
    expect(foundOf('MEETING-ADMISSION', facts)).toEqual(['red MEETING-ADMISSION 15'])
    expect(foundOf('VOTE-ADMISSION', facts)).toEqual(['red VOTE-ADMISSION 15', 'red VOTE-ADMISSION 23'])
  })

  it('counts that cannot all be true are doubted', () => {
    expect(ballotDoubts(aBallot(20, 18, 17, 1))).toEqual([])
    expect(ballotDoubts(aBallot(20, 20, 17, 1))).toHaveLength(1)
    const counted = { ...aBallot(20, 18, 15), issued: 18, returned: 17, valid: 17, against: 1, abstained: 1 }
    expect(ballotDoubts(counted)).toEqual([])
    expect(ballotDoubts({ ...counted, abstained: 2 })).toHaveLength(1)
    expect(ballotDoubts({ ...counted, issued: 19, returned: 20 })).toHaveLength(2)
  })

  it('a number nobody counted does not hide that the others cannot be true', () => {
    const came = aBallot(20, 12, 11)
    expect(ballotDoubts({ ...came, valid: 15 })).toEqual(['有效 15 票多于实到 12 人'])
    expect(ballotDoubts({ ...came, returned: 13 })).toEqual(['收回 13 票多于实到 12 人'])
    expect(ballotDoubts({ ...came, against: 2 })).toEqual(['赞成、不赞成、弃权合计 13 票多于实到 12 人'])
    expect(ballotDoubts({ ...came, valid: 12, abstained: 1 })).toEqual([])
  })
})
