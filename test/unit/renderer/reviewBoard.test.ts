import { describe, expect, it } from 'vitest'
import type { BoardRow, StepCell } from '#shared/contract/reviewRows.ts'
import { flowSteps, type FlowStepKey } from '#shared/domain/reviews/flow.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import {
  boardViewOf,
  countsByNext,
  shownRows,
  withBelow,
} from '../../../renderer/features/reviews/board/boardView.ts'
import {
  blockedBy,
  blockedWords,
  doneBefore,
  likelyStep,
} from '../../../renderer/features/reviews/board/registering.ts'
import { cellText, cellWords } from '../../../renderer/features/reviews/board/stepWords.ts'
import { onePostEach } from '../../../renderer/features/reviews/board/subjectForm.ts'
import { createInput, lastCampaign, weightWords } from '../../../renderer/features/reviews/campaignForm.ts'

const open: Omit<StepCell, 'key'> = {
  isDone: false,
  isDerived: false,
  doneOn: null,
  meetingId: null,
  note: null,
  words: null,
  whyNot: null,
}

const byHand: readonly FlowStepKey[] = ['scheme', 'selfReview', 'reportCheck', 'upMeeting', 'downMeeting']

function row(id: string, next: FlowStepKey | null, organizationId = 'a'): BoardRow {
  const at = next === null ? flowSteps.length : flowSteps.indexOf(next)
  return {
    id,
    version: 1,
    name: id,
    duty: null,
    kind: 'secretary',
    organizationId,
    organizationName: organizationId,
    schemeId: 's',
    schemeName: 's',
    next,
    findings: [],
    steps: flowSteps.map((key, index) => ({
      ...open,
      key,
      isDerived: !byHand.includes(key),
      isDone: index < at,
      whyNot: index > at ? '请先完成：上一步' : null,
    })),
  }
}

describe('the board', () => {
  it('a cell says the day, the figure, or why not', () => {
    const cell = (changes: Partial<StepCell>): StepCell => ({ ...open, key: 'upRating', ...changes })
    expect(cellText(cell({ isDone: true, doneOn: dateOnly('2026-11-09') }), false)).toBe('11.9')
    expect(cellText(cell({ isDone: true, words: '84.50 分' }), false)).toBe('84.50')
    expect(cellText(cell({ words: '日常分 1/2' }), false)).toBe('1/2')
    expect(cellText(cell({ words: '尚无有效分数' }), true)).toBe('尚无有效分数')
    expect(cellText(cell({}), true)).toBe('下一步')
    expect(cellText(cell({ whyNot: '请先完成：方案印发' }), false)).toBe('未到')
    expect(cellWords(cell({ whyNot: '请先完成：方案印发' }))).toBe('上级测评：未办，请先完成：方案印发')
    expect(cellWords(cell({ isDone: true, doneOn: dateOnly('2026-11-09'), note: '在街道' }))).toBe(
      '上级测评：2026年11月9日已办，备注：在街道',
    )
  })

  it('filters stand in the address; an organisation has those below it', () => {
    expect(boardViewOf(new URLSearchParams('step=upMeeting&org=b'))).toEqual({
      step: 'upMeeting',
      organizationId: 'b',
    })
    expect(boardViewOf(new URLSearchParams('step=nonsense')).step).toBeNull()
    const rows = [row('甲', 'upMeeting'), row('乙', 'upMeeting', 'b'), row('丙', null, 'c')]
    const nodes = [
      { id: 'top', parentId: null },
      { id: 'b', parentId: 'top' },
      { id: 'c', parentId: 'b' },
    ]
    expect(shownRows(rows, null, withBelow(nodes, 'b')).map(({ id }) => id)).toEqual(['乙', '丙'])
    expect(shownRows(rows, 'done', null).map(({ id }) => id)).toEqual(['丙'])
    expect(countsByNext(rows)).toEqual([
      { step: 'upMeeting', count: 2 },
      { step: 'done', count: 1 },
    ])
  })

  it('a step for many: who cannot have it is named, who has it can be taken back', () => {
    const rows = [row('甲', 'upMeeting'), row('乙', 'upMeeting'), row('丙', 'selfReview')]
    expect(likelyStep(rows)).toBe('upMeeting')
    expect(blockedBy(rows, 'upMeeting').map(({ id }) => id)).toEqual(['丙'])
    expect(blockedWords(rows, 'decision')).toEqual(['甲、乙、丙：请先完成：上一步'])
    expect(doneBefore(rows, 'selfReview').map(({ id }) => id)).toEqual(['甲', '乙'])
    expect(doneBefore(rows, 'fieldCheck')).toEqual([])
  })

  it('one person with two posts is added once: ticked at once the first, else the one ticked last', () => {
    const post = (organizationId: string) =>
      ({
        organizationId,
        organizationName: '',
        memberId: 'm',
        name: '甲',
        kind: 'secretary',
        duty: '书记',
      }) as const
    const posts = [post('a'), post('b')]
    const both = new Set(['a m 书记', 'b m 书记'])
    expect([...onePostEach(posts, new Set(), both)]).toEqual(['a m 书记'])
    expect([...onePostEach(posts, new Set(['a m 书记']), both)]).toEqual(['b m 书记'])
  })
})

describe('a new campaign', () => {
  const fields = {
    organizationId: 'o',
    year: 2027,
    name: '述职',
    startOn: null,
    endOn: null,
    leftOutSteps: [],
    noticeNo: null,
    noticeOn: null,
    remark: null,
  }

  it('says what the usual weights are', () => {
    expect(weightWords('usual')).toBe('上级评议 30%，党员、群众测评 30%，日常考核 40%')
    expect(weightWords('checked')).toBe('上级评议 20%，党员、群众测评 20%，日常考核 30%，调查核实 30%')
    expect(weightWords('democratic')).toBe('上级评议 40%，党员、群众测评 60%')
  })

  it('begins with a usual scheme, or with that of the last year of the same organisation', () => {
    const of = (id: string, year: number, organizationId = 'o') => ({
      id,
      year,
      organizationId,
      version: 1,
      organizationName: '',
      name: id,
      state: 'archived' as const,
      subjects: 1,
      scored: 1,
      decided: 1,
      rectifications: 0,
      overdueRectifications: 0,
    })
    const known = [of('c25', 2025), of('c26', 2026), of('other', 2026, 'p'), of('c28', 2028)]
    expect(lastCampaign(known, 'o', 2027)?.id).toBe('c26')
    expect(lastCampaign(known, 'q', 2027)).toBeNull()
    const copied = { kind: 'campaign', copyId: 'c26', withSubjects: true } as const
    expect(createInput(fields, copied)?.from).toEqual({ kind: 'campaign', id: 'c26', withSubjects: true })
    expect(createInput(fields, { ...copied, copyId: null })).toBeNull()
    expect(createInput(fields, { ...copied, kind: 'democratic' })?.from).toEqual({
      kind: 'usual',
      weights: 'democratic',
    })
  })
})
