import type { ImportFinding } from '#shared/contract/imports.ts'
import {
  type BranchKind,
  type OrganizationType,
  type UnitNature,
  findOrganizationKind,
  hasTerm,
  unitNatures,
} from '#shared/domain/organizationKinds.ts'
import { type OrganizationImportField, organizationFields } from '#shared/domain/organizationFields.ts'
import { unitNatureLabels } from '#shared/labels/organizations.ts'
import { type DateOnly, type PartialDate, addYears, isDateOnly } from '#shared/lib/dates.ts'
import { cleanName, meansNothing, squeeze, stripSpaces, toHalfWidth } from '#shared/lib/text.ts'
import { shortNameOf } from './organizationNames.ts'
import type { TableRow } from './readTable.ts'
import { dateOf, plainText } from './readValue.ts'
import { finding, quote } from './rowFindings.ts'

/** What a row says of an organisation; null where it says nothing. */
export interface OrganizationRecord {
  readonly code: string
  readonly fullName: string
  readonly shortName: string
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly foundedOn: PartialDate | null
  readonly foundedDoc: string | null
  readonly approvedBy: string | null
  readonly unitName: string | null
  readonly unitNature: UnitNature | null
  readonly termYears: number | null
  readonly currentTermFrom: DateOnly | null
  readonly currentTermTo: DateOnly | null
  readonly secretaryName: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly committeeSeats: number | null
}

export interface ReadOrganization {
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly code: string | null
  readonly parentCode: string | null
  /** Null when the row cannot be taken. */
  readonly record: OrganizationRecord | null
  readonly columns: ReadonlyMap<string, number | null>
  readonly findings: readonly ImportFinding[]
}

interface RowReader {
  text(field: OrganizationImportField, max: number): string | null
  date(field: OrganizationImportField): PartialDate | null
  day(field: OrganizationImportField): DateOnly | null
  integer(field: OrganizationImportField, max: number): number | null
  say(field: OrganizationImportField, code: string, severity: 'block' | 'yellow', message: string): void
}

function createReader(row: TableRow, sheet: string, date1904: boolean, findings: ImportFinding[]): RowReader {
  const cellOf = (field: OrganizationImportField) => row.cells.get(field)?.cell ?? null
  const say: RowReader['say'] = (field, code, severity, message) => {
    const place = { sheet, row: row.row, column: row.cells.get(field)?.column ?? null, field }
    findings.push(finding(place, code, severity, message))
  }
  const labelOf = (field: OrganizationImportField) => organizationFields[field].label
  const text: RowReader['text'] = (field, max) => {
    const value = plainText(cellOf(field))
    if (value === '' || meansNothing(value)) return null
    if (value.length <= max) return value
    say(field, 'VALUE_TOO_LONG', 'yellow', `${labelOf(field)}超过 ${max} 个字，请缩短；这一项不导入`)
    return null
  }
  const date: RowReader['date'] = (field) => {
    const cell = cellOf(field)
    const value = dateOf(cell, date1904)
    if (value === null && !meansNothing(plainText(cell))) {
      const message = `${labelOf(field)}${quote(plainText(cell))}看不出是哪一天，请写成 1968.7.1；这一项不导入`
      say(field, 'DATE_UNREADABLE', 'yellow', message)
    }
    return value
  }
  return {
    say,
    text,
    date,
    day: (field) => {
      const value = date(field)
      if (value === null || isDateOnly(value)) return value
      say(
        field,
        'DATE_UNREADABLE',
        'yellow',
        `${labelOf(field)}${quote(value)}没有写到日，请补全；这一项不导入`,
      )
      return null
    },
    integer: (field, max) => {
      const value = stripSpaces(toHalfWidth(plainText(cellOf(field))))
      if (value === '' || meansNothing(value)) return null
      const digits = /^(\d{1,3})(?:年|人|名)?$/.exec(value)?.[1]
      const number = Number(digits ?? Number.NaN)
      if (number >= 0 && number <= max) return number
      say(
        field,
        'VALUE_UNKNOWN',
        'yellow',
        `${labelOf(field)}${quote(value)}应为不超过 ${max} 的整数；这一项不导入`,
      )
      return null
    },
  }
}

