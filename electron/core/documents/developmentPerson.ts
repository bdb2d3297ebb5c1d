import type { GuarantorDuty } from '#shared/domain/development/records.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatPartialDate, isPartialDate } from '#shared/lib/dates.ts'
import type { PaperPen } from './developmentPaper.ts'
import { type FormRow, formRow, label, value } from './formTable.ts'

/** The person's facts as papers write them, blanks listed. */
export function personFacts(pen: PaperPen) {
  const { fields } = pen.values.detail
  const coded = (table: 'gender' | 'ethnicity' | 'education', code: string | null) =>
    code === null ? null : (codeName(table, code) ?? null)
  const month = fields.birthDate?.slice(0, 7) ?? ''
  return {
    gender: () => pen.fill(coded('gender', fields.gender), '性别'),
    ethnicity: () => pen.fill(coded('ethnicity', fields.ethnicity), '民族'),
    birth: () => pen.fill(isPartialDate(month) ? formatPartialDate(month) : null, '出生年月'),
    education: () => pen.fill(coded('education', fields.education), '学历'),
    unitDuty: () => pen.fill(fields.unitDuty, '工作单位及职务'),
    nativePlace: () => pen.fill(fields.nativePlace, '籍贯'),
  }
}

/** First line of every form about a person, on six columns. */
export function nameRow(pen: PaperPen, who = '姓名'): FormRow {
  const person = personFacts(pen)
  return formRow([
    label(who),
    value(pen.name),
    label('性别'),
    value(person.gender()),
    label('民族'),
    value(person.ethnicity()),
  ])
}

/** Who the person of a register is, on six columns. */
export function identityRows(pen: PaperPen): readonly FormRow[] {
  const person = personFacts(pen)
  return [
    nameRow(pen),
    formRow([
      label('出生年月'),
      value(person.birth()),
      label('籍贯'),
      value(person.nativePlace()),
      label('学历'),
      value(person.education()),
    ]),
    formRow([
      label('公民身份号码'),
      value(pen.fill(pen.values.idNo, '公民身份号码'), 2),
      label('联系电话'),
      value(pen.fill(pen.values.phone, '联系电话'), 2),
    ]),
    formRow([label('工作单位及职务'), value(person.unitDuty(), 5)]),
  ]
}

/** 王某，男，汉族，1995年3月出生，大学本科学历，某单位职员。 */
export function personSentence(pen: PaperPen): string {
  const person = personFacts(pen)
  return `${pen.name}，${person.gender()}，${person.ethnicity()}，${person.birth()}出生，学历为${person.education()}，工作单位及职务为${person.unitDuty()}。`
}

/** 2026年6月10日至2027年6月9日. */
export function spanText(from: string, to: string): string {
  return `${from}至${to}`
}

/** Those who do it now. */
export function guarantorNames(pen: PaperPen, duty: GuarantorDuty, label: string): string {
  const names = pen.values.detail.guarantors
    .filter((each) => each.duty === duty && each.toOn === null)
    .map(({ name }) => name)
  return pen.fill(names.length === 0 ? null : names.join('、'), label)
}
