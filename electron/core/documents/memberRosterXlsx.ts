import { formatPartialDate } from '#shared/lib/dates.ts'
import { createMissingList } from './missing.ts'
import type { MissingItem, MissingList } from './missing.ts'
import { cellContent, columnLabel, columnShape, gapItem, isOwnGap } from './rosterColumns.ts'
import { rosterTitle, traceLine } from './rosterFrame.ts'
import { countPeople, describeCounts, noPeople, shownStatistics } from './rosterNotes.ts'
import { writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import type { SheetCell, TableSheet } from '../spreadsheets/tableXlsx.ts'
import { legibleWidth } from '../spreadsheets/xlsxPrint.ts'
import type { MemberRosterValues, RosterColumnKey, RosterGroup, RosterPerson, StatTable } from './values.ts'

type Row = readonly (SheetCell | null)[]

const head = { isBold: true, isWrapped: true, hasBorder: true, align: 'center', fill: '#F2F2F2' } as const
const missingFill = '#FFF2CC'

function text(value: string, look: Omit<SheetCell, 'type' | 'value'> = {}): SheetCell {
  return { type: 'text', value, ...look }
}

function headings(labels: readonly string[]): Row {
  return labels.map((label) => text(label, head))
}

function title(value: string, span: number): Row {
  return [text(value, { isBold: true, fontSize: 16, isWrapped: true, span })]
}

interface Place {
  readonly organizationName: string
  /** Running number over the whole sheet, from 0. */
  readonly index: number
}

function personCell(
  key: RosterColumnKey,
  person: RosterPerson,
  { organizationName, index }: Place,
  { columns, privacy }: MemberRosterValues,
  missing: MissingList,
): SheetCell {
  const look = { align: columnShape(key).align, hasBorder: true, isWrapped: true } as const
  if (key === 'sequence') return { type: 'number', value: index + 1, ...look }
  const content = cellContent(key, person, index, privacy)
  if (content.state === 'text') return text(content.text, look)
  if (content.state !== 'missing') return text('', look)
  // A sheet is read back and counted: a gap stays an empty cell, in colour.
  if (isOwnGap(key, columns)) missing.fill(null, gapItem(key, person, index, organizationName))
  return text('', { ...look, fill: missingFill })
}

function peopleRows(values: MemberRosterValues, missing: MissingList): readonly Row[] {
  let index = 0
  const rowOf = (person: RosterPerson, organizationName: string): Row => {
    const place = { organizationName, index: index++ }
    return values.columns.map((key) => personCell(key, person, place, values, missing))
  }
  return values.groups.flatMap(({ organizationName, people }) =>
    people.map((person) => rowOf(person, organizationName)),
  )
}

/** After the people, so that these stay one block to sort. */
function emptyRows(groups: readonly RosterGroup[]): readonly string[] {
  if (countPeople(groups).total === 0 && groups.length <= 1) return [noPeople]
  return groups
    .filter(({ people }) => people.length === 0)
    .map((group) => `${group.organizationName}：${noPeople}`)
}

/** Characters; a sheet has room for what the paper must wrap. */
function sheetWidth(key: RosterColumnKey): number {
  const { width, grow } = columnShape(key)
  const head = columnLabel(key).length * 2 + 1
  return Math.max(head, Math.round(width / 100) + (grow === 0 ? 1 : grow * 5))
}

function frozenColumns(keys: readonly RosterColumnKey[]): number {
  const nameAt = keys.indexOf('name')
  return nameAt === -1 || nameAt > 2 ? 0 : nameAt + 1
}

function rosterSheet(values: MemberRosterValues, missing: MissingList): TableSheet {
  const { columns: keys, organizationName, asOf, groups, trace, privacy } = values
  const columns = keys.map((key) => ({ width: sheetWidth(key) }))
  const frozen = frozenColumns(keys)
  const isOnePageWide = columns.reduce((sum, { width }) => sum + width, 0) <= legibleWidth.landscape
  // Frozen columns are printed on every page across: a line that began in them would come again, cut off.
  const before = isOnePageWide ? 0 : frozen
  const span = keys.length - before
  const line = (cells: Row): Row => [...Array.from({ length: before }, () => null), ...cells]
  const counts = describeCounts(countPeople(groups))
  const traced = traceLine(trace, privacy)
  return {
    name: rosterTitle,
    rows: [
      line(title(`${organizationName}${rosterTitle}`, span)),
      line([text(`截至${formatPartialDate(asOf)}　${counts}`, { span })]),
      headings(keys.map(columnLabel)),
      ...peopleRows(values, missing),
      ...emptyRows(groups).map((empty) => line([text(empty, { span })])),
      ...(traced === null ? [] : [line([text(traced, { span })])]),
    ],
    columns,
    frozenRows: 3,
    frozenColumns: frozen,
    repeatRows: [3, 3],
    isLandscape: true,
  }
}

function statRows({ title: caption, columns, rows, total }: StatTable): readonly Row[] {
  const cell = (value: string | number, isBold: boolean): SheetCell => {
    const look = { hasBorder: true, isWrapped: true, align: 'center', isBold } as const
    return typeof value === 'number' ? { type: 'number', value, ...look } : text(value, look)
  }
  return [
    [text(caption, { isBold: true })],
    headings(columns),
    ...rows.map(({ label, values }) => [label, ...values].map((value) => cell(value, false))),
    ...(total === null ? [] : [[total.label, ...total.values].map((value) => cell(value, true))]),
    [],
  ]
}

function statSheet(
  statistics: readonly StatTable[],
  { organizationName, asOf }: MemberRosterValues,
): TableSheet {
  const width = Math.max(2, ...statistics.map((table) => table.columns.length))
  return {
    name: '分类统计',
    rows: [
      title(`${organizationName}党员分类统计`, width),
      [text(`截至${formatPartialDate(asOf)}`, { span: width })],
      ...statistics.flatMap(statRows),
    ],
    columns: Array.from({ length: width }, (_, index) => ({ width: index === 0 ? 24 : 14 })),
    frozenRows: 0,
    frozenColumns: 0,
    repeatRows: null,
    isLandscape: false,
  }
}

function missingSheet(items: readonly MissingItem[]): TableSheet {
  return {
    name: '缺项清单',
    rows: [
      headings(['党组织', '姓名', '所缺项目']),
      ...items.map(({ place, subject, label }) =>
        [place, subject, label].map((value) => text(value, { hasBorder: true, isWrapped: true })),
      ),
    ],
    columns: [{ width: 40 }, { width: 24 }, { width: 20 }],
    frozenRows: 1,
    frozenColumns: 0,
    repeatRows: [1, 1],
    isLandscape: false,
  }
}

export interface BuiltWorkbook {
  readonly bytes: Uint8Array
  readonly missing: readonly MissingItem[]
}

/** The same roster as a workbook: people in one flat list that can be sorted and read back in. */
export async function memberRosterXlsx(values: MemberRosterValues): Promise<BuiltWorkbook> {
  const missing = createMissingList()
  const roster = rosterSheet(values, missing)
  const tables = shownStatistics(values)
  const sheets = [
    roster,
    ...(tables.length === 0 ? [] : [statSheet(tables, values)]),
    ...(missing.items.length === 0 ? [] : [missingSheet(missing.items)]),
  ]
  const foot = traceLine(values.trace, values.privacy)
  const traced = foot === null ? sheets : sheets.map((sheet) => ({ ...sheet, foot }))
  return { bytes: await writeTableXlsx(traced), missing: missing.items }
}
