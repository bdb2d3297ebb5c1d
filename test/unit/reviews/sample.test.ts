import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#core/imports/readWorkbook.ts'
import { cellText } from '#core/imports/workbookGrid.ts'
import { countMarks, type Marks, readLine } from '#shared/domain/reviews/ballotLines.ts'
import type { Batch } from '#shared/domain/reviews/components.ts'
import { exactText } from '#shared/domain/reviews/exact.ts'
import { type KeyedLine, countBySubject, refusedLines } from '#shared/domain/reviews/keying.ts'
import type { RaterGroup, Scheme } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'
import { fixture } from '../imports/workbooks.ts'
import { itemsOfDirection, usual } from './aScheme.ts'

const truth: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/import/review-ballots.truth.json', import.meta.url), 'utf8'),
)

const [superiors, peers, members, residents] = [
  '街道党工委班子成员',
  '社区党组织班子成员',
  '党员代表',
  '群众代表',
] as const

const group = (id: string, kind: RaterGroup['kind'], weight: number): RaterGroup => ({
  id,
  name: id,
  kind,
  weight: weight * 100,
  isOptional: false,
  mergesInto: null,
})

const form = { items: 'points', scale: 'hundred', hasOverall: true, scoredBy: 'overall' } as const

/** Six scores out of 100 and the whole by grades, in both directions. */
const scheme: Scheme = {
  ...usual,
  indicators: [25, 15, 15, 15, 15, 15].map((points, index) => ({
    id: `i${index + 1}`,
    name: `指标${index + 1}`,
    points: points * 100,
    children: [],
  })),
  components: usual.components.map((component) => {
    if (component.kind === 'daily') return component
    const groups =
      component.id === 'up'
        ? [group(superiors, 'superiors', 100)]
        : [group(peers, 'peers', 20), group(members, 'members', 50), group(residents, 'residents', 30)]
    return { ...component, form, groups }
  }),
}

const items = itemsOfDirection(scheme, 'down')

interface SampleLine extends KeyedLine {
  readonly groupId: string
}

/** 票号, 述职单位, 述职人, six scores, the whole, 意见建议: the ballot's number is not even looked at. */
const lines: readonly SampleLine[] = readWorkbook(fixture('review-ballots.xlsx')).sheets.flatMap(
  ({ name, rows }) =>
    rows.slice(1).map((row, index) => ({
      groupId: name,
      place: index + 1,
      subjectId: cellText(row[2]),
      marks: readLine(
        row.slice(3, 10).map((cell) => cellText(cell)),
        items,
        scheme.gradeSet,
      ),
    })),
)
const marksOf = (of: readonly SampleLine[]): readonly Marks[] => of.map(({ marks }) => marks)
const inGroup = (groupId: string) => lines.filter((line) => line.groupId === groupId)

function batchesOf(subjectId: string): readonly Batch[] {
  return [superiors, peers, members, residents].flatMap((groupId) => {
    const count = countBySubject(inGroup(groupId), items)[subjectId]
    if (count === undefined) return []
    const { valid, tally } = count
    return [{ groupId, isClosed: true, issued: valid, returned: valid, invalid: 0, tally }]
  })
}

describe('the sample of 464 ballots', () => {
  it('gives exactly the numbers of its truth: out of range, empty, two grades, by group', () => {
    const marks = countMarks(marksOf(lines), items)
    expect({
      rows: lines.length,
      outOfRange: marks.outOfRange,
      empty: marks.empty,
      twoGrades: marks.several,
      groups: Object.fromEntries(
        [superiors, peers, members, residents].map((name) => [name, inGroup(name).length]),
      ),
    }).toEqual(truth)
    expect(marks).toMatchObject({ unreadable: 0, illegible: 0 })
  })

  it('REV-05: refuses the 13 with their places, voids the 4, counts the 8 as abstentions', () => {
    expect(refusedLines(inGroup(peers), items).map(({ place }) => place)).toEqual([3, 25, 29, 60, 78])
    const counts = countBySubject(lines, items)
    const all = Object.values(counts)
    const sum = (of: (count: (typeof all)[number]) => number) =>
      all.reduce((total, count) => total + of(count), 0)
    expect(sum(({ refused }) => refused)).toBe(13)
    expect(sum(({ invalid }) => invalid.several)).toBe(4)
    expect(sum(({ valid }) => valid)).toBe(464 - 13 - 4)
    expect(sum(({ tally }) => tally.i2?.abstained ?? 0)).toBe(8)
  })

  it('a sheet left empty in one thing is not in the denominator of that thing (REV-05)', () => {
    const tally = countBySubject(inGroup(members), items)['韩龙']?.tally
    expect(tally?.i1).toEqual({ by: 'points', votes: 30, sum: 2538_00, abstained: 0 })
    expect(tally?.i2).toEqual({ by: 'points', votes: 27, sum: 2304_00, abstained: 3 })
  })

  it('gives each of the eight the total computed by hand as a fraction, with 日常 90', () => {
    expect(schemeProblems(scheme)).toEqual([])
    const totals = ['韩龙', '胡敏', '刘生', '汪伟', '陶朝', '吴丽', '钟曦', '史喆'].map((name) => {
      const { total, hundredths } = scoreSubject(scheme, {
        batches: batchesOf(name),
        daily: { dailyScore: 90_00 },
      })
      return [total === null ? null : exactText(valueOf(total)), hundredths]
    })
    expect(totals).toEqual([
      ['7039/84', 83_80],
      ['22587/280', 80_67],
      ['48101/560', 85_89],
      ['858189/10150', 84_55],
      ['80.83', 80_83],
      ['109799/1450', 75_72],
      ['223813/2900', 77_18],
      ['66833/840', 79_56],
    ])
  })

  it('REV-06: three ballots from above give a score and no counts', () => {
    const { components } = scoreSubject(scheme, { batches: batchesOf('韩龙'), daily: {} })
    const up = components.find(({ componentId }) => componentId === 'up')
    expect(up?.score).toEqual({ is: 'withheld', label: '上级评议', value: '85' })
    expect(up?.indicators).toEqual([])
    expect(up?.groups.map(({ tally }) => tally)).toEqual([{}])
  })
})
