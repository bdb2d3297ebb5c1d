import { AlignmentType, Paragraph } from 'docx'
import { capitalNumber, capitalYearMonth } from '#shared/lib/capitals.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { officialDocument, section } from './layout.ts'
import type { BuiltDocument } from './memberRoster.ts'
import { createMissingList } from './missing.ts'
import { bodyParagraph, cleanText, titleParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import type { TransferLetterValues } from './transferLetter.ts'

export interface CertificateValues extends Pick<
  TransferLetterValues,
  'name' | 'gender' | 'age' | 'ethnicity' | 'isFull' | 'idNo' | 'phone' | 'officePhone'
> {
  /** The branch that keeps the 组织关系. */
  readonly branch: string | null
  /** Whom it is shown to. */
  readonly toOrg: string | null
  readonly reason: string | null
  /** Up to six (TRF-06). */
  readonly months: number
  /** From this month on. */
  readonly from: DateOnly
  readonly until: DateOnly
  readonly issuedOn: DateOnly
}

export const certificateTitle = '中国共产党党员证明信'

/** 党员证明信: for who is away for up to six months and whose 组织关系 stays where it is. The words follow usual practice（待核）. */
export function buildCertificate(values: CertificateValues): BuiltDocument {
  const missing = createMissingList()
  const fill = (value: string | null, label: string) =>
    missing.fill(value, { field: label, label, place: '证明信', subject: values.name })
  const { gender, age, ethnicity, isFull, months, from, until } = values
  const kind = isFull === null ? fill(null, '正式或预备') : isFull ? '正式' : '预备'
  const people = fill(ethnicity === null ? null : ethnicity.replace(/族$/, ''), '民族')
  const person =
    `兹有${values.name}同志，${fill(gender, '性别')}，${fill(age === null ? null : String(age), '出生日期（年龄）')}岁，` +
    `${people}族，系中共${kind}党员，身份证号码${fill(values.idNo, '身份证号')}，` +
    `组织关系在${fill(values.branch, '所在党支部')}。`
  const stay =
    `因${fill(values.reason, '外出原因')}，自${capitalYearMonth(from) ?? ''}至${capitalYearMonth(until) ?? ''}` +
    `（${capitalNumber(months)}个月）到你处，请允许其参加党组织的有关活动。` +
    '该同志的正式组织关系不转移，党费交纳和党员权利的行使仍在原党支部。'
  const children = [
    titleParagraph(certificateTitle),
    new Paragraph({
      style: styleIds.body,
      indent: { firstLine: 0 },
      text: cleanText(`${fill(values.toOrg, '持往的党组织')}：`),
    }),
    bodyParagraph(person),
    bodyParagraph(stay),
    bodyParagraph(`（有效期${capitalNumber(months)}个月）`),
    right('（盖章）', 1920),
    right(formatPartialDate(values.issuedOn), 1280),
    bodyParagraph(`党员联系电话：${fill(values.phone, '党员联系电话')}`),
    bodyParagraph(`开具单位联系电话：${fill(values.officePhone, '基层党委联系电话')}`),
  ]
  const page = section({ orientation: 'portrait', pageNumbers: 'none', foot: null, children })
  return {
    document: officialDocument({ title: certificateTitle, subject: '' }, [page]),
    missing: missing.items,
  }
}

/** Four characters from the right for the date, the seal's place above it. */
function right(text: string, indent: number): Paragraph {
  return new Paragraph({
    style: styleIds.body,
    alignment: AlignmentType.RIGHT,
    indent: { firstLine: 0, right: indent },
    spacing: { before: 290 },
    text,
  })
}
