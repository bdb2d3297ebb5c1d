import { describe, expect, it } from 'vitest'
import {
  absenceFindings,
  absenceStreak,
  type Attended,
  attendanceRate,
  toMakeUp,
} from '#shared/domain/meetings/attendance.ts'
import { appraisalFindings, excellentMax } from '#shared/domain/meetings/appraisal.ts'
import {
  type MatterBallot,
  matterFindings,
  type MatterKind,
  matterKinds,
  matterResult,
} from '#shared/domain/meetings/votes.ts'
import { defaultRuleSettings as settings } from '#shared/domain/settings.ts'

const ballot = (should: number, present: number, agreed: number, more: Partial<MatterBallot> = {}) => ({
  should,
  present,
  agreed,
  agreedInWriting: 0,
  against: null,
  abstained: null,
  isSecret: true,
  ...more,
})
const passes = (kind: MatterKind, counted: MatterBallot) => matterResult(kind, counted, settings).isPassed

describe('each matter by its own measure', () => {
  it('admissions: T1 to T5', () => {
    expect(passes('admission', ballot(20, 10, 10))).toBe(false)
    expect(passes('admission', ballot(20, 11, 11))).toBe(true)
    expect(passes('regular', ballot(20, 12, 10))).toBe(false)
    expect(passes('regular', ballot(20, 12, 10, { agreedInWriting: 1 }))).toBe(true)
    expect(passes('extension', ballot(3, 2, 2))).toBe(true)
  })

  it('an ordinary meeting is held with half, and passes with more than half of 应到', () => {
    expect(passes('important', ballot(20, 10, 10))).toBe(false)
    expect(matterResult('important', ballot(20, 10, 10), settings).meeting.isMet).toBe(true)
    expect(matterResult('important', ballot(20, 9, 9), settings).meeting.isMet).toBe(false)
    expect(passes('expulsion', ballot(20, 11, 11))).toBe(true)
    const { meeting, vote } = matterResult('ordinary', ballot(20, 11, 11), settings)
    expect([meeting, vote].map((each) => each?.explanation.basis)).toEqual([
      expect.stringContaining('支部工作条例（试行）》第11条'),
      expect.stringContaining('支部工作条例（试行）》第11条'),
    ])
  })

  it('an election needs four fifths, and its votes are counted name by name elsewhere', () => {
    expect(matterResult('election', ballot(10, 8, 8), settings)).toMatchObject({
      meeting: { isMet: true },
      vote: null,
      isPassed: null,
    })
    expect(matterResult('election', ballot(10, 7, 7), settings).meeting.isMet).toBe(false)
  })
})

const ofFiles = ['admission', 'regular', 'extension', 'disqualification'] as const

it.each(matterKinds.filter((kind) => kind !== 'election'))('%s: exact halves', (kind) => {
  const isOfFiles = ofFiles.some((each) => each === kind)
  expect(matterResult(kind, ballot(20, 10, 10), settings).meeting.isMet).toBe(!isOfFiles)
  expect([passes(kind, ballot(20, 12, 10)), passes(kind, ballot(20, 12, 11))]).toEqual([false, true])
})