function readNature(reader: RowReader): UnitNature | null {
  const text = reader.text('unitNature', 50)
  if (text === null) return null
  const wanted = squeeze(text)
  const found = unitNatures.find(
    (nature) => squeeze(unitNatureLabels[nature]).replace(/\(.*\)$/, '') === wanted.replace(/\(.*\)$/, ''),
  )
  if (found === undefined) {
    const names = unitNatures.map((nature) => unitNatureLabels[nature]).join('、')
    reader.say(
      'unitNature',
      'VALUE_UNKNOWN',
      'yellow',
      `单位性质${quote(text)}不在可选的值里，请改为${names}；这一项不导入`,
    )
  }
  return found ?? null
}

type Term = Pick<OrganizationRecord, 'termYears' | 'currentTermFrom' | 'currentTermTo'>

function readTerm(
  reader: RowReader,
  kind: Pick<OrganizationRecord, 'type' | 'branchKind' | 'unitNature'>,
): Term {
  const years = reader.integer('termYears', 5)
  const from = reader.day('currentTermFrom')
  const to = reader.day('currentTermTo')
  if (!hasTerm(kind)) return { termYears: null, currentTermFrom: null, currentTermTo: null }
  const termYears = years === 0 ? null : years
  return {
    termYears,
    currentTermFrom: from,
    currentTermTo: to ?? (from === null || termYears === null ? null : addYears(from, termYears)),
  }
}

function readRecord(reader: RowReader, code: string, fullName: string): OrganizationRecord | null {
  const typeText = reader.text('type', 50) ?? ''
  const kind = findOrganizationKind(typeText === '' ? fullName : typeText, fullName)
  if (kind === null) {
    const what =
      typeText === '' ? '没有写党组织类别，从名称也看不出来' : `党组织类别${quote(typeText)}看不出是哪一类`
    reader.say(
      'type',
      'VALUE_UNKNOWN',
      'block',
      `${what}，请改为党工委、社区党委、综合党委、党总支、党支部或党小组`,
    )
    return null
  }
  const unitNature = readNature(reader)
  const nameOf = (field: 'secretaryName' | 'contactName') => {
    const name = reader.text(field, 50)
    return name === null ? null : cleanName(name)
  }
  return {
    code,
    fullName,
    shortName: reader.text('shortName', 50) ?? shortNameOf(fullName).slice(0, 50),
    ...kind,
    foundedOn: reader.date('foundedOn'),
    foundedDoc: reader.text('foundedDoc', 50),
    approvedBy: reader.text('approvedBy', 100),
    unitName: reader.text('unitName', 100),
    unitNature,
    ...readTerm(reader, { ...kind, unitNature }),
    secretaryName: nameOf('secretaryName'),
    contactName: nameOf('contactName'),
    contactPhone: reader.text('contactPhone', 30),
    address: reader.text('address', 200),
    postcode: reader.text('postcode', 10),
    committeeSeats: reader.integer('committeeSeats', 31),
  }
}

/** Codes are compared as written, without spaces: 001 and 1 are two codes. */
function readCode(text: string | null): string | null {
  return text === null ? null : stripSpaces(toHalfWidth(text))
}

export function readOrganization(row: TableRow, sheet: string, date1904: boolean): ReadOrganization {
  const findings: ImportFinding[] = []
  const reader = createReader(row, sheet, date1904, findings)
  const code = readCode(reader.text('code', 30))
  const written = reader.text('fullName', 100) ?? reader.text('shortName', 100)
  const fullName = written === null ? null : stripSpaces(written)
  if (code === null) reader.say('code', 'CODE_MISSING', 'block', '没有党组织代码，不能导入；请补填后重新导入')
  if (fullName === null)
    reader.say('fullName', 'NAME_MISSING', 'block', '没有党组织全称，不能导入；请补填后重新导入')
  const record = code === null || fullName === null ? null : readRecord(reader, code, fullName)
  return {
    sheet,
    row: row.row,
    name: fullName ?? '',
    code,
    parentCode: readCode(reader.text('parentCode', 30)),
    record,
    columns: new Map([...row.cells].map(([field, { column }]) => [field, column])),
    findings,
  }
}
