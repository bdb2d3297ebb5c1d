import type { ImportFinding } from '#shared/contract/imports.ts'
import type { ContactFields, MobilityFields } from '#shared/contract/mobility.ts'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { type MobilityImportField } from '#shared/domain/mobilityImportFields.ts'
import { placeContradiction, splitPlace } from '#shared/domain/mobilityPlaces.ts'
import {
  mobilityKindLabels,
  mobilityReasonLabels,
  readContactWay,
  readMobilityDirection,
  readMobilityKind,
  readMobilityReason,
} from '#shared/labels/mobility.ts'
import { type DateOnly, firstDay, isDateOnly, lastDay, type PartialDate } from '#shared/lib/dates.ts'
import { normaliseIdNo } from '#shared/lib/idNumber.ts'
import { normalisePhone, toHalfWidth } from '#shared/lib/text.ts'
import { type CellReader, cellReader } from './mobilityCells.ts'
import { readIdNumber } from './readIdNumber.ts'
import type { TableRow } from './readTable.ts'
import { quote } from './rowFindings.ts'
import { cellText } from './workbookGrid.ts'

type WritableFields = { -readonly [K in keyof MobilityFields]?: MobilityFields[K] }

/** One row understood: who is away (or came), where, and the last contact. */
export interface ReadMobility {
  readonly sheet: string
  readonly row: number
  readonly name: string
  /** Valid 18-digit number; null when missing or wrong. */
  readonly idNo: string | null
  readonly writtenIdNo: string | null
  /** `LR` only where the sheet says so. */
  readonly direction: MobilityDirection
  readonly branchName: string | null
  readonly fields: Partial<MobilityFields>
  readonly returnedOn: PartialDate | null
  readonly contact: ContactFields | null
  readonly columns: ReadonlyMap<string, number | null>
  readonly findings: readonly ImportFinding[]
}

export interface MobilityReading {
  readonly sheet: string
  readonly date1904: boolean
  readonly today: DateOnly
  /** What the title or the sheet's name says of all its rows. */
  readonly direction: MobilityDirection
}

const texts = {
  certNo: 30,
  unit: 100,
  destOrg: 100,
  destContact: 50,
  origOrg: 100,
  origContact: 50,
  evalResult: 50,
  remark: 500,
} as const satisfies Partial<Record<MobilityImportField, number>>

function readFields(reader: CellReader): Partial<MobilityFields> {
  const fields: WritableFields = {}
  const names = (labels: Readonly<Record<string, string>>) => Object.values(labels).join('、')
  const gender = reader.value('gender', { type: 'code', table: 'gender' })
  if (gender === '1' || gender === '2') fields.gender = gender
  const personType = reader.value('personType', { type: 'code', table: 'personType' })
  if (personType === '1' || personType === '2') fields.personType = personType
  const kind = reader.one('kind', readMobilityKind, names(mobilityKindLabels))
  if (kind !== null) fields.kind = kind
  const reason = reader.one('reason', readMobilityReason, names(mobilityReasonLabels))
  if (reason !== null) fields.reason = reason
  const destination = reader.text('destination', 100)
  if (destination !== null) Object.assign(fields, splitPlace(destination))
  const contradiction = placeContradiction(kind, destination)
  if (contradiction !== null)
    reader.say('kind', 'MOBILITY_PLACE', 'yellow', `${contradiction}；照表导入，请核对`)
  const outOn = reader.pastDate('outOn')
  if (outOn !== null) fields.outOn = outOn
  for (const field of ['certIssuedOn', 'reportedOn', 'annualReportOn'] as const) {
    const day = reader.pastDate(field)
    if (day !== null) fields[field] = day
  }
  for (const field of ['expectedBack', 'certExpiresOn'] as const) {
    const day = reader.date(field)
    if (day !== null) fields[field] = day
  }
  const phone = reader.text('phone', 30) ?? writtenPhone(reader)
  if (phone !== null) fields.phone = normalisePhone(phone)
  for (const field of [
    'certNo',
    'unit',
    'destOrg',
    'destContact',
    'origOrg',
    'origContact',
    'evalResult',
    'remark',
  ] as const) {
    const written = reader.text(field, texts[field])
    if (written !== null) fields[field] = written
  }
  return fields
}

/** Many lists head the column of numbers 联系方式, which in others says how somebody was contacted. */
function writtenPhone(reader: CellReader): string | null {
  const written = reader.text('way', 100)
  return written !== null && !reader.has('phone') && /^[\d\s()+-]{7,30}$/.test(toHalfWidth(written))
    ? written
    : null
}

/** The last contact of the row; the sheet says of it that it took place, so the person was reached. */
function readContact(reader: CellReader): ContactFields | null {
  const on = reader.pastDate('contactedOn')
  const way =
    writtenPhone(reader) === null ? reader.one('way', readContactWay, '电话、微信、见面、走访等') : null
  const contactPerson = reader.text('contactPerson', 50)
  const content = reader.text('content', 500)
  if (on === null) {
    const isSaid = reader.findings.some(({ field }) => field === 'contactedOn')
    const written = [way, contactPerson, content].some((part) => part !== null)
    if (written && !isSaid) {
      const message = '没有写最近联系时间，联系记录（联系方式、联系人、联系内容）不导入；请补写年月日'
      reader.say('contactedOn', 'CONTACT_UNDATED', 'yellow', message)
    }
    return null
  }
  if (!isDateOnly(on)) {
    const message = `最近联系时间${quote(on)}没有写到日，联系记录不导入；请补写年月日`
    reader.say('contactedOn', 'DATE_UNREADABLE', 'yellow', message)
    return null
  }
  return { contactedOn: on, way: way ?? 'other', isReached: true, contactPerson, content }
}

function readReturn(reader: CellReader, outOn: PartialDate | null): PartialDate | null {
  const returnedOn = reader.pastDate('returnedOn')
  if (returnedOn === null || outOn === null || lastDay(returnedOn) >= firstDay(outOn)) return returnedOn
  reader.say('returnedOn', 'DATE_UNREADABLE', 'yellow', '返回时间早于外出时间，请核对；这一项不导入')
  return null
}

/** One row of a ledger of 流动党员. Nothing is guessed: what cannot be read is left out and said. */
export function readMobility(row: TableRow, context: MobilityReading): ReadMobility {
  const reader = cellReader(row, context)
  const name = reader.value('name', { type: 'name' })
  if (name === null) reader.say('name', 'NAME_MISSING', 'block', '没有姓名，不能导入；请补填后重新导入')
  const direction = reader.one('direction', readMobilityDirection, '流出、流入') ?? context.direction
  const cell = row.cells.get('idNo')?.cell
  const { idNo, problem } = readIdNumber(cell, context.today)
  // Of somebody whose membership is elsewhere the number is often not known here.
  const isOptional = direction === 'LR' && problem?.code === 'ID_MISSING'
  if (problem !== null && !isOptional) reader.say('idNo', problem.code, problem.severity, problem.message)
  const fields = readFields(reader)
  const written = normaliseIdNo(cellText(cell))
  return {
    sheet: context.sheet,
    row: row.row,
    name: typeof name === 'string' ? name : '',
    idNo,
    writtenIdNo: written === '' ? null : written,
    direction,
    branchName: reader.text('organizationId', 200),
    fields,
    returnedOn: readReturn(reader, fields.outOn ?? null),
    contact: readContact(reader),
    columns: new Map([...row.cells].map(([field, { column }]) => [field, column])),
    findings: reader.findings,
  }
}
