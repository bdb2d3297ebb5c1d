import { isDateOnly } from './dates.ts'
import type { DateOnly } from './dates.ts'
import { stripSpaces, toHalfWidth } from './text.ts'

export type IdProblemCode = 'ID_FORMAT' | 'ID_CHECKSUM' | 'ID_TRUNCATED' | 'ID_DATE'

export interface IdFacts {
  readonly ok: true
  readonly birthDate: DateOnly
  /** Code of the gender table: '1' 男, '2' 女. */
  readonly gender: '1' | '2'
  /** First six digits; old codes stay valid although the district is gone, so they are not looked up here. */
  readonly regionCode: string
  /** The 18-digit number, when the one given was an old 15-digit one. */
  readonly upgradedFrom15: string | null
}

export interface IdProblem {
  readonly ok: false
  readonly code: IdProblemCode
  /** Holds no part of the number. */
  readonly messageZh: string
}

/** Half-width, without spaces, tabs and apostrophes; x and its look-alikes at the end become X. */
export function normaliseIdNo(raw: string): string {
  return stripSpaces(toHalfWidth(raw))
    .replace(/['’‘`´]/g, '')
    .replace(/[×ХхΧχⅩⅹ]$/, 'X')
    .toUpperCase()
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643-1999: the 18th character for the first 17 digits. */
export function checkDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new Error('the check digit needs 17 digits')
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** 15 digits to 18: the century 19 goes in before the year, the check digit at the end. */
export function upgrade15(old: string): string {
  if (!/^\d{15}$/.test(old)) throw new Error('an old ID number has 15 digits')
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`
  return first17 + checkDigit(first17)
}

function problem(code: IdProblemCode, messageZh: string): IdProblem {
  return { ok: false, code, messageZh }
}

const truncatedZh = '身份证号被 Excel 当作数字存，末几位已丢失，请把该列设为文本后按证件重新填写'

function checkWhole(idNo: string, today: DateOnly): IdFacts | IdProblem {
  if (checkDigit(idNo.slice(0, 17)) !== idNo.charAt(17)) {
    if (idNo.endsWith('000')) return problem('ID_TRUNCATED', truncatedZh)
    return problem('ID_CHECKSUM', '身份证号校验位不对，多半有一位写错，请对照证件核对')
  }
  const birth = `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`
  if (!isDateOnly(birth)) return problem('ID_DATE', '身份证号中的出生日期不存在，请对照证件核对')
  if (birth < '1900-01-01' || birth > today) {
    return problem('ID_DATE', '身份证号中的出生日期早于 1900 年或晚于今天，请对照证件核对')
  }
  const gender = Number(idNo.charAt(16)) % 2 === 1 ? '1' : '2'
  return { ok: true, birthDate: birth, gender, regionCode: idNo.slice(0, 6), upgradedFrom15: null }
}

/** Judges a normalised number. */
export function checkIdNo(idNo: string, today: DateOnly): IdFacts | IdProblem {
  if (/^\d{17}[\dX]$/.test(idNo)) return checkWhole(idNo, today)
  if (/^\d{15}$/.test(idNo)) {
    const upgraded = upgrade15(idNo)
    const facts = checkWhole(upgraded, today)
    return facts.ok ? { ...facts, upgradedFrom15: upgraded } : facts
  }
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(idNo)) return problem('ID_TRUNCATED', truncatedZh)
  if (/^[\dX]+$/.test(idNo)) {
    return problem(
      'ID_FORMAT',
      `身份证号应为 18 位（前 17 位是数字），现为 ${idNo.length} 位，请对照证件核对`,
    )
  }
  return problem('ID_FORMAT', '身份证号只能由数字和末位 X 组成，请对照证件核对')
}

function maskMiddle(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail)
}

/**
 * 110105********002X; damaged numbers of other lengths show a sixth at each end. Beside a birth date the check digit gives the
 * rest away: only for accounts that may look at the whole number anyway, and for the log, which is shown through `maskIdNoToRegion`.
 */
export function maskIdNo(idNo: string): string {
  if (idNo.length === 18) return maskMiddle(idNo, 6, 4)
  if (idNo.length === 15) return maskMiddle(idNo, 6, 3)
  const shown = Math.floor(idNo.length / 6)
  return maskMiddle(idNo, shown, shown)
}

const regionLength = 6

/** 110105************, of damaged numbers a sixth: never an ending. Takes masked numbers too, its own among them. */
export function maskIdNoToRegion(idNo: string): string {
  const isUsual = idNo.length === 18 || idNo.length === 15
  const shown = isUsual ? regionLength : Math.min(regionLength, Math.floor(idNo.length / 6))
  return maskMiddle(idNo, shown, 0)
}

/** 138****5678; other numbers (fixed lines) show the last three. */
export function maskMobile(phone: string): string {
  if (phone.length === 11) return maskMiddle(phone, 3, 4)
  return maskMiddle(phone, 0, Math.min(3, Math.floor(phone.length / 2)))
}

const shownOfAddress = 6

/** 东环新苑****: at most half of the text and six characters, and no digit: a door number finds the door. */
export function maskAddress(address: string): string {
  const characters = Array.from(address)
  const shown = characters.slice(0, Math.min(shownOfAddress, Math.floor(characters.length / 2))).join('')
  return `${shown.replace(/[\p{N}].*$/su, '')}****`
}

const digit = '[\\d０-９]'
const ending = '[\\dXx０-９Ｘｘ]'
const gap = '[ -]'

/** 18 and 15 digits of an ID card, 11 of a mobile phone; also full-width, or grouped as people write them. */
const writtenNumber = new RegExp(
  `(?<!${digit})(?:${digit}{17}${ending}|${digit}{15}|[1１]${digit}{10}|[1１]${digit}{2}${gap}${digit}{4}${gap}${digit}{4}|` +
    `${digit}{6}${gap}${digit}{4}${gap}?${digit}{4}${gap}${digit}{3}${ending})(?!${digit})`,
  'g',
)

/** ID numbers and mobile numbers wherever they stand in a text. */
export function maskNumbers(text: string): string {
  return maskWritten(text, maskIdNo)
}

/** As `maskIdNo` leaves them; a mobile number has fewer stars. */
const maskedIdNo = /\d+\*{6,}[\dXx]*/g

/** Same with `maskIdNoToRegion`; also in texts that `maskNumbers` was over before, such as those of the log. */
export function maskNumbersToRegion(text: string): string {
  return maskWritten(text.replaceAll(maskedIdNo, maskIdNoToRegion), maskIdNoToRegion)
}

function maskWritten(text: string, maskId: (idNo: string) => string): string {
  return text.replaceAll(writtenNumber, (written) => {
    const number = toHalfWidth(written).replaceAll(/[ -]/g, '')
    return number.length === 11 ? maskMobile(number) : maskId(number)
  })
}
