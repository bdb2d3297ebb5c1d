import { describe, expect, it } from 'vitest'
import { judgeLine, readLine, refusalText } from '#shared/domain/reviews/ballotLines.ts'
import { type CellValue, readMark } from '#shared/domain/reviews/marks.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'

const points: BallotItem = { id: 'a', name: '基层组织建设', by: 'points', most: 100_00 }
const twenty: BallotItem = { id: 'b', name: '党员教育管理', by: 'points', most: 20_00 }
const grade: BallotItem = { id: 'overall', name: '总体评价', by: 'grades', most: 100_00 }
const items = [points, twenty, grade]

const pointsOf = (cell: CellValue) => readMark(cell, points, 'G4A')
const gradeOf = (cell: CellValue) => readMark(cell, grade, 'G4A')

describe('one cell of a ballot (REV-05)', () => {
  it('a score is read however it was typed', () => {
    for (const cell of [85, '85', ' ８５ ', '85分', '85.0'])
      expect(pointsOf(cell)).toEqual({ is: 'points', hundredths: 85_00 })
    expect(pointsOf(0)).toEqual({ is: 'points', hundredths: 0 })
    expect(pointsOf(100)).toEqual({ is: 'points', hundredths: 100_00 })
  })

  it('120 of 100 is out of range, and so are 100.01, -5, and 21 of 20', () => {
    for (const cell of [120, '100.01', -5]) expect(pointsOf(cell)).toMatchObject({ is: 'outOfRange' })
    expect(readMark(21, twenty, 'G4A')).toEqual({ is: 'outOfRange', text: '21' })
  })

  it('an empty cell, a stroke and 弃权 are abstentions; a nought is not', () => {
    for (const cell of [null, '', ' ', '—', '/', '弃权']) {
      expect(pointsOf(cell)).toEqual({ is: 'empty' })
      expect(gradeOf(cell)).toEqual({ is: 'empty' })
    }
  })

  it('two grades or two scores for one thing are several, however they are parted', () => {
    for (const cell of ['好、较好', '好，较好', '好/较好', '好较好', '较好 一般'])
      expect(gradeOf(cell)).toEqual({ is: 'several' })
    expect(pointsOf('85、90')).toEqual({ is: 'several' })
  })

  it('较好 is one grade and not 好, 基本称职 is not 称职, and the same grade twice is that grade', () => {
    expect(gradeOf('较好')).toEqual({ is: 'grade', grade: 'good' })
    expect(gradeOf('好、好')).toEqual({ is: 'grade', grade: 'best' })
    expect(readMark('基本称职', grade, 'G4B')).toEqual({ is: 'grade', grade: 'fair' })
    expect(readMark('不称职', grade, 'G4B')).toEqual({ is: 'grade', grade: 'poor' })
  })

  it('a grade of the other set, a word and an odd number are not guessed at', () => {
    for (const cell of ['优秀', '很好', '好吧', 'A'])
      expect(gradeOf(cell)).toMatchObject({ is: 'unreadable' })
    for (const cell of ['良', '八十五', 85.123, '1e2', '8 5 x'])
      expect(pointsOf(cell)).toMatchObject({ is: 'unreadable' })
    expect(pointsOf('涂改')).toEqual({ is: 'illegible' })
  })
})

describe('one line of a batch (REV-05)', () => {
  const verdict = (...cells: readonly CellValue[]) => judgeLine(readLine(cells, items, 'G4A'), items)

  it('counts with one thing left empty, and is void with nothing on it', () => {
    expect(verdict(85, null, '好')).toEqual({ is: 'counted' })
    expect(verdict(null, '', '—')).toEqual({ is: 'void', reason: 'blank' })
    expect(verdict()).toEqual({ is: 'void', reason: 'blank' })
  })

  it('two grades for one thing make it void, also beside a value that would be refused', () => {
    expect(verdict(85, 18, '好、较好')).toEqual({ is: 'void', reason: 'several' })
    expect(verdict(120, 18, '好、较好')).toEqual({ is: 'void', reason: 'several' })
    expect(verdict(85, '看不清', '好')).toEqual({ is: 'void', reason: 'illegible' })
  })

  it('a value out of range is refused with its place in the pile, and is not taken for an abstention', () => {
    const line = verdict(120, 18, '好')
    expect(line).toMatchObject({ is: 'refused', marks: [{ itemId: 'a' }] })
    const [refused] = line.is === 'refused' ? line.marks : []
    expect(refused && refusalText(3, refused, points)).toBe(
      '第 3 张“基层组织建设”：“120”超出 0–100 分，请核对原票',
    )
  })

  it('says of an unknown grade that it is none of this review', () => {
    const refused = { itemId: 'overall', mark: { is: 'unreadable', text: '优秀' } } as const
    expect(refusalText(1, refused, grade)).toContain('不是本次测评的等次')
  })
})
