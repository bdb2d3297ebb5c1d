/** Full-width digits, Latin letters and signs to half-width; ideographic and no-break spaces to a plain space. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ')
}

const anySpace = /[\s\u200B-\u200F\u2060\uFEFF]+/g

export function stripSpaces(text: string): string {
  return text.replace(anySpace, '')
}

/** What a person can see of a text: control signs and line ends become spaces, invisible and broken signs go. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\uFFFD]/gu, '')
    .trim()
}

/** Text of several lines, each as a person can see it; without blank lines at either end. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => plainText(line))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

const middleDot = '\u00B7'

/** 去首尾及中间空格; every dot that stands for the one in names of the minorities becomes U+00B7. */
export function cleanName(text: string): string {
  return stripSpaces(plainText(text)).replace(/[.。．•・･‧∙⋅●]/g, middleDot)
}

/** The form in which header cells and coded values are compared: half-width, no spaces, no * or : at the ends. */
export function squeeze(text: string): string {
  return stripSpaces(toHalfWidth(text)).replace(/^[*:]+|[*:]+$/g, '')
}

const emptyWords: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '空',
  '暂无',
  '不详',
])

/** True for what clerks write into a cell that has nothing to say; ask only after the field's own codes. */
export function meansNothing(text: string): boolean {
  return emptyWords.has(squeeze(text))
}

/** 医疗、法律；维修 -> three parts. */
export function splitList(text: string): readonly string[] {
  return toHalfWidth(text)
    .split(/[、,，;；/|\s]+/)
    .filter((part) => part !== '')
}

const yesWords: ReadonlySet<string> = new Set(['是', '√', '✓', '✔', '☑', '有', 'Y', 'YES', 'TRUE', '1'])
const noWords: ReadonlySet<string> = new Set([
  '否',
  '不是',
  '×',
  '✗',
  '☐',
  '无',
  '没有',
  'N',
  'NO',
  'FALSE',
  '0',
])

/** 是/否/√ and their like; null when the text says neither. */
export function parseYesNo(text: string): boolean | null {
  const word = squeeze(text).toUpperCase()
  if (yesWords.has(word)) return true
  return noWords.has(word) ? false : null
}

/** Drops spaces, dashes, apostrophes and the +86 of a phone number. */
export function normalisePhone(text: string): string {
  return stripSpaces(toHalfWidth(text))
    .replace(/['’‘`\-—–]/g, '')
    .replace(/^(?:\+|00)86/, '')
}

/** Eleven digits from 1: the second digit is not judged, since new number segments keep being opened. */
export function isMobile(text: string): boolean {
  return /^1\d{10}$/.test(text)
}
