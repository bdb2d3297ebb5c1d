import { capitalNumber, capitalYearMonth } from '#shared/lib/capitals.ts'
import { type DateOnly, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { BuiltDocument } from './memberRoster.ts'
import { blank, createMissingList, type MissingList } from './missing.ts'
import { cutLine, letterDocument, letterLine, letterTitle, numberLine } from './transferLetterLayout.ts'

export interface TransferLetterValues {
  readonly letterNo: string | null
  readonly name: string
  readonly gender: '男' | '女' | null
  /** Whole years on the day of the letter. */
  readonly age: number | null
  /** 汉族. */
  readonly ethnicity: string | null
  readonly isFull: boolean | null
  readonly idNo: string | null
  /** 基层党委 that gives and that takes the letter. */
  readonly fromOrg: string | null
  readonly toOrg: string | null
  readonly fromUnit: string | null
  readonly toUnit: string | null
  readonly feePaidTo: PartialDate | null
  readonly validDays: number | null
  readonly issuedOn: DateOnly | null
  readonly phone: string | null
  /** Of the committee that gives it. */
  readonly address: string | null
  readonly officePhone: string | null
  readonly fax: string | null
  readonly postcode: string | null
}

export const transferLetterTitle = '组织关系介绍信'

const formTitle = '中国共产党党员组织关系介绍信'

interface Filled {
  readonly letterNo: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly date: string
}

/** The three parts on one sheet (组通字〔2006〕45号): stub, letter, receipt, all with one number. No red head; seals are set by hand. */
export function buildTransferLetter(values: TransferLetterValues): BuiltDocument {
  const missing = createMissingList()
  const fill = filler(missing, values.name)
  const filled: Filled = {
    letterNo: fill(values.letterNo, '介绍信编号'),
    // What does not hold is left out, as the pen would cross it.
    kind: values.isFull === null ? '（预备/正式）' : values.isFull ? '正式' : '预备',
    from: fill(values.fromUnit ?? values.fromOrg, '由（原所在党支部或单位）'),
    to: fill(values.toUnit ?? values.toOrg, '去（新所在党支部或单位）'),
    date: values.issuedOn === null ? fill(null, '开具日期') : formatPartialDate(values.issuedOn),
  }
  if (values.isFull === null) fill(null, '正式或预备')
  const document = letterDocument(formTitle, [
    ...stub(values, filled),
    cutLine('（加盖骑缝章）'),
    ...letter(values, filled, fill),
    cutLine(''),
    ...receipt(values, filled, fill),
  ])
  return { document, missing: missing.items }
}

type Fill = (value: string | null, label: string) => string

function filler(missing: MissingList, subject: string): Fill {
  return (value, label) => missing.fill(value, { field: label, label, place: '介绍信', subject })
}

function stub({ name }: TransferLetterValues, { letterNo, kind, from, to, date }: Filled) {
  return [
    letterTitle(`${formTitle}存根`),
    numberLine('第一联', letterNo),
    letterLine(`${name}同志系中共${kind}党员，组织关系由${from}转到${to}。`),
    letterLine(date, 'right'),
    letterLine('（贴回执联处）', 'plain'),
  ]
}

function letter(values: TransferLetterValues, { letterNo, kind, from, to, date }: Filled, fill: Fill) {
  const { name, gender, age, ethnicity, idNo, feePaidTo, validDays } = values
  const month = feePaidTo === null ? null : capitalYearMonth(feePaidTo)
  const paid = fill(month, '党费交至')
  const sex = gender ?? '男/女'
  if (gender === null) fill(null, '性别')
  const years = fill(age === null ? null : String(age), '出生日期（年龄）')
  const people = fill(ethnicity === null ? null : ethnicity.replace(/族$/, ''), '民族')
  const days = fill(validDays === null ? null : capitalNumber(validDays), '有效期')
  return [
    letterTitle(formTitle),
    numberLine('第二联', letterNo),
    letterLine(`${fill(values.toOrg, '接收的基层党委')}：`, 'plain'),
    letterLine(
      `${name}同志（${sex}），${years}岁，${people}族，系中共${kind}党员，身份证号码${fill(idNo, '身份证号')}，` +
        `由${from}去${to}，请接转组织关系。该同志党费已交到${paid}。`,
    ),
    letterLine(`（有效期${days}天）`),
    letterLine('（盖章）', 'seal'),
    letterLine(date, 'right'),
    letterLine(`党员联系电话：${fill(values.phone, '党员联系电话')}`, 'plain'),
    letterLine(
      `党员原所在基层党委通讯地址：${fill(values.address, '基层党委通讯地址')}　邮编：${fill(values.postcode, '基层党委邮编')}`,
      'plain',
    ),
    letterLine(
      `联系电话：${fill(values.officePhone, '基层党委联系电话')}　传真：${fill(values.fax, '基层党委传真')}`,
      'plain',
    ),
  ]
}

/** Filled in by the other side, so its blanks are no gaps of the record. */
function receipt({ name, fromOrg }: TransferLetterValues, { letterNo }: Filled, fill: Fill) {
  return [
    letterTitle(`${formTitle}回执`),
    numberLine('第三联', letterNo),
    letterLine(`${fill(fromOrg, '开出的基层党委')}：`, 'plain'),
    letterLine(`${name}同志的党员组织关系已转达我处，特此回复。`),
    letterLine('（盖章）', 'seal'),
    letterLine('年　　月　　日', 'right'),
    letterLine(`经办人：${blank}　　联系电话：${blank}`, 'plain'),
  ]
}
