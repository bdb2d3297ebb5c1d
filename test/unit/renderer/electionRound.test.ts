import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { liveResult, type RoundDraft, roundSchema } from '../../../renderer/features/elections/roundForm.ts'

const next = { kind: 'first', seats: 2, roundNo: 1, allowed: ['a', 'b', 'c'] } as const

const row = (id: string, agreed: number | null) => ({
  candidateId: id,
  memberId: `member ${id}`,
  name: `候选人${id}`,
  isWriteIn: false,
  agreed,
  against: null,
  abstained: null,
})

/** As the form opens, with nothing counted but who should come. */
const untouched: RoundDraft = {
  heldOn: dateOnly('2026-11-10'),
  should: 10,
  present: null,
  issued: null,
  returned: null,
  invalid: null,
  votes: [row('a', null), row('b', null), row('c', null)],
}
const counted = { ...untouched, present: 10, issued: 10, returned: 10 }

describe('a ballot while it is typed', () => {
  it('says nothing before the people and somebody’s votes are counted: empty is not 0', () => {
    expect(liveResult(untouched, next)).toMatchObject({ result: null, problems: {}, open: 13 })
    expect(liveResult(counted, next)).toMatchObject({ result: null, open: 10 })
  })

  it('judges who has votes, and says of nobody else that he is not elected', () => {
    const votes = [row('a', 8), row('b', null), row('c', null)]
    const { result, open } = liveResult({ ...counted, votes }, next)
    expect(result?.votes.map(({ name, outcome }) => [name, outcome])).toEqual([['候选人a', 'elected']])
    expect(open).toBe(9)
  })

  it('takes neither a fraction nor a negative number for a count', () => {
    const votes = [row('a', 8), row('b', -3), row('c', 2.5)]
    expect(liveResult({ ...counted, votes }, next).result?.votes).toHaveLength(1)
  })

  it('is not saved with a gap, however much of it is 0', () => {
    const full = { ...row('a', 8), against: 2, abstained: 0 }
    const draft = { ...counted, invalid: 0, votes: [full] }
    expect(roundSchema.safeParse(draft).success).toBe(true)
    const gap = roundSchema.safeParse({ ...draft, votes: [{ ...full, abstained: null }] })
    expect(gap.error?.issues).toMatchObject([
      { path: ['votes', 0, 'abstained'], message: '请填写数字，没有的填 0' },
    ])
    expect(roundSchema.safeParse({ ...draft, invalid: null }).success).toBe(false)
    expect(roundSchema.safeParse({ ...draft, invalid: 2.5 }).success).toBe(false)
  })
})
