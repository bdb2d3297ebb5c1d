import { describe, expect, it } from 'vitest'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import {
  itemHint,
  markText,
  shownMark,
  typedCell,
} from '../../../renderer/features/reviewBallots/batchWords.ts'
import {
  isSameRows,
  lackingOf,
  nextPerson,
  nextPlace,
  rowsOf,
  sheetsWith,
} from '../../../renderer/features/reviewBallots/sheetForm.ts'
import {
  tallyDraftProblems,
  tallyFields,
  validOf,
} from '../../../renderer/features/reviewBallots/tallyForm.ts'
import { readMark } from '#shared/domain/reviews/marks.ts'

const whole: BallotItem = { id: 'overall', name: '总体评价', by: 'grades', most: 100_00 }
const work: BallotItem = { id: 'work', name: '组织建设', by: 'points', most: 20_00 }
const items = [work, whole]
const person = (subjectId: string, returned: number) => ({
  subjectId,
  name: subjectId,
  organizationName: '东环社区党委',
  issued: 9,
  returned,
})
const sheet = (place: number, subjectId: string) => ({
  place,
  lines: [{ subjectId, cells: ['18', '好'], opinion: null }],
})

describe('what is typed into a cell of a ballot', () => {
  it('a digit is a grade, a second one a second grade, * 涂改; points stay as typed', () => {
    const keyed = ['1', '好2', '１', '*'].map((text) => typedCell(text, whole, 'G4A'))
    expect(keyed).toEqual(['好', '好、较好', '好', '涂改'])
    expect(typedCell('4', whole, 'G4B')).toBe('不称职')
    expect(['1', '120', '*'].map((text) => typedCell(text, work, 'G4A'))).toEqual(['1', '120', '涂改'])
    expect([itemHint(work), itemHint(whole)]).toEqual(['0–20 分', ''])
  })

  it.each([
    ['12', '好、较好'],
    ['120', '120'],
    ['123', '123'],
    ['18.5', '18.5'],
    ['0', '0'],
    ['51', '51'],
    ['第1', '第1'],
  ])('%s keyed for a grade reads %s, key by key or pasted', (text, shown) => {
    const byKey = text.split('').reduce((now, key) => typedCell(now + key, whole, 'G4A'), '')
    expect([byKey, typedCell(text, whole, 'G4A')]).toEqual([shown, shown])
  })

  it('taken back to one or two keys, digits are grades again, names of the other set as well', () => {
    expect([typedCell('12', whole, 'G4B'), typedCell('称职、不称职5', whole, 'G4B')]).toEqual([
      '优秀、称职',
      '245',
    ])
  })

  it('nothing marked is shown by one word, and keyed again as one that is read', () => {
    expect(shownMark({ is: 'empty' }, 'G4A')).toBe('弃权（空）')
    expect(markText({ is: 'empty' }, whole, 'G4A')).toBe('弃权')
  })

  it('REV-05: every mark keyed again means the same, two marks on points as well', () => {
    for (const item of items)
      for (const text of item.by === 'points'
        ? ['18', '弃权', '涂改', '3、4', '120']
        : ['好', '好差', '涂改', '好0']) {
        const mark = readMark(text, item, 'G4A')
        expect(readMark(markText(mark, item, 'G4A'), item, 'G4A')).toEqual(mark)
      }
  })
})

describe('the next sheet of the pile', () => {
  it('is the first free place, and of the same person as long as papers of his are left', () => {
    const people = [person('甲', 2), person('乙', 1)]
    const all = sheetsWith([{ place: 1, lines: [] }], [sheet(1, '甲'), sheet(3, '甲')])
    expect(all.map(({ place }) => place)).toEqual([1, 3])
    expect(nextPlace(all)).toBe(2)
    const once = lackingOf(people, [sheet(1, '甲')])
    expect([nextPerson(people, once, '甲'), [...once.values()]]).toEqual(['甲', [1, 1]])
    expect(nextPerson(people, lackingOf(people, [sheet(1, '甲'), sheet(2, '甲')]), '甲')).toBe('乙')
    const batch = { people, items }
    expect(isSameRows(rowsOf(batch, undefined), rowsOf(batch, sheet(1, '甲')))).toBe(false)
  })
})

describe('the sums of a tally sheet', () => {
  const typed = {
    invalid: { several: 1, illegible: null, blank: null },
    items: { work: { votes: 9, sum: 150_00 }, overall: { best: 5, good: 3, abstained: 1 } },
  }

  it('add up to the valid ballots; what is left empty is nought', () => {
    expect([validOf(10, typed), tallyDraftProblems(typed, 10, items)]).toEqual([9, {}])
    expect(tallyFields('甲', 10, typed, items)).toMatchObject({
      valid: 9,
      several: 1,
      blank: 0,
      items: [
        { itemId: 'work', votes: 9, sum: 150_00, abstained: 0 },
        { itemId: 'overall', counts: { best: 5, good: 3, fair: 0, poor: 0 }, abstained: 1 },
      ],
    })
  })

  it.each([
    ['a sum that was not typed', { votes: 9 }, '还没有填分数合计'],
    ['a sum that is no number', { votes: 9, sum: Number.NaN }, '分数合计不对'],
    ['a sum above full marks', { votes: 9, sum: 181_00 }, '总分超出'],
    ['half a vote', { votes: 8.5, sum: 1, abstained: 0.5 }, '不小于 0 的整数'],
    ['votes that do not add up', { votes: 7, sum: 1 }, '有效票是 9 张'],
  ])('%s is not taken', (_, work, words) => {
    const problems = tallyDraftProblems({ ...typed, items: { ...typed.items, work } }, 10, items)
    expect(Object.keys(problems)).toEqual(['work'])
    expect(problems['work']).toContain(words)
  })

  it('more invalid ones than came back are said before anything else', () => {
    expect(tallyDraftProblems(typed, 0, items)).toEqual({ valid: '无效票比收回的票还多，请核对' })
  })
})
