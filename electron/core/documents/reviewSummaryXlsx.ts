import type { SchemeScores, ScoreRow } from '#shared/contract/reviewRows.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { type SheetCell, type TableSheet, writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import type { Frame } from './ledgerExport.ts'
import type { BuiltWorkbook } from './memberRosterXlsx.ts'
import { createMissingList, type MissingList } from './missing.ts'
import { inOrder, remarksOf, summaryNotes, summaryTitle, type SummaryValues } from './reviewSummary.ts'
import { gradeText, handed, pending } from './reviewWords.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { traceLine } from './rosterFrame.ts'

const look = { hasBorder: true, isWrapped: true, align: 'center' } as const
const head = { ...look, isBold: true, fill: '#F2F2F2' } as const
const missingFill = '#FFF2CC'

const text = (value: string, more: Partial<SheetCell> = {}): SheetCell => ({
  ...look,
  ...more,
  type: 'text',
  value,
})

/** A number to count with, or 待测评. */
const score = (hundredths: number | null): SheetCell =>
  hundredths === null
    ? text(pending)
    : { type: 'number', value: hundredths / 100, hasCents: true, hasBorder: true, align: 'center' }

const place = ({ rank }: ScoreRow, isOwn: boolean): SheetCell =>
  rank === null || !isOwn ? text('') : { type: 'number', value: rank, hasBorder: true, align: 'center' }

function filled(row: ScoreRow, cell: ReturnType<typeof remarksOf>, missing: MissingList): SheetCell {
  if (typeof cell === 'string') return text(cell, { align: 'left' })
  if ('text' in cell) return text(cell.text)
  missing.fill(null, { field: cell.lacks, label: cell.lacks, place: '', subject: row.name })
  return text('', { fill: missingFill })
}

function sheetOf(
  { schemeName, scheme, rows }: SchemeScores,
  values: SummaryValues,
  frame: Frame,
  missing: MissingList,
): TableSheet {
  const { components } = scheme
  const heads = [
    '名次',
    '并列',
    '姓名',
    '职务',
    '所在党组织',
    ...components.map(({ name, weight }) => `${handed(name)}（${pointsText(weight)}%）`),
    '综合分',
    '建议等次',
    '定等结果',
    '说明',
  ]
  const span = heads.length
  const title = `${frame.organizationName}${summaryTitle(values.year)}`
  const trace = traceLine(frame.trace, 'masked')
  return {
    name: handed(schemeName),
    rows: [
      [{ type: 'text', value: title, isBold: true, fontSize: 16, isWrapped: true, span }],
      [{ type: 'text', value: `截至${formatPartialDate(frame.asOf)}`, span }],
      heads.map((value) => ({ ...head, type: 'text', value })),
      ...inOrder(values, rows).map((row) => [
        place(row, values.isOwn),
        text(row.isTied && values.isOwn ? '并列' : ''),
        text(handed(row.name)),
        filled(row, row.duty === null ? { lacks: '职务', of: row.name } : handed(row.duty), missing),
        text(row.organizationName, { align: 'left' }),
        ...components.map(({ id }) =>
          score(row.components.find(({ componentId }) => componentId === id)?.hundredths ?? null),
        ),
        score(row.hundredths),
        text(gradeText(scheme, row.suggested)),
        text(gradeText(scheme, row.grade)),
        filled(row, remarksOf(row), missing),
      ]),
    ],
    columns: [6, 6, 10, 14, 22, ...components.map(() => 12), 10, 10, 10, 40].map((width) => ({ width })),
    frozenRows: 3,
    frozenColumns: 0,
    repeatRows: [3, 3],
    isLandscape: true,
    ...(trace === null ? {} : { foot: trace }),
  }
}

function notesSheet(values: SummaryValues): TableSheet {
  return {
    name: '计分说明',
    rows: [
      [{ type: 'text', value: '计分说明', isBold: true, fontSize: 16 }],
      ...summaryNotes(values).map((value, n): readonly SheetCell[] => [
        { type: 'text', value: `${n + 1}.${value}`, isWrapped: true },
      ]),
    ],
    columns: [{ width: 100 }],
    frozenRows: 0,
    frozenColumns: 0,
    repeatRows: null,
    isLandscape: true,
  }
}

/** The same as a workbook: scores as numbers, a sheet a scheme, and how they came about. */
export async function summaryXlsx(values: SummaryValues, frame: Frame): Promise<BuiltWorkbook> {
  const missing = createMissingList()
  const sheets = values.schemes.map((scheme) => sheetOf(scheme, values, frame, missing))
  return { bytes: await writeTableXlsx([...sheets, notesSheet(values)]), missing: missing.items }
}
