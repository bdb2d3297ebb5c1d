import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import type { ImportFinding } from '#shared/contract/imports.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { developmentImportFields } from '#shared/domain/developmentImportFields.ts'
import { publicityResultLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate, type PartialDate, sameAtCommonPrecision } from '#shared/lib/dates.ts'
import type { IdFacts } from '#shared/lib/idNumber.ts'
import { meansNothing, normalisePhone } from '#shared/lib/text.ts'
import { readTrainingNote } from './dateSpans.ts'
import {
  type DevelopmentReader,
  readDates,
  readNames,
  readPublicityResult,
  type WritableFields,
} from './developmentCells.ts'
import { type CellReading, fieldCells } from './fieldCells.ts'
import { readIdNumber } from './readIdNumber.ts'
import type { TableRow } from './readTable.ts'
import { plainText } from './readValue.ts'
import { quote } from './rowFindings.ts'

/** One row understood: who it is, the days of the steps, and the names that go with them. */
export interface ReadDevelopment {
  readonly sheet: string
  readonly row: number
  readonly name: string
  /** Valid 18-digit number; null when missing or wrong. */
  readonly idNo: string | null
  readonly branchName: string | null
  readonly fields: Partial<DevelopmentFields>
  readonly dates: Readonly<Partial<Record<Milestone, PartialDate>>>
  /** Null where the cell is blank. */
  readonly contacts: readonly string[] | null
  readonly sponsors: readonly string[] | null
  readonly columns: ReadonlyMap<string, number | null>
  readonly findings: readonly ImportFinding[]
}

function readFields(reader: DevelopmentReader, trainingNote: string): WritableFields {
  const fields: WritableFields = {}
  const gender = reader.value('gender', { type: 'code', table: 'gender' })
  if (gender === '1' || gender === '2') fields.gender = gender
  for (const key of ['ethnicity', 'education'] as const) {
    const code = reader.value(key, { type: 'code', table: key })
    if (typeof code === 'string') fields[key] = code
  }
  const birthDate = reader.date('birthDate')
  if (birthDate !== null) fields.birthDate = birthDate
  for (const [key, max] of [
    ['nativePlace', 100],
    ['unitDuty', 100],
    ['remark', 500],
  ] as const) {
    const text = reader.text(key, max)
    if (text !== null) fields[key] = text
  }
  const phone = reader.text('phone', 30)
  if (phone !== null) fields.phone = normalisePhone(phone)
  const isRecommended = reader.value('isRecommended', { type: 'boolean' })
  if (typeof isRecommended === 'boolean') fields.isRecommended = isRecommended
  const result = reader.one(
    'publicityResult',
    readPublicityResult,
    Object.values(publicityResultLabels).join('、'),
  )
  if (result !== null) fields.publicityResult = result
  const { days, hours } = readTrainingNote(trainingNote)
  const numberOf = (field: 'trainingDays' | 'trainingHours', noted: number | null) => {
    const text = reader.has(field) ? plainText(reader.cell(field) ?? null) : ''
    const plain = /^(\d{1,4})\s*(?:天|个?学时|课时|小时)?$/.exec(text)
    if (plain !== null) return Number(plain[1])
    if (text !== '' && !meansNothing(text))
      reader.say(
        field,
        'VALUE_UNKNOWN',
        'yellow',
        `${developmentImportFields[field].label}${quote(text)}应为数字；这一项不导入`,
      )
    return noted
  }
  const [trainingDays, trainingHours] = [numberOf('trainingDays', days), numberOf('trainingHours', hours)]
  if (trainingDays !== null) fields.trainingDays = trainingDays
  if (trainingHours !== null) fields.trainingHours = trainingHours
  return fields
}

function compareWithId(
  reader: DevelopmentReader,
  { birthDate = null, gender = null }: WritableFields,
  facts: IdFacts,
): void {
  if (birthDate !== null && !sameAtCommonPrecision(birthDate, facts.birthDate))
    reader.say(
      'birthDate',
      'BIRTH_MISMATCH',
      'yellow',
      `出生日期与身份证号不一致：表中${formatPartialDate(birthDate)}，身份证号中是${formatPartialDate(facts.birthDate)}；按表中日期登记，请对照档案核对`,
    )
  if (gender !== null && gender !== facts.gender) {
    const [own, inId] = gender === '1' ? ['男', '女'] : ['女', '男']
    reader.say(
      'gender',
      'SEX_MISMATCH',
      'yellow',
      `性别是${own}，身份证号中是${inId}；按表中性别登记，请核对`,
    )
  }
}

/** One row of a ledger of 发展党员. Nothing is guessed: what cannot be read is left out and said. */
export function readDevelopment(row: TableRow, context: CellReading): ReadDevelopment {
  const reader = fieldCells(developmentImportFields, row, context)
  const name = reader.value('name', { type: 'name' })
  if (name === null) reader.say('name', 'NAME_MISSING', 'block', '没有姓名，不能导入；请补填后重新导入')
  const { idNo, facts, problem } = readIdNumber(reader.cell('idNo'), context.today)
  if (problem !== null) reader.say('idNo', problem.code, problem.severity, problem.message)
  const { dates, note } = readDates(reader, context.date1904)
  const written = readFields(reader, note)
  if (facts !== null) compareWithId(reader, written, facts)
  return {
    sheet: context.sheet,
    row: row.row,
    name: typeof name === 'string' ? name : '',
    idNo,
    branchName: reader.text('organizationId', 200),
    fields: { ...(facts === null ? {} : { birthDate: facts.birthDate, gender: facts.gender }), ...written },
    dates,
    contacts: readNames(reader, 'contacts'),
    sponsors: readNames(reader, 'sponsors'),
    columns: new Map([...row.cells].map(([field, { column }]) => [field, column])),
    findings: reader.findings,
  }
}
