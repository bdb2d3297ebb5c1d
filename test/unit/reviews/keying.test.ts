import { describe, expect, it } from 'vitest'
import {
  countBySubject,
  type KeyedLine,
  keyingDifferences,
  refusedLines,
  type Settlement,
  settleKeyings,
  whyNotClosed,
  whyNotSecondKeyer,
} from '#shared/domain/reviews/keying.ts'
import { readLine } from '#shared/domain/reviews/ballotLines.ts'
import type { CellValue } from '#shared/domain/reviews/marks.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import { tallyDifferences } from '#shared/domain/reviews/tallyDifferences.ts'
import { countsOf } from './aScheme.ts'

const items: readonly BallotItem[] = [
  { id: 'a', name: '履职', by: 'points', most: 100_00 },
  { id: 'overall', name: '总体评价', by: 'grades', most: 100_00 },
]

const line = (place: number, points: CellValue, whole: CellValue, subjectId = '甲'): KeyedLine => ({
  place,
  subjectId,
  marks: readLine([points, whole], items, 'G4A'),
})

const settlement = (place: number, itemId: string | null, cell: CellValue, isThere = true): Settlement => {
  const read = itemId === null ? null : readLine([cell, cell], items, 'G4A')[itemId]
  return { place, subjectId: '甲', itemId, isThere, mark: read ?? null }
}

const first = [line(1, 85, '好'), line(2, 90, '较好'), line(3, 70, '差')]

describe('two keyings of one batch', () => {
  it('are another person’s each', () => {
    expect(whyNotSecondKeyer('a1', 'a1')).toContain('另一个人')
    expect(whyNotSecondKeyer('a1', 'a2')).toBeNull()
  })

  it('that agree have no differences, also where one wrote 85 and the other 85.00', () => {
    const second = [line(1, '85.00', '好'), line(3, '７０', ' 差'), line(2, 90, '较好')]
    expect(keyingDifferences(first, second, items)).toEqual([])
  })

  it('differ place by place and thing by thing', () => {
    const second = [line(1, 58, '好'), line(2, 90, '好'), line(3, 70, null)]
    const found = keyingDifferences(first, second, items)
    expect(found.map(({ place, itemId }) => [place, itemId])).toEqual([
      [1, 'a'],
      [2, 'overall'],
      [3, 'overall'],
    ])
    expect(found[0]).toMatchObject({ first: { hundredths: 85_00 }, second: { hundredths: 58_00 } })
    expect(found[2]).toMatchObject({ first: { is: 'grade' }, second: { is: 'empty' } })
  })

  it('a ballot keyed by one of them only is a difference of its own', () => {
    const found = keyingDifferences(first, [...first.slice(0, 2), line(4, 60, '好')], items)
    expect(found.map(({ place, itemId }) => [place, itemId])).toEqual([
      [3, null],
      [4, null],
    ])
  })

  it('two people on one sheet are two lines of the same place', () => {
    const both = [line(1, 85, '好', '甲'), line(1, 60, '差', '乙')]
    expect(keyingDifferences(both, [line(1, 85, '好', '甲'), line(1, 61, '差', '乙')], items)).toMatchObject([
      { place: 1, subjectId: '乙', itemId: 'a' },
    ])
  })
})

describe('differences settled from the paper', () => {
  const second = [line(1, 58, '好'), line(2, 90, '较好'), line(4, 60, '好')]

  it('stay open until each has what the paper says', () => {
    const { open } = settleKeyings(first, second, [settlement(1, 'a', 58)], items)
    expect(open.map(({ place }) => place)).toEqual([3, 4])
    expect(whyNotClosed(open.length, 0)).toContain('2 处不一致')
  })

  it('stay open where somebody looked but wrote nothing down', () => {
    const { open } = settleKeyings(first, first.with(0, line(1, 58, '好')), [settlement(1, 'a', 1)], items)
    expect(open).toEqual([])
    const nothing = { ...settlement(1, 'a', 1), mark: null }
    expect(settleKeyings(first, first.with(0, line(1, 58, '好')), [nothing], items).open).toHaveLength(1)
  })

  it('keep a ballot that only the second keyed and that is there', () => {
    const { lines } = settleKeyings(first, second, [settlement(4, null, null)], items)
    expect(lines.map(({ place }) => place)).toEqual([1, 2, 3, 4])
  })

  it('take the paper, neither of the two keyings, and drop a ballot that is not there', () => {
    const settlements = [settlement(1, 'a', 53), settlement(3, null, null), settlement(4, null, null, false)]
    const { lines, open } = settleKeyings(first, second, settlements, items)
    expect(open).toEqual([])
    expect(lines.map(({ place }) => place)).toEqual([1, 2, 3])
    expect(lines[0]?.marks.a).toEqual({ is: 'points', hundredths: 53_00 })
    expect(countBySubject(lines, items)['甲']).toMatchObject({
      valid: 3,
      tally: { a: { votes: 3, sum: 213_00 }, overall: { counts: countsOf([1, 1, 0, 1]) } },
    })
  })

  it('a 120 both keyed is still refused, and the batch stays open', () => {
    const same = [line(1, 85, '好'), line(2, 120, '好')]
    expect(keyingDifferences(same, same, items)).toEqual([])
    const refused = refusedLines(same, items)
    expect(refused.map(({ place }) => place)).toEqual([2])
    expect(whyNotClosed(0, refused.length)).toContain('1 张票')
    const { lines } = settleKeyings(same, same, [settlement(2, 'a', 12)], items)
    expect(refusedLines(lines, items)).toEqual([])
    expect(whyNotClosed(0, 0)).toBeNull()
  })
})

describe('a count called out and entered twice', () => {
  it('differs number by number', () => {
    const grades = (best: number, abstained: number) =>
      ({ by: 'grades', counts: countsOf([best, 3, 2, 0]), abstained }) as const
    const points = (sum: number) => ({ by: 'points', votes: 10, sum, abstained: 0 }) as const
    const one = { a: points(850_00), overall: grades(5, 0) }
    expect(tallyDifferences(one, one, items)).toEqual([])
    expect(tallyDifferences(one, { a: points(805_00), overall: grades(4, 1) }, items)).toEqual([
      { itemId: 'a', field: 'sum', first: 850_00, second: 805_00 },
      { itemId: 'overall', field: 'best', first: 5, second: 4 },
      { itemId: 'overall', field: 'abstained', first: 0, second: 1 },
    ])
  })
})