describe('what is wrong with a matter', () => {
  const codes = (kind: MatterKind, counted: MatterBallot | null, isPassed: boolean | null = null) =>
    matterFindings({ id: 'x', kind, ballot: counted, isPassed }, settings).map(({ code }) => code)

  it('all but ordinary ones must be counted', () => {
    expect(matterKinds.filter((kind) => codes(kind, null).length === 0)).toEqual(['ordinary'])
  })

  it('minuted as passed although the numbers say it was not', () => {
    expect(codes('regular', ballot(20, 12, 10), true)).toEqual(['MATTER_RESULT'])
    expect(codes('regular', ballot(20, 12, 11), true)).toEqual([])
    expect(codes('regular', ballot(20, 12, 11), false)).toEqual(['MATTER_RESULT'])
  })

  it('held with too few, by hand, or with more votes than people', () => {
    expect(codes('admission', ballot(20, 10, 10))).toEqual(['MEETING-ADMISSION'])
    expect(codes('admission', ballot(20, 12, 12, { isSecret: false }))).toEqual(['MATTER_NOT_SECRET'])
    expect(codes('important', ballot(20, 12, 12, { isSecret: false }))).toEqual([])
    expect(codes('important', ballot(20, 12, 12, { against: 1 }))).toEqual(['VOTE_COUNT'])
  })

  it('must be secret: 发展党员 and elections', () => {
    const byHand = ballot(20, 18, 18, { isSecret: false })
    const asked = matterKinds.filter((kind) => codes(kind, byHand).includes('MATTER_NOT_SECRET'))
    expect(asked).toEqual([...ofFiles, 'election'])
  })

  it('more came than should, or wrote in besides those who came', () => {
    expect(codes('important', ballot(20, 21, 20))).toEqual(['VOTE_COUNT'])
    expect(codes('admission', ballot(20, 18, 15, { agreedInWriting: 2 }))).toEqual([])
    expect(codes('admission', ballot(20, 18, 15, { agreedInWriting: 3 }))).toEqual(['VOTE_COUNT'])
  })

  it('ORG-31: exactly four fifths is asked after', () => {
    expect(codes('election', ballot(10, 8, 8))).toEqual(['ORG-31'])
    expect(codes('election', ballot(10, 9, 9))).toEqual([])
  })
})

describe('attendance', () => {
  const at = (n: number, state: Attended['state'], more: Partial<Attended> = {}): Attended => ({
    heldOn: `2026-${String(n).padStart(2, '0')}-10`,
    state,
    isFrail: false,
    madeUpOn: null,
    ...more,
  })

  it('LIFE-12 实到 / (应到 − 豁免)', () => {
    const year = [at(1, 'present'), at(2, 'absent'), at(3, 'excused'), at(4, 'present')]
    expect(attendanceRate(year)).toEqual({ present: 2, owed: 3 })
  })

  it('LIFE-11 the frail count only where they came', () => {
    const frail = { isFrail: true }
    expect(attendanceRate([at(1, 'absent', frail), at(2, 'present', frail)])).toEqual({ present: 1, owed: 1 })
  })

  it('LIFE-10 six unexcused in a row, whatever order they were written in; an excuse does not break the row', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => at(n, 'absent'))
    expect(absenceStreak(six.toReversed())).toBe(6)
    expect(absenceStreak([...six, at(7, 'excused')])).toBe(6)
    expect(absenceStreak([...six, at(7, 'present')])).toBe(0)
    expect(absenceStreak(six.map((each) => ({ ...each, isFrail: true })))).toBe(0)
    expect([5, 6].map((streak) => absenceFindings(streak, settings).length)).toEqual([0, 1])
  })

  it('the excused owe what they missed until they made it up', () => {
    const all = [at(1, 'excused'), at(2, 'excused', { madeUpOn: '2026-02-20' }), at(3, 'absent')]
    expect(toMakeUp(all).map(({ heldOn }) => heldOn)).toEqual(['2026-01-10'])
  })
})

describe('民主评议', () => {
  const people = (excellent: number, others: number) => [
    ...Array.from({ length: excellent }, () => ({ isProbationary: false, grade: 'excellent' as const })),
    ...Array.from({ length: others }, () => ({ isProbationary: false, grade: 'qualified' as const })),
  ]
  const codes = (excellent: number, others: number) =>
    appraisalFindings(people(excellent, others), excellent + others).map(({ code }) => code)

  it('LIFE-13 优秀 is at most a third, rounded down', () => {
    expect([0, 2, 3, 8, 9, 10].map(excellentMax)).toEqual([0, 0, 1, 2, 3, 3])
    expect(codes(3, 7)).toEqual([])
    expect(codes(4, 6)).toEqual(['LIFE-13'])
  })

  it('LIFE-14 预备党员 are not graded', () => {
    const graded = [...people(0, 5), { isProbationary: true, grade: 'qualified' as const }]
    expect(appraisalFindings(graded, 6).map(({ code }) => code)).toEqual(['LIFE-14'])
    expect(appraisalFindings([...people(0, 5), { isProbationary: true, grade: null }], 6)).toEqual([])
  })
})
