import { describe, expect, it } from 'vitest'
import type { StepNo } from '#shared/domain/development/milestones.ts'
import { markText, stepViews } from '../../../renderer/features/development/file/stepViews.ts'
import { voteWords } from '../../../renderer/features/development/file/voteWords.ts'
import { shrunkSize } from '../../../renderer/lib/shrinkPicture.ts'
import { aBallot, on, type WrittenDates } from '../development/aFile.ts'
import { aDetail, stepRows } from './developmentSample.ts'

function viewsOn(written: WrittenDates, today: string) {
  return stepViews(aDetail(written, today), on(today).today)
}

const markOf = (views: ReturnType<typeof viewsOn>, no: StepNo) => views.find((each) => each.no === no)?.mark

describe('the line of twenty-five steps', () => {
  it('has every step once, in order', () => {
    expect(viewsOn({}, '2026-11-22').map(({ no }) => no)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
  })

  it('marks what is done, what is next and what is not yet', () => {
    const views = viewsOn({ appliedOn: '2026-11-10' }, '2026-11-22')
    expect([1, 2, 3].map((no) => views.find((view) => view.no === no)?.mark)).toEqual([
      'done',
      'next',
      'waiting',
    ])
  })

  it('marks a step overdue once its last day is gone (DEV-02)', () => {
    expect(markOf(viewsOn({ appliedOn: '2026-09-01' }, '2026-10-01'), 2)).toBe('next')
    expect(markOf(viewsOn({ appliedOn: '2026-09-01' }, '2026-10-02'), 2)).toBe('overdue')
  })

  it('marks a step without a date as skipped when what follows it is done', () => {
    const views = viewsOn({ appliedOn: '2023-03-01', activistOn: '2023-09-10' }, '2023-09-11')
    expect(markOf(views, 2)).toBe('skipped')
  })

  it('says in a sentence what a mark means, with its days', () => {
    const [first, second] = viewsOn({ appliedOn: '2026-11-10' }, '2026-11-22')
    expect(first && markText(first)).toBe('第1步 递交入党申请书：已办，2026年11月10日')
    expect(second && markText(second)).toBe(
      '第2步 党组织派人谈话：待办，最早2026年11月22日，最晚2026年12月10日',
    )
  })

  it('leaves a date that a return took out of the count, and keeps it to be read', () => {
    const steps = stepRows({ appliedOn: '2026-11-10', talkedOn: '2026-11-12' }).map((row) => ({
      ...row,
      supersededBy: row.milestone === 'talkedOn' ? 'event' : null,
    }))
    const known = { ...aDetail({ appliedOn: '2026-11-10' }, '2026-11-22'), steps }
    const second = stepViews(known, on('2026-11-22').today)[1]
    expect(second?.mark).toBe('next')
    expect(second?.former.map(({ milestone }) => milestone)).toEqual(['talkedOn'])
  })
})

describe('a vote in one sentence (3.3)', () => {
  it.each([
    ['T1', [20, 10, 10, 0], '不能开会', false],
    ['T2', [20, 11, 11, 0], '可以开会；需赞成11票，已有11票：通过', true],
    ['T3', [20, 12, 10, 0], '需赞成11票，已有10票：不通过', false],
    ['T4', [20, 12, 10, 1], '已有11票（含书面意见1票）：通过', true],
    ['T5', [3, 2, 2, 0], '需赞成2票，已有2票：通过', true],
  ] as const)('%s', (_, [should, present, agreed, written], words, isPassed) => {
    const said = voteWords(aBallot(should, present, agreed, written))
    expect(said.sentence).toContain(words)
    expect(said.isPassed).toBe(isPassed)
  })
})

it('a picture is brought down to 2000 pixels on its long side and never made larger', () => {
  expect(shrunkSize(4000, 3000)).toEqual({ width: 2000, height: 1500 })
  expect(shrunkSize(1000, 3000)).toEqual({ width: 667, height: 2000 })
  expect(shrunkSize(800, 600)).toEqual({ width: 800, height: 600 })
})
