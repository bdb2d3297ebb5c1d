import type { ImportFinding } from '#shared/contract/imports.ts'
import { type MemberField, memberFields, isMemberField } from '#shared/domain/memberFields.ts'
import { type DateOnly, formatPartialDate, isPartialDate, sameAtCommonPrecision } from '#shared/lib/dates.ts'
import { type IdFacts, maskMobile, normaliseIdNo } from '#shared/lib/idNumber.ts'
import { normalisePhone, stripSpaces } from '#shared/lib/text.ts'
import { readIdNumber } from './readIdNumber.ts'
import { type TableCell, type TableRow } from './readTable.ts'
import { type FieldValue, plainText, readValue } from './readValue.ts'
import { type Place, finding, quote } from './rowFindings.ts'
import { cellText } from './workbookGrid.ts'

/** One row understood: what it says about whom, and what is wrong with it. */
export interface ReadPerson {
  readonly sheet: string
  readonly row: number
  readonly name: string
  /** Valid 18-digit number; null when missing or wrong. */
  readonly idNo: string | null
  /** The number as written, right or wrong; null when missing. */
  readonly writtenIdNo: string | null
  /** Branch and group stand here as names; they are resolved against the tree later. */
  readonly values: ReadonlyMap<MemberField, FieldValue>
  readonly columns: ReadonlyMap<MemberField, number | null>
  readonly derived: { readonly birthDate: DateOnly; readonly gender: '1' | '2' } | null
  readonly findings: readonly ImportFinding[]
  readonly isBlocked: boolean
}

export interface ReadingContext {
  readonly sheet: string
  readonly date1904: boolean
  readonly today: DateOnly
  /** Fields some column stands for: a column that is not there is said once, not in every row. */
  readonly mappedFields: ReadonlySet<string>
}

interface Draft {
  readonly context: ReadingContext
  readonly row: TableRow
  readonly values: Map<MemberField, FieldValue>
  readonly columns: Map<MemberField, number | null>
  readonly findings: ImportFinding[]
}

const notMembers = /积极分子|发展对象|入党申请|申请人|群众|共青团员/

function placeOf(draft: Draft, field: MemberField | null): Place {
  const column = field === null ? null : (draft.row.cells.get(field)?.column ?? null)
  return { sheet: draft.context.sheet, row: draft.row.row, column, field }
}

function shown(field: MemberField, text: string): string {
  if (field === 'mobile' || field === 'phone') return `“${maskMobile(normalisePhone(text))}”`
  return memberFields[field].sensitive ? '' : quote(text)
}

function readField(draft: Draft, field: MemberField, { cell, column }: TableCell): void {
  const { label, kind } = memberFields[field]
  draft.columns.set(field, column)
  const reading = readValue(kind, cell, draft.context.date1904)
  if (typeof cell === 'object' && cell?.isFormula === true && reading.is === 'value') {
    const text = `${label}由公式算出，按表里存下的结果读取，请核对后改为数值`
    draft.findings.push(finding(placeOf(draft, field), 'FORMULA_CELL', 'yellow', text))
  }
  if (reading.is === 'value') draft.values.set(field, reading.value)
  if (reading.is !== 'problem') return
  const text = plainText(cell)
  if (field === 'personType' && notMembers.test(text)) {
    const why = `${quote(text)}不是党员，不进花名册；发展对象和积极分子在发展党员中登记`
    draft.findings.push(finding(placeOf(draft, field), 'NOT_MEMBER', 'block', why))
    return
  }
  const message = `${label}${shown(field, text)}${reading.why}；这一项不导入`
  draft.findings.push(finding(placeOf(draft, field), reading.code, 'yellow', message))
}

/** Fixed lines in the mobile column are kept as 固定电话 rather than lost. */
function moveFixedLine(draft: Draft): void {
  const source = draft.row.cells.get('mobile')
  if (source === undefined || draft.values.has('mobile') || draft.values.has('phone')) return
  const text = normalisePhone(cellText(source.cell))
  if (!/^(?:0\d{2,3})?[2-9]\d{6,7}$/.test(text)) return
  const at = draft.findings.findIndex(({ code }) => code === 'MOBILE_UNREADABLE')
  const message = `手机号码“${maskMobile(text)}”是固定电话，记到固定电话里`
  draft.findings.splice(
    at,
    at === -1 ? 0 : 1,
    finding(placeOf(draft, 'mobile'), 'PHONE_IS_FIXED', 'blue', message),
  )
  draft.values.set('phone', plainText(source.cell))
}

