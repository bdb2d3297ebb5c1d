import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import { type Milestone, milestones } from '#shared/domain/development/milestones.ts'
import type { PublicityResult } from '#shared/domain/development/records.ts'
import {
  type DevelopmentImportField,
  developmentImportFields,
} from '#shared/domain/developmentImportFields.ts'
import { publicityResultLabels } from '#shared/labels/developmentRecords.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { cleanName, meansNothing } from '#shared/lib/text.ts'
import { type DateSpan, readSpan } from './dateSpans.ts'
import type { CellReader } from './fieldCells.ts'
import { dateOf } from './readValue.ts'
import { quote } from './rowFindings.ts'

export type DevelopmentReader = CellReader<DevelopmentImportField>
export type WritableFields = { -readonly [K in keyof DevelopmentFields]?: DevelopmentFields[K] }
type WritableDates = { -readonly [K in Milestone]?: PartialDate }

/** Words a clerk writes for the result of the notice. */
export function readPublicityResult(text: string): PublicityResult | null {
  const results: readonly (readonly [RegExp, PublicityResult])[] = [
    [/^(?:无|没有|未收到|无异议|没有收到|无反映|公示无)/, 'none'],
    [/(?:不影响|不属实|查否)/, 'cleared'],
    [/(?:有影响|属实)/, 'confirmed'],
  ]
  const exact = Object.entries(publicityResultLabels).find(([, label]) => label === text)?.[0]
  return results.find(([words, result]) => words.test(text) || result === exact)?.[1] ?? null
}

function readSpanCell(reader: DevelopmentReader, field: 'publicity' | 'training', date1904: boolean) {
  const cell = reader.cell(field)
  if (cell === undefined) return null
  const on = dateOf(cell, date1904)
  if (on !== null) return { span: { from: on, to: on }, note: '' }
  const { label } = developmentImportFields[field]
  // Reads formula errors and says them.
  const text = reader.text(field, 200)
  if (text === null) return null
  const read = readSpan(text)
  if (read.is === 'span') return read
  if (read.is === 'note') return { span: null, note: read.note }
  const message =
    read.is === 'reversed'
      ? `${label}${quote(text)}结束早于开始，请核对；这一项不导入`
      : `${label}${quote(text)}看不出是哪几天，请写成 2026-05-06至2026-05-15；这一项不导入`
  reader.say(field, read.is === 'reversed' ? 'SPAN_REVERSED' : 'DATE_UNREADABLE', 'yellow', message)
  return null
}

function put(
  dates: WritableDates,
  reader: DevelopmentReader,
  field: 'publicity' | 'training',
  span: DateSpan | null,
): void {
  if (span === null) return
  const [from, to] =
    field === 'publicity'
      ? (['publicityFrom', 'publicityTo'] as const)
      : (['trainingFrom', 'trainingTo'] as const)
  // A notice may still stand; its first day must have come.
  if (!reader.isPast(field, span.from)) return
  dates[from] = span.from
  if (reader.isPast(field, span.to)) dates[to] = span.to
}

/** Every day of the row, and what stands beside those of the training: 24学时. */
export function readDates(
  reader: DevelopmentReader,
  date1904: boolean,
): { readonly dates: WritableDates; readonly note: string } {
  const dates: WritableDates = {}
  put(dates, reader, 'publicity', readSpanCell(reader, 'publicity', date1904)?.span ?? null)
  const training = readSpanCell(reader, 'training', date1904)
  put(dates, reader, 'training', training?.span ?? null)
  for (const milestone of milestones) {
    const on = reader.pastDate(milestone)
    if (on !== null) dates[milestone] = on
  }
  return { dates, note: training?.note ?? '' }
}

/** 曾洋、姜艳: names as written, each once. Null for a blank cell. */
export function readNames(
  reader: DevelopmentReader,
  field: 'contacts' | 'sponsors',
): readonly string[] | null {
  const text = reader.text(field, 200)
  if (text === null) return null
  const parts = text
    .split(/[、,，;；/|\s]+/)
    .map((part) => cleanName(part))
    .filter((part) => part !== '' && !meansNothing(part))
  const people = [...new Set(parts)].filter((part) => part.length <= 50 && !/\d/.test(part))
  if (people.length < parts.length && new Set(parts).size > people.length)
    reader.say(
      field,
      'VALUE_UNKNOWN',
      'yellow',
      `${developmentImportFields[field].label}${quote(text)}里有不是姓名的内容，请只写姓名，用顿号分开；这一部分不导入`,
    )
  return people.length === 0 ? null : people.slice(0, 10)
}
