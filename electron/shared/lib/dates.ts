import { toHalfWidth } from './text.ts'

/** Reduced-precision ISO text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string & { readonly __brand: 'PartialDate' }

/** A whole calendar day, `YYYY-MM-DD`; usable wherever a PartialDate is. */
export type DateOnly = PartialDate & { readonly __precision: 'D' }

/** A point in time as `toISOString()` writes it. */
export type Instant = string & { readonly __brand: 'Instant' }

export type Precision = 'D' | 'M' | 'Y'

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const msPerDay = 86_400_000

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0)
}

export function isPartialDate(text: string): text is PartialDate {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (parts === null) return false
  const [, year, month = '01', day = '01'] = parts
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

// Nobody's records lie outside, and months can be added to every day within.
function isPlausible(text: string): boolean {
  return text >= '1800' && text < '2200'
}

/** What may be written down: `0000` and `9999` are slips of the keyboard. */
export function isWrittenDate(text: string): text is PartialDate {
  return isPartialDate(text) && isPlausible(text)
}

export function isWrittenDay(text: string): text is DateOnly {
  return isDateOnly(text) && isPlausible(text)
}

export function isDateOnly(text: string): text is DateOnly {
  return text.length === 10 && isPartialDate(text)
}

export function isInstant(text: string): text is Instant {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** The texts are not quoted in the errors: a birthday is personal data. */
export function dateOnly(text: string): DateOnly {
  if (!isDateOnly(text)) throw new Error('not a calendar day written YYYY-MM-DD')
  return text
}

export function partialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new Error('not a date written YYYY, YYYY-MM or YYYY-MM-DD')
  return text
}

export function instant(date: Date): Instant {
  const text = date.toISOString()
  if (!isInstant(text)) throw new Error('not an instant within the years 0 to 9999')
  return text
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(date: DateOnly): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function fromParts({ year, month, day }: Parts): DateOnly {
  return dateOnly(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

function toDayNumber(date: DateOnly): number {
  return Date.parse(`${date}T00:00:00Z`) / msPerDay
}

function fromDayNumber(days: number): DateOnly {
  return dateOnly(new Date(days * msPerDay).toISOString().slice(0, 10))
}

// China has kept UTC+8 without summer time since 1991, so a fixed offset serves any clock this runs on.
function shanghaiClock(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
}

export function todayInShanghai(at: Instant): DateOnly {
  return dateOnly(shanghaiClock(at).slice(0, 10))
}

/** `2026-05-08 10:31` on the clock of Shanghai. */
export function formatInShanghai(at: Instant): string {
  return shanghaiClock(at).slice(0, 16).replace('T', ' ')
}

/** Midnight in Shanghai at which this day begins. */
export function startInShanghai(date: DateOnly): Instant {
  return instant(new Date(Date.parse(`${date}T00:00:00Z`) - 8 * 3_600_000))
}

export function precisionOf(date: PartialDate): Precision {
  if (date.length === 10) return 'D'
  return date.length === 7 ? 'M' : 'Y'
}

/** The earliest day the date can mean: what calculations use (精度为月时按当月 1 日计算). */
export function firstDay(date: PartialDate): DateOnly {
  return dateOnly(`${date}${'-01-01'.slice(date.length - 4)}`)
}

/** The latest day the date can mean. */
export function lastDay(date: PartialDate): DateOnly {
  const { year, month, day } = partsOf(firstDay(date))
  if (date.length === 10) return fromParts({ year, month, day })
  const last = date.length === 7 ? month : 12
  return fromParts({ year, month: last, day: daysInMonth(year, last) })
}

export function addDays(date: DateOnly, days: number): DateOnly {
  return fromDayNumber(toDayNumber(date) + days)
}

/** By calendar months; where the month has no such day, its last one: 01-31 + 1 month = 02-28 or 02-29. */
export function addMonths(date: DateOnly, months: number): DateOnly {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return fromParts({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

export function addYears(date: DateOnly, years: number): DateOnly {
  return addMonths(date, years * 12)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: DateOnly, to: DateOnly): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** The most months that can be added to `from` without passing `to`; negative (and mirrored) when `to` is earlier. */
export function wholeMonthsBetween(from: DateOnly, to: DateOnly): number {
  if (to < from) return -wholeMonthsBetween(to, from)
  const [start, end] = [partsOf(from), partsOf(to)]
  const months = (end.year - start.year) * 12 + end.month - start.month
  return addMonths(from, months) > to ? months - 1 : months
}

/** 足岁; a birthday known to the month or year counts from its first day. */
export function ageOn(birth: PartialDate, on: DateOnly): number {
  return Math.floor(wholeMonthsBetween(firstDay(birth), on) / 12)
}

/** A date given only to the month or year differs only at that precision. */
export function sameAtCommonPrecision(a: PartialDate, b: PartialDate): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) === b.slice(0, length)
}

/** 1968年, 1968年7月, 2026年5月8日: no padding, as GB/T 9704 7.3.5.4 has it. */
export function formatPartialDate(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  const monthText = month === undefined ? '' : `${Number(month)}月`
  return `${year}年${monthText}${day === undefined ? '' : `${Number(day)}日`}`
}

/** 1998, 1998.07, 1998.07.01: the short form of tables. */
export function formatDots(date: PartialDate): string {
  return date.replaceAll('-', '.')
}

function assemble(year: string, month: string | undefined, day: string | undefined): PartialDate | null {
  const tail = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
  const text = [year, ...tail].join('-')
  return isWrittenDate(text) ? text : null
}

const separatedDate = /^(\d{4})(?:(?:年|[-./])(?:(\d{1,2})(?:月份?|[-./]|$)(?:(\d{1,2})(?:日|号)?\.?)?)?)?$/
const compactDate = /^(\d{4})(\d{2})(\d{2})?$/
const clockTime = /[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/**
 * Reads a date as clerks write it (1998.07, 199807, 19980701, 1998年7月, 1998-7-1, 1998/7/1, full-width digits, with
 * a time of day); null when it cannot be read without guessing, such as 98.7 or 2月30日.
 */
export function parseWrittenDate(text: string): PartialDate | null {
  const plain = toHalfWidth(text)
    .trim()
    .replace(/^['’‘`]+/, '')
    .replace(clockTime, '')
    .replace(/[。、・·,，]/g, '.')
    .replace(/[—–−‐]/g, '-')
    .replace(/\\/g, '/')
    .replace(/\s*([-./年月日号])\s*/g, '$1')
    .trim()
    .replace(/(?<=\d)\s+(?=\d)/g, '-')
  const parts = compactDate.exec(plain) ?? separatedDate.exec(plain)
  return parts === null ? null : assemble(parts[1] ?? '', parts[2], parts[3])
}

/** Excel's day serial, any time of day dropped. Serial 60 of the 1900 system is its invented 1900-02-29: null. */
export function fromExcelSerial(serial: number, date1904: boolean): DateOnly | null {
  if (!Number.isFinite(serial)) return null
  const days = Math.floor(serial)
  if (date1904) return days < 0 || days > 2_957_003 ? null : addDays(dateOnly('1904-01-01'), days)
  if (days < 1 || days > 2_958_465 || days === 60) return null
  return addDays(dateOnly(days < 60 ? '1899-12-31' : '1899-12-30'), days)
}

/**
 * Reads a number that stands in a date column: 199807, 19980701, 1998, 1998.07 or a day serial.
 * 1998.1 is null: Excel drops the last zero of 1998.10, so it may mean January or October.
 */
export function fromCellNumber(value: number, date1904: boolean): PartialDate | null {
  const text = String(value)
  if (/^(?:1[89]|20|21)\d{2}\.\d{1,2}$/.test(text)) {
    return text.endsWith('.1') ? null : parseWrittenDate(text)
  }
  const isWritten = /^(?:1[89]|20|21)\d{2}(?:\d{2}|\d{4})?$/.test(text)
  return isWritten ? parseWrittenDate(text) : fromExcelSerial(value, date1904)
}