function readIdNo(draft: Draft): IdFacts | null {
  const { idNo, facts, problem } = readIdNumber(draft.row.cells.get('idNo')?.cell, draft.context.today)
  draft.values.delete('idNo')
  if (problem !== null)
    draft.findings.push(finding(placeOf(draft, 'idNo'), problem.code, problem.severity, problem.message))
  if (idNo !== null) draft.values.set('idNo', idNo)
  return facts
}

function add(
  draft: Draft,
  field: MemberField,
  code: string,
  message: string,
  severity: 'block' | 'yellow' = 'block',
): void {
  draft.findings.push(finding(placeOf(draft, field), code, severity, message))
}

function compareWithId(draft: Draft, facts: IdFacts): void {
  const birth = draft.values.get('birthDate')
  if (typeof birth === 'string' && isPartialDate(birth) && !sameAtCommonPrecision(birth, facts.birthDate)) {
    const shownBirth = `${formatPartialDate(birth)}，身份证号中是${formatPartialDate(facts.birthDate)}`
    add(
      draft,
      'birthDate',
      'BIRTH_MISMATCH',
      `出生日期与身份证号不一致：表中${shownBirth}；按表中日期登记，请对照档案核对`,
      'yellow',
    )
  }
  const gender = draft.values.get('gender')
  if (gender !== undefined && gender !== facts.gender) {
    const [written, inId] = gender === '1' ? ['男', '女'] : ['女', '男']
    add(
      draft,
      'gender',
      'SEX_MISMATCH',
      `性别与身份证号不一致：表中是${written}，身份证号第 17 位为${inId}；按表中登记，请核对`,
      'yellow',
    )
  }
}

const notLaterThanToday: readonly MemberField[] = ['birthDate', 'joinedOn', 'workStartedOn']

function checkDates(draft: Draft): void {
  for (const field of notLaterThanToday) {
    const date = draft.values.get(field)
    if (typeof date !== 'string' || date <= draft.context.today) continue
    draft.values.delete(field)
    add(
      draft,
      field,
      'DATE_IN_FUTURE',
      `${memberFields[field].label}${quote(date)}晚于今天，请核对；这一项不导入`,
      'yellow',
    )
  }
  const isTold = draft.findings.some(({ field }) => field === 'joinedOn')
  if (!draft.values.has('joinedOn') && !isTold && draft.context.mappedFields.has('joinedOn')) {
    add(draft, 'joinedOn', 'JOIN_DATE_MISSING', '没有入党日期，请查档案补填', 'yellow')
  }
}

/** One row of a roster. Nothing is guessed: what cannot be read is left out and said. */
export function readPerson(row: TableRow, context: ReadingContext): ReadPerson {
  const draft: Draft = { context, row, values: new Map(), columns: new Map(), findings: [] }
  for (const [field, cell] of row.cells) {
    if (isMemberField(field)) readField(draft, field, cell)
  }
  const name = draft.values.get('name')
  if (name === undefined) add(draft, 'name', 'NAME_MISSING', '没有姓名，不能导入；请补填后重新导入')
  const facts = readIdNo(draft)
  if (facts !== null) compareWithId(draft, facts)
  moveFixedLine(draft)
  checkDates(draft)
  const idNo = draft.values.get('idNo')
  const written = normaliseIdNo(cellText(row.cells.get('idNo')?.cell))
  return {
    sheet: context.sheet,
    row: row.row,
    name: typeof name === 'string' ? name : '',
    idNo: typeof idNo === 'string' ? idNo : null,
    writtenIdNo: written === '' ? null : written,
    values: draft.values,
    columns: draft.columns,
    derived: facts === null ? null : { birthDate: facts.birthDate, gender: facts.gender },
    findings: draft.findings,
    isBlocked: draft.findings.some(({ severity }) => severity === 'block'),
  }
}

/** Names are compared without spaces and with one kind of dot; reading has made them so. */
export function isSameName(a: string, b: string): boolean {
  return stripSpaces(a) === stripSpaces(b)
}

interface ReadRow {
  readonly sheet: string
  readonly row: number
  readonly columns: ReadonlyMap<string, number | null>
}

/** Where a field of a row stands in the workbook; the whole row for null. */
export function placeIn({ sheet, row, columns }: ReadRow, field: string | null): Place {
  return { sheet, row, column: field === null ? null : (columns.get(field) ?? null), field }
}
