import { anyReader, maskFreeText } from '#shared/domain/memberMasks.ts'
import { type Grade, gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'

/** What somebody wrote, as on a paper that is handed on, whoever made it. */
export function handed(text: string): string {
  return maskFreeText(text, anyReader)
}

/** Lines of a text without the empty ones. */
export function linesOf(text: string | null): readonly string[] {
  return handed(text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** The same on one line. */
export function oneLine(text: string | null): string {
  return linesOf(text).join(' ')
}

/** Words that others follow on the same line: without the stop they were written with. */
export function clause(text: string): string {
  return text.replace(/[。；，、：;,:\s]+$/, '')
}

/** A sentence ends once. */
export function sentence(text: string): string {
  const words = clause(text)
  return /[！？…]$/.test(words) ? words : `${words}。`
}

/** “好”、“较好”、“一般”、“差”. */
export function gradeList({ gradeSet }: Pick<Scheme, 'gradeSet'>): string {
  return grades.map((grade) => `“${gradeNames[gradeSet][grade]}”`).join('、')
}

export function gradeText({ gradeSet }: Pick<Scheme, 'gradeSet'>, grade: Grade | null): string {
  return grade === null ? '' : gradeNames[gradeSet][grade]
}

export const pending = '待测评'

/** A score with two decimals, or 待测评. */
export function scoreOrPending(hundredths: number | null): string {
  return hundredths === null ? pending : scoreText(hundredths)
}

interface Weighted {
  readonly name: string
  /** Hundredths of a percent. */
  readonly weight: number
}

/** 综合分＝上级评议×30%＋党员、群众测评×30%＋日常考核×40%; what has no weight is left out. */
export function weightFormula(name: string, parts: readonly Weighted[]): string {
  const terms = parts
    .filter(({ weight }) => weight > 0)
    .map((part) => `${part.name}×${pointsText(part.weight)}%`)
  return `${name}＝${terms.join('＋')}`
}
