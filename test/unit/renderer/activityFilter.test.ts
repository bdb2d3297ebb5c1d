import { describe, expect, it } from 'vitest'
import { activityListInput } from '#shared/contract/activity.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { filterInput, isNarrowed, noFilter } from '../../../renderer/features/activity/activityFilter.ts'
import { allTime, daysOf } from '../../../renderer/lib/period.ts'
import { findPlace } from '../../../renderer/features/activity/entryPlace.ts'

const today = dateOnly('2026-05-08')

describe('the filter of the activity list', () => {
  it('asks for everything at first, and for nothing the core would refuse', () => {
    const input = filterInput(noFilter, today)
    expect(input).toEqual({ accountId: null, kind: null, from: null, to: null, text: null })
    expect(activityListInput.safeParse({ ...input, offset: 0, limit: 50 }).success).toBe(true)
  })

  it('searches for no blanks', () => {
    expect(filterInput({ ...noFilter, text: '  ' }, today).text).toBeNull()
    expect(isNarrowed({ ...noFilter, text: '  ' })).toBe(false)
    expect(filterInput({ ...noFilter, text: ' 张 ' }, today).text).toBe('张')
  })
})

describe('a stretch of days', () => {
  const own = (from: string, to = '') => daysOf({ kind: 'own', from, to }, today)

  it('counts today as one of the last seven days', () => {
    expect(daysOf({ ...allTime, kind: 'today' }, today).from).toBe('2026-05-08')
    expect(daysOf({ ...allTime, kind: 'week' }, today).from).toBe('2026-05-02')
    expect(daysOf({ ...allTime, kind: 'month' }, today).from).toBe('2026-04-09')
  })

  it('takes a month for all its days', () => {
    expect(own('2026.2', '2026年2月')).toEqual({ from: '2026-02-01', to: '2026-02-28', problem: null })
  })

  it('may be open at one end', () => {
    expect(own('', '2026.5.1')).toEqual({ from: null, to: '2026-05-01', problem: null })
  })

  it('says what is wrong with dates, and is not searched by them', () => {
    expect(own('五月')).toEqual({ from: null, to: null, problem: expect.stringContaining('读不出来') })
    expect(own('2026.5.2', '2026.5.1')).toEqual({
      from: null,
      to: null,
      problem: '开始日期应不晚于结束日期',
    })
  })

  it('forgets own dates once another is chosen', () => {
    expect(daysOf({ kind: 'all', from: '2026.5.2', to: '' }, today).from).toBeNull()
  })
})

describe('the place of an entry', () => {
  // Entries that only the auditor sees leave gaps.
  const seqs = [90, 71, 70, 44, 12, 3, 1]
  const seqAt = (offset: number) => Promise.resolve(seqs[offset] ?? null)

  it.each(seqs.map((seq, at) => [seq, at]))('of entry %i is %i', async (seq, at) => {
    expect(await findPlace(seq, seqs.length, seqAt)).toBe(at)
  })

  it('is none for an entry that is not in the list', async () => {
    expect(await findPlace(50, seqs.length, seqAt)).toBeNull()
    expect(await findPlace(99, seqs.length, seqAt)).toBeNull()
    expect(await findPlace(1, 0, seqAt)).toBeNull()
  })

  it('ends when the list has become shorter meanwhile', async () => {
    expect(await findPlace(1, 40, seqAt)).toBe(6)
    expect(await findPlace(2, 40, seqAt)).toBeNull()
  })
})
