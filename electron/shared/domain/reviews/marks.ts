import { meansNothing, splitList, squeeze, stripSpaces, toHalfWidth } from '../../lib/text.ts'
import { type Grade, gradeNames, grades, type GradeSet } from './grades.ts'
import { parseHundredths } from './hundredths.ts'
import type { BallotItem } from './scheme.ts'

/** What stands at one place of a ballot. The last three never reach a tally. */
export type Mark =
  | { readonly is: 'points'; readonly hundredths: number }
  | { readonly is: 'grade'; readonly grade: Grade }
  /** Nothing marked, struck through, or 弃权. */
  | { readonly is: 'empty' }
  /** REV-05: two grades, or two scores, for one thing. */
  | { readonly is: 'several' }
  /** REV-05: 明显涂改不可辨. */
  | { readonly is: 'illegible' }
  | { readonly is: 'outOfRange'; readonly text: string }
  | { readonly is: 'unreadable'; readonly text: string }

/** A cell of a workbook, or what was keyed in. */
export type CellValue = string | number | null

const illegibleWords: ReadonlySet<string> = new Set([
  '涂改',
  '涂改不清',
  '不清',
  '看不清',
  '无法辨认',
  '不可辨',
  '废票',
  '无效',
])

const abstentions: ReadonlySet<string> = new Set(['弃权', '不评', '未填', '不了解'])

/** What says the same of points and of grades. */
function readWord(text: string): Mark | null {
  const word = squeeze(text)
  if (meansNothing(text) || abstentions.has(word)) return { is: 'empty' }
  return illegibleWords.has(word) ? { is: 'illegible' } : null
}

// Long texts are not carried along: a cell may hold anything.
const quoted = (text: string) => text.trim().slice(0, 20)

/** One score: 85, 85.5, ８５, 85分. 120 of 100 is out of range; 85、90 is two scores. */
function readPoints(text: string, most: number): Mark {
  const bare = (part: string) => stripSpaces(toHalfWidth(part)).replace(/分$/, '')
  const value = parseHundredths(bare(text))
  if (value !== null)
    return value < 0 || value > most
      ? { is: 'outOfRange', text: quoted(text) }
      : { is: 'points', hundredths: value }
  const parts = splitList(text).map((part) => parseHundredths(bare(part)))
  if (parts.length > 1 && parts.every((part) => part !== null)) return { is: 'several' }
  return { is: 'unreadable', text: quoted(text) }
}

/** Grades named in a text without anything else: 好、较好 and 好较好 are two, 较好 is one: no name begins with another. Null for other words. */
function gradesIn(text: string, set: GradeSet): readonly Grade[] | null {
  let rest = splitList(text).join('')
  const found = new Set<Grade>()
  while (rest !== '') {
    const grade = grades.find((one) => rest.startsWith(gradeNames[set][one]))
    if (grade === undefined) return null
    found.add(grade)
    rest = rest.slice(gradeNames[set][grade].length)
  }
  return [...found]
}

function readGrade(text: string, set: GradeSet): Mark {
  const [grade, ...more] = gradesIn(text, set) ?? []
  if (grade === undefined) return { is: 'unreadable', text: quoted(text) }
  return more.length > 0 ? { is: 'several' } : { is: 'grade', grade }
}

/** REV-05: one place of a ballot, read from a cell or from what was keyed. */
export function readMark(cell: CellValue, item: BallotItem, set: GradeSet): Mark {
  const text = cell === null ? '' : String(cell)
  const word = readWord(text)
  if (word !== null) return word
  return item.by === 'points' ? readPoints(text, item.most) : readGrade(text, set)
}

export function isSameMark(a: Mark, b: Mark): boolean {
  if (a.is === 'points') return b.is === 'points' && a.hundredths === b.hundredths
  if (a.is === 'grade') return b.is === 'grade' && a.grade === b.grade
  return a.is === b.is
}
