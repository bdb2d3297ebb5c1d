import { describe, expect, it } from 'vitest'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { aFileAt, anEvent, aStep, aVote } from './developmentHarness.ts'
import { rawLedger } from './rawLedger.ts'

const failedOn = (on: string, agreed = 9) =>
  ({ subject: 'admission', vote: aVote(20, 15, agreed), heldOn: partialDate(on) }) as const

const of = ({ id, version }: DevelopmentDetail) => ({ id, version })

async function aFailedVote() {
  const office = await aFileAt('formOn')
  const file = await office.call('development.saveVote', { ...of(office.file), ...failedOn('2024-12-10') })
  return { ...office, file, voteId: file.votes[0]?.id ?? '' }
}

describe('a vote that failed', () => {
  it('recorded by mistake is removed with a reason that stands in the log, and comes back by an undo', async () => {
    const office = await aFailedVote()
    const { call, file, voteId } = office
    const left = await call('development.removeVote', { ...of(file), voteId, reason: '登到别人名下了' })
    expect(left.votes).toEqual([])
    await call('activity.undo', { seq: (await newest(office)).seq })
    expect((await call('development.get', { id: file.id })).votes).toMatchObject([{ id: voteId }])
    const raw = await rawLedger(office)
    const last = raw.prepare("select detail from audit_entries where route = 'development.removeVote'")
    expect(last.get()).toEqual({ detail: '删除接收预备党员的表决（2024年12月10日）：登到别人名下了' })
  })

  it('stays beside the one that passed later: each is put right by itself, and goes with its own step only', async () => {
    const { call, file, voteId } = await aFailedVote()
    const met = await call('development.recordStep', aStep(file, 'meetingOn', '2024-12-20'))
    const corrected = await call('development.saveVote', {
      ...of(met),
      subject: 'admission',
      voteId,
      vote: aVote(20, 15, 8),
    })
    expect(corrected.votes.map(({ heldOn, agreed }) => [heldOn, agreed])).toEqual([
      ['2024-12-10', 8],
      ['2024-12-20', 14],
    ])
    const left = await call('development.removeStep', {
      ...of(corrected),
      milestone: 'meetingOn',
      reason: '登错了',
    })
    expect(left.votes).toMatchObject([{ id: voteId, heldOn: '2024-12-10' }])
  })

  it('twice is two votes, of two days', async () => {
    const { call, file } = await aFailedVote()
    const again = await call('development.saveVote', { ...of(file), ...failedOn('2024-12-18') })
    expect(again.votes.map(({ heldOn }) => heldOn)).toEqual(['2024-12-10', '2024-12-18'])
  })

  it('is not removed once it is history or a step rests on it', async () => {
    const { call, refusal, file, voteId } = await aFailedVote()
    const returned = await call('development.recordEvent', {
      ...anEvent(file, '2024-12-20'),
      kind: 'return',
      cause: 'vote',
      to: 'target',
    })
    const past = { ...of(returned), voteId, reason: '登错了' }
    expect((await refusal('development.removeVote', past)).messageZh).toContain('作为历史保留，不能删除')
    const { call: other, refusal: refused, file: met } = await aFileAt('meetingOn')
    const [vote] = met.votes
    expect(
      await refused('development.removeVote', { ...of(met), voteId: vote?.id ?? '', reason: '登错了' }),
    ).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('请用“更正票数”') })
    expect((await other('development.get', { id: met.id })).votes).toHaveLength(1)
  })
})
