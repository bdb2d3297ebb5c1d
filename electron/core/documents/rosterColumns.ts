import { memberFields } from '#shared/domain/memberFields.ts'
import { anyReader, maskField } from '#shared/domain/memberMasks.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { MissingItem } from './missing.ts'
import type { RosterColumnKey, RosterPerson } from './values.ts'

export function columnLabel(key: RosterColumnKey): string {
  if (key === 'sequence') return '序号'
  return key === 'partyAge' ? '党龄' : memberFields[key].label
}

interface ColumnShape {
  /** Least width in twips for 小五 text, with room for a western font wider than Times New Roman. */
  readonly width: number
  /** What still holds it where Times New Roman is installed. */
  readonly tight: number
  /** Share of the space left over. */
  readonly grow: number
  readonly align: 'center' | 'left'
}

const narrow = (width: number, tight = width): ColumnShape => ({ width, tight, grow: 0, align: 'center' })
const wide = (width: number, grow: number): ColumnShape => ({
  width,
  tight: Math.min(width, 900),
  grow,
  align: 'left',
})

const shapes: Readonly<Partial<Record<RosterColumnKey, ColumnShape>>> = {
  sequence: narrow(500),
  partyAge: narrow(540),
  name: { width: 900, tight: 840, grow: 1, align: 'center' },
  gender: narrow(380),
  ethnicity: narrow(700),
  // 大学（本科） and 博士研究生 on one line.
  education: { width: 1220, tight: 680, grow: 1, align: 'center' },
  personType: narrow(500),
  organizationId: wide(1500, 2),
  groupId: wide(900, 1),
  unitDuty: wide(1400, 4),
  jobPost: wide(1500, 4),
  newStratum: wide(1000, 1),
  address: wide(1400, 3),
  hukou: wide(1400, 3),
  remark: wide(800, 2),
}

export function columnShape(key: RosterColumnKey): ColumnShape {
  const shape = shapes[key]
  if (shape !== undefined) return shape
  if (key === 'sequence' || key === 'partyAge') return narrow(660)
  const { type } = memberFields[key].kind
  switch (type) {
    case 'idNo':
      return narrow(1950, 1760)
    case 'mobile':
      return narrow(1300, 1130)
    case 'date':
      return narrow(1120, 990)
    case 'boolean':
    case 'integer':
      return narrow(640)
    case 'code':
      return narrow(900, 640)
    case 'name':
    case 'text':
    case 'codes':
    case 'branch':
    case 'group':
      return wide(1000, 1)
    default:
      return assertNever(type)
  }
}

/** What stands in a cell: a text, `none` where the question does not arise, `missing` where the record has a gap. */
export type CellContent =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'none' }
  | { readonly state: 'missing' }
  | { readonly state: 'empty' }

const none: CellContent = { state: 'none' }
const missing: CellContent = { state: 'missing' }

function partyAgeContent({ isFormal, partyAge }: RosterPerson): CellContent {
  if (isFormal === false) return none
  return partyAge === null ? missing : { state: 'text', text: partyAge }
}

/** `index` counts from 0 within the person's group. */
export function cellContent(
  key: RosterColumnKey,
  person: RosterPerson,
  index: number,
  privacy: 'full' | 'masked',
): CellContent {
  if (key === 'sequence') return { state: 'text', text: String(index + 1) }
  if (key === 'partyAge') return partyAgeContent(person)
  const text = key === 'name' ? person.name : (person.texts[key] ?? null)
  if (text === null || text.trim() === '') {
    if (key === 'regularOn') return person.isFormal === true ? missing : none
    return memberFields[key].required ? missing : { state: 'empty' }
  }
  // Paper leaves the office, whoever made it.
  return { state: 'text', text: privacy === 'masked' ? maskField(key, text, anyReader) : text }
}

/** 党龄 has no gap of its own where 转正日期 stands beside it. */
export function isOwnGap(key: RosterColumnKey, keys: readonly RosterColumnKey[]): boolean {
  return key !== 'partyAge' || !keys.includes('regularOn')
}

export function gapItem(
  key: RosterColumnKey,
  person: RosterPerson,
  index: number,
  place: string,
): Omit<MissingItem, 'where'> {
  const subject = person.name.trim() === '' ? `第${index + 1}号` : person.name
  return { field: key, label: columnLabel(key), place, subject }
}
