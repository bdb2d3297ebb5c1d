import type { StoredMobility } from '#db/queries/mobility.ts'
import type { MobilityColumns } from '#db/queries/mobilityWrites.ts'
import type { ImportMode, ImportRow } from '#shared/contract/imports.ts'
import type { ContactFields, MobilityFields } from '#shared/contract/mobility.ts'
import { isOpenMobility } from '#shared/domain/mobility.ts'
import { placeText } from '#shared/domain/mobilityPlaces.ts'
import {
  contactWayLabels,
  mobilityFieldLabels,
  mobilityKindLabels,
  mobilityReasonLabels,
} from '#shared/labels/mobility.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatPartialDate, isPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { maskIdNo, maskMobile, maskNumbers } from '#shared/lib/idNumber.ts'
import { textDiffers } from './fieldDiffers.ts'

export interface MobilityChanges {
  readonly set: MobilityColumns
  readonly changes: ImportRow['changes']
}

const placeKeys = ['province', 'city', 'district', 'place'] as const

type Value = MobilityFields[keyof MobilityFields]

type NameOf = (organizationId: string) => string

function shown(key: keyof MobilityFields, value: Value, nameOf: NameOf): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  const labels = key === 'kind' ? mobilityKindLabels : key === 'reason' ? mobilityReasonLabels : null
  if (labels !== null) return new Map(Object.entries(labels)).get(value) ?? value
  if (key === 'gender' || key === 'personType') return codeName(key, value) ?? value
  if (key === 'organizationId') return nameOf(value)
  if (key === 'idNo') return maskIdNo(value)
  if (key === 'phone') return maskMobile(value)
  return isPartialDate(value) ? formatPartialDate(value) : maskNumbers(value)
}

function differs(before: Value, after: Value): boolean {
  if (typeof before === 'string' && typeof after === 'string') return textDiffers(before, after)
  return before !== after
}

function isField(key: string): key is keyof MobilityFields {
  return Object.hasOwn(mobilityFieldLabels, key)
}

/** The fields a row changes; a blank cell never overwrites, and a place is one thing. */
export function mobilityChanges(
  current: StoredMobility,
  fields: Partial<MobilityFields>,
  returnedOn: PartialDate | null,
  mode: ImportMode,
  nameOf: NameOf,
): MobilityChanges {
  const set: Record<string, Value> = {}
  const changes: ImportRow['changes'][number][] = []
  const before: Readonly<Record<string, unknown>> = current
  for (const [key, value] of Object.entries(fields)) {
    if (!isField(key) || placeKeys.some((part) => part === key)) continue
    const old = valueOf(before[key])
    if (value === null || !differs(old, value) || (mode === 'fillBlanks' && old !== null)) continue
    set[key] = value
    changes.push({
      field: key,
      label: mobilityFieldLabels[key],
      old: shown(key, old, nameOf),
      new: shown(key, value, nameOf),
    })
  }
  const place = placeChange(current, fields, mode)
  if (place !== null) {
    Object.assign(set, place.set)
    changes.push(place.change)
  }
  const isBack = returnedOn !== null && isOpenMobility(current.status)
  if (isBack)
    changes.push({ field: 'returnedOn', label: '返回时间', old: '', new: formatPartialDate(returnedOn) })
  return { set: { ...set, ...(isBack ? { status: 'returned', returnedOn } : {}) }, changes }
}

function valueOf(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

function placeChange(current: StoredMobility, fields: Partial<MobilityFields>, mode: ImportMode) {
  const given = { province: null, city: null, district: null, place: null, ...fields }
  const [was, is] = [placeText(current), placeText(given)]
  if (is === '' || is === was || (mode === 'fillBlanks' && was !== '')) return null
  const { province, city, district, place } = given
  return {
    set: { province, city, district, place },
    change: { field: 'destination', label: '流向地', old: maskNumbers(was), new: maskNumbers(is) },
  }
}

export function contactChange({ contactedOn, way }: ContactFields): ImportRow['changes'][number] {
  const text = `${formatPartialDate(contactedOn)} ${contactWayLabels[way]}`
  return { field: 'contactedOn', label: '联系记录', old: '', new: text }
}
