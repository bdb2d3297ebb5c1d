import { AlignmentType, type FileChild, Paragraph } from 'docx'
import { balanceText, bridgeKindLabels, type BridgeKind, bridgeKinds } from '#shared/domain/bridgeTable.ts'
import type { BridgeName } from '#shared/contract/bridge.ts'
import { bridgePeriodText, bridgeTitle } from '#shared/labels/bridge.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { bridgeKeys, bridgeNoteLines, bridgeRows, headText, rowValues } from './bridgeTexts.ts'
import type { BridgeValues } from './bridgeValues.ts'
import { landscapeTextWidth, officialDocument, section } from './layout.ts'
import type { BuiltDocument } from './memberRoster.ts'
import { blank, createMissingList } from './missing.ts'
import { bodyParagraph, cleanText, headingParagraph, ordinal, titleParagraph } from './paragraphs.ts'
import { traceLine } from './rosterFrame.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

const unitWidth = 2100

function line(
  text: string,
  { keepNext, before }: { readonly keepNext: boolean; readonly before: number },
): Paragraph {
  return new Paragraph({
    style: styleIds.tableText,
    text: cleanText(text),
    alignment: AlignmentType.LEFT,
    spacing: { before, after: 60 },
    keepNext,
  })
}

const numberText = (value: number): string => (value === 0 ? '—' : String(value))

function numbersTable({ bridge }: BridgeValues, kind: BridgeKind): readonly FileChild[] {
  const keys = bridgeKeys(bridge)
  const widths = shareWidth(
    landscapeTextWidth - unitWidth,
    keys.map(() => 1),
  )
  const rows = bridgeRows(bridge).map(({ label, numbers }) => [
    label,
    ...rowValues(numbers, keys, kind).map(numberText),
  ])
  return [
    headingParagraph(1, `${ordinal(1, bridgeKinds.indexOf(kind) + 1)}${bridgeKindLabels[kind]}`),
    dataTable({
      columns: [
        { header: '单位', width: unitWidth, align: 'left' },
        ...keys.map((key, at) => ({
          header: headText(key, kind),
          width: widths[at] ?? 0,
          align: 'center' as const,
        })),
      ],
      rows: rows.slice(0, -1),
      totalRow: rows.at(-1) ?? null,
      keepTogether: rows.length <= 16,
      keepWithNext: true,
      type: 'dense',
    }),
    line(`平衡：${balanceText(bridge.total, kind)}。`, { keepNext: false, before: 60 }),
  ]
}

const nameColumns = [
  { header: '序号', width: 700, align: 'center' },
  { header: '姓名', width: 1300, align: 'center' },
  { header: '类别', width: 900, align: 'center' },
  { header: '党支部', width: 2900, align: 'left' },
  { header: '增减', width: 2300, align: 'left' },
  { header: '日期', width: 1800, align: 'center' },
  { header: '依据和原因', width: 2856, align: 'left' },
] as const

function nameRow(person: BridgeName, index: number): readonly string[] {
  const { name, personType, organizationName, kindZh, dateZh, doc, reason } = person
  const why = [doc, reason].filter((text) => text !== null && text !== '').join('，')
  const kind = personType === '1' ? '正式' : '预备'
  return [String(index + 1), name, kind, organizationName, kindZh ?? '', dateZh ?? '', why]
}

function namesPart(heading: string, people: readonly BridgeName[], none: string): readonly FileChild[] {
  return [
    headingParagraph(1, heading),
    people.length === 0
      ? bodyParagraph(none)
      : dataTable({
          columns: nameColumns,
          rows: people.map(nameRow),
          totalRow: null,
          keepTogether: false,
          keepWithNext: false,
          type: 'dense',
        }),
  ]
}

function signatures({ compiledOn }: BridgeValues, compiledBy: string): readonly Paragraph[] {
  const lines = [
    `编制单位（盖章）：${compiledBy}`,
    `填报人：${blank}　　　审核人：${blank}　　　填报日期：${formatPartialDate(compiledOn)}`,
  ]
  return lines.map(
    (text, index) =>
      new Paragraph({
        style: styleIds.signature,
        text: cleanText(text),
        indent: { left: 640 },
        keepNext: index < lines.length - 1,
        ...(index === 0 ? { spacing: { before: 400 } } : {}),
      }),
  )
}

/** 党员增减对账单: a table for each kind of person, who moved, what is to be said about it. */
export function buildBridge(values: BridgeValues): BuiltDocument {
  const missing = createMissingList()
  const { bridge, organizationName, moves, fixes, trace } = values
  const compiledBy = missing.fill(values.compiledBy, {
    field: 'compiledBy',
    label: '编制单位',
    place: '落款',
    subject: '',
  })
  const foot = traceLine(trace, 'masked')
  const table: FileChild[] = [
    titleParagraph(`${organizationName}${bridgeTitle}`),
    line(`${bridgePeriodText(bridge)}　　单位：名`, { keepNext: true, before: 0 }),
    ...bridgeKinds.flatMap((kind) => numbersTable(values, kind)),
    headingParagraph(1, `${ordinal(1, bridgeKinds.length + 1)}说明`),
    ...bridgeNoteLines(values).map((text, index) => bodyParagraph(`${ordinal(3, index + 1)}${text}`)),
    ...signatures(values, compiledBy),
  ]
  const names: FileChild[] = [
    titleParagraph('增减人员名单'),
    ...namesPart(`${ordinal(1, 1)}本期增减和转正`, moves, '本期没有增减和转正的人员。'),
    ...(fixes.length === 0 ? [] : namesPart(`${ordinal(1, 2)}冻结以后更正`, fixes, '')),
  ]
  const document = officialDocument({ title: bridgeTitle, subject: organizationName }, [
    section({ orientation: 'landscape', pageNumbers: 'first', foot, children: table }),
    section({ orientation: 'landscape', pageNumbers: 'following', foot, children: names }),
  ])
  return { document, missing: missing.items }
}
