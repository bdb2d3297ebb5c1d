import { AlignmentType, LineRuleType, Paragraph } from 'docx'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { blank } from './missing.ts'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import type { StyleId } from './styles.ts'
import type { ExportTrace, MemberRosterValues } from './values.ts'

export const rosterTitle = '党员花名册'

function coverLine(style: StyleId, text: string, before: number): Paragraph {
  return new Paragraph({ style, text: cleanText(text), alignment: AlignmentType.CENTER, spacing: { before } })
}

export function rosterCover(values: MemberRosterValues, compiledBy: string): readonly Paragraph[] {
  return [
    coverLine(styleIds.coverText, values.organizationName, 1700),
    coverLine(styleIds.coverTitle, rosterTitle, 500),
    coverLine(styleIds.coverText, `（截至${formatPartialDate(values.asOf)}）`, 400),
    coverLine(styleIds.signature, `编制单位：${compiledBy}`, 4600),
    coverLine(styleIds.signature, `编制日期：${formatPartialDate(values.compiledOn)}`, 0),
  ]
}

/** The line between the title and the table. */
export function rosterCaption({
  organizationName,
  asOf,
}: Pick<MemberRosterValues, 'organizationName' | 'asOf'>): Paragraph {
  return new Paragraph({
    style: styleIds.tableText,
    text: cleanText(`填报单位：${organizationName}　　截至日期：${formatPartialDate(asOf)}`),
    alignment: AlignmentType.LEFT,
    spacing: { after: 60 },
    keepNext: true,
  })
}

/** Names are signed by hand, so their blanks are no gaps of the record. */
export function rosterSignatures(
  { compiledOn }: Pick<MemberRosterValues, 'compiledOn'>,
  compiledBy: string,
): readonly Paragraph[] {
  const lines = [
    `编制单位（盖章）：${compiledBy}`,
    `填报人：${blank}　　　审核人：${blank}`,
    `填报日期：${formatPartialDate(compiledOn)}`,
  ]
  return lines.map(
    (text, index) =>
      new Paragraph({
        style: styleIds.signature,
        text: cleanText(text),
        indent: { left: 640 },
        keepNext: index < lines.length - 1,
        ...(index === 0 ? { spacing: { before: 579 } } : {}),
      }),
  )
}

/** Carries the section's end below a table that fills its page: a full line would go to a blank page. */
export function sectionEnd(): Paragraph {
  return new Paragraph({
    style: styleIds.denseText,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
  })
}

/** Every page with personal data says at its foot who took it out and when. */
export function traceLine(trace: ExportTrace | null, privacy: MemberRosterValues['privacy']): string | null {
  if (trace === null) return null
  const care = privacy === 'full' ? '　含个人信息，注意保管' : ''
  return cleanText(`导出账号：${trace.account}　导出时间：${trace.at}${care}`)
}
