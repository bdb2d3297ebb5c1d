import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import type { ImportMode, ImportRow } from '#shared/contract/imports.ts'
import { type Milestone, labelOf, milestones } from '#shared/domain/development/milestones.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { developmentFieldLabels, publicityResultLabels } from '#shared/labels/developmentRecords.ts'
import {
  formatPartialDate,
  isPartialDate,
  type PartialDate,
  sameAtCommonPrecision,
} from '#shared/lib/dates.ts'
import { maskMobile, maskNumbers } from '#shared/lib/idNumber.ts'
import type { DevelopmentReading } from '../records/developmentReading.ts'
import { textDiffers } from './fieldDiffers.ts'
import type { ReadDevelopment } from './readDevelopment.ts'

type Value = DevelopmentFields[keyof DevelopmentFields]
type Change = ImportRow['changes'][number]
export type NewDates = Readonly<Partial<Record<Milestone, PartialDate>>>

export interface DevelopmentChanges {
  readonly set: Partial<DevelopmentFields>
  readonly dates: NewDates
  readonly changes: readonly Change[]
}

function isField(key: string): key is keyof DevelopmentFields {
  return Object.hasOwn(developmentFieldLabels, key)
}

function shown(key: keyof DevelopmentFields, value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (key === 'gender' || key === 'ethnicity' || key === 'education') return codeName(key, value) ?? value
  if (key === 'publicityResult') return new Map(Object.entries(publicityResultLabels)).get(value) ?? value
  if (key === 'phone') return maskMobile(value)
  return isPartialDate(value) ? formatPartialDate(value) : maskNumbers(value)
}

function differs(key: keyof DevelopmentFields, before: Value, after: Value): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return before !== after
  if (key === 'birthDate' && isPartialDate(before) && isPartialDate(after))
    return !sameAtCommonPrecision(before, after)
  return textDiffers(before, after)
}

/** A day the file has already is not written over by the same day known less exactly. */
function isNewDay(before: PartialDate | null, after: PartialDate, mode: ImportMode): boolean {
  if (before === null) return true
  if (mode === 'fillBlanks') return false
  return !sameAtCommonPrecision(before, after) || after.length > before.length
}

/** What a row changes in a file; a blank cell never overwrites. */
export function developmentChanges(
  { file, facts }: DevelopmentReading,
  read: Pick<ReadDevelopment, 'fields' | 'dates'>,
  mode: ImportMode,
): DevelopmentChanges {
  const before: Readonly<Record<string, unknown>> = file
  const set: Record<string, Value> = {}
  const changes: Change[] = []
  for (const [key, value] of Object.entries(read.fields)) {
    if (!isField(key) || value === null) continue
    const old = valueOf(before[key])
    if (!differs(key, old, value) || (mode === 'fillBlanks' && old !== null)) continue
    set[key] = value
    const label = developmentFieldLabels[key]
    changes.push({ field: key, label, old: shown(key, old), new: shown(key, value) })
  }
  const dates: { [K in Milestone]?: PartialDate } = {}
  for (const milestone of milestones) {
    const [old, on] = [facts.dates[milestone], read.dates[milestone]]
    if (on === undefined || !isNewDay(old, on, mode)) continue
    dates[milestone] = on
    changes.push({
      field: milestone,
      label: labelOf(milestone),
      old: old === null ? '' : formatPartialDate(old),
      new: formatPartialDate(on),
    })
  }
  return { set, dates, changes }
}

function valueOf(value: unknown): Value {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'string' ? value : null
}
