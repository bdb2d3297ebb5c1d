import type { ImportFinding, ImportKind, ImportSheet } from '#shared/contract/imports.ts'
import { maskAddress, maskIdNo, maskMobile, maskNumbers } from '#shared/lib/idNumber.ts'
import { squeeze } from '#shared/lib/text.ts'
import { type FoundHeader, findHeader, headerWords, titleTexts } from './findHeader.ts'
import {
  type HeaderReader,
  type TableKind,
  headerReader,
  sequenceHeaders,
  tableKinds,
} from './importFields.ts'
import { type MappedColumn, mapColumns } from './mapColumns.ts'
import { type SkippedRow, type TableRow, readTable } from './readTable.ts'
import { finding, quote } from './rowFindings.ts'
import { type GridSheet, type WorkbookGrid, cellText, columnLetter, isBlank } from './workbookGrid.ts'

export interface SheetChoices {
  /** Sheet name -> column index -> field or null. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly skipSheets: readonly string[]
  /** What earlier imports remember of a header; null for nothing. */
  remembered(words: string): Readonly<Record<string, string | null>> | null
}

export interface ReadSheet {
  readonly grid: GridSheet
  readonly name: string
  readonly header: FoundHeader | null
  readonly columns: readonly MappedColumn[]
  readonly rows: readonly TableRow[]
  readonly rowCount: number
  readonly titles: readonly string[]
  readonly skipped: string | null
  readonly findings: readonly ImportFinding[]
}

function skippedSheet(grid: GridSheet, name: string, why: string): ReadSheet {
  return {
    grid,
    name,
    header: null,
    columns: [],
    rows: [],
    rowCount: 0,
    titles: [],
    skipped: why,
    findings: [],
  }
}

function readSheet(
  grid: GridSheet,
  { name, fileName }: { readonly name: string; readonly fileName: string },
  kind: TableKind,
  read: HeaderReader,
  choices: SheetChoices,
): ReadSheet {
  if (choices.skipSheets.includes(name)) return skippedSheet(grid, name, '按您的选择不读')
  if (grid.rows.every((row) => row.every(isBlank))) return skippedSheet(grid, name, '空表')
  const header = findHeader(grid, kind, read)
  if (header === null) return skippedSheet(grid, name, kind.noTableZh)
  const manual = Object.hasOwn(choices.columns, name) ? (choices.columns[name] ?? {}) : {}
  const columns = mapColumns(header, read, { manual, remembered: choices.remembered(headerWords(header)) })
  const isUsable = kind.identity.some((field) => columns.some((column) => column.field === field))
  if (!isUsable) return { ...skippedSheet(grid, name, kind.noTableZh), header, columns }
  const whyNot = kind.whyNot?.(columns, [fileName, name, ...titleTexts(grid, header)]) ?? null
  if (whyNot !== null) return { ...skippedSheet(grid, name, whyNot), header, columns }
  const table = readTable(grid, header, columns, kind)
  const findings = [
    ...hiddenFindings(grid, name),
    ...columnFindings(grid, name, columns, table.rows, kind),
    ...skippedFindings(name, table.skipped),
  ]
  return {
    grid,
    name,
    header,
    columns,
    rows: table.rows,
    rowCount: table.rows.length,
    titles: titleTexts(grid, header),
    skipped: null,
    findings,
  }
}

/** Beside a roster with ID numbers, a sheet without them is a list about it (缺项清单, 联系名单), not more people. */
function withoutListsAbout(sheets: readonly ReadSheet[]): readonly ReadSheet[] {
  const hasIdNo = ({ skipped, columns }: ReadSheet) =>
    skipped === null && columns.some(({ field }) => field === 'idNo')
  if (!sheets.some(hasIdNo)) return sheets
  return sheets.map((sheet) =>
    sheet.skipped !== null || hasIdNo(sheet)
      ? sheet
      : {
          ...skippedSheet(sheet.grid, sheet.name, '没有身份证号一列，而别的工作表有，按名册的附表不读'),
          header: sheet.header,
          columns: sheet.columns,
        },
  )
}

function hiddenFindings(grid: GridSheet, name: string): readonly ImportFinding[] {
  const place = { sheet: name, row: null, column: null, field: null }
  const parts = [
    grid.isHidden ? '工作表是隐藏的' : '',
    grid.hiddenRows > 0 ? `有 ${grid.hiddenRows} 行被隐藏或筛掉` : '',
    grid.hiddenColumns > 0 ? `有 ${grid.hiddenColumns} 列被隐藏` : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? []
    : [finding(place, 'HIDDEN_READ', 'blue', `${parts.join('，')}，也一并读取，请确认要导入`)]
}

function columnFindings(
  grid: GridSheet,
  name: string,
  columns: readonly MappedColumn[],
  rows: readonly TableRow[],
  kind: TableKind,
): readonly ImportFinding[] {
  const holdsData = (index: number) => rows.some(({ row }) => !isBlank(grid.rows[row - 1]?.[index]))
  const taken = new Set<string>()
  return columns.flatMap(({ index, header, field, how }) => {
    const place = { sheet: name, row: null, column: index, field }
    if (field !== null) {
      if (!taken.has(field)) {
        taken.add(field)
        return []
      }
      return holdsData(index)
        ? [
            finding(
              place,
              'COLUMN_DUPLICATE',
              'blue',
              `${quote(header)}与前面的列含义相同，只在前面的列为空时采用`,
            ),
          ]
        : []
    }
    if (how !== 'none' || sequenceHeaders.has(squeeze(header)) || !holdsData(index)) return []
    return [finding(place, 'COLUMN_UNKNOWN', 'blue', unknownColumnZh(header, index, kind))]
  })
}

function unknownColumnZh(header: string, index: number, kind: TableKind): string {
  if (kind.computed.has(squeeze(header))) return `${quote(header)}由程序计算，不从表中导入`
  if (header === '') return `${columnLetter(index)} 列有内容但没有表头，没有导入；需要时请手工指定含义`
  return `不认识表头${quote(header)}，这一列没有导入；需要时请手工指定含义`
}

const mostListed = 20

/** Rows that are passed over are said, so that nothing vanishes in silence; filled-down empty lines in one sentence. */
function skippedFindings(name: string, skipped: readonly SkippedRow[]): readonly ImportFinding[] {
  const empty = skipped.filter(({ why }) => why === '只有序号或支部、没有人')
  const others = skipped.filter(({ why }) => why !== '只有序号或支部、没有人')
  const say = (row: number | null, message: string) =>
    finding({ sheet: name, row, column: null, field: null }, 'ROW_SKIPPED', 'blue', message)
  const rest = others.length - mostListed
  return [
    ...others.slice(0, mostListed).map(({ row, why }) => say(row, `第 ${row} 行是${why}，不计入`)),
    ...(rest > 0 ? [say(null, `另有 ${rest} 行表头、合计或说明，不计入`)] : []),
    ...(empty.length > 0
      ? [
          say(
            empty[0]?.row ?? null,
            `有 ${empty.length} 行只填了序号或支部、没有人（从第 ${empty[0]?.row ?? 0} 行起），不计入`,
          ),
        ]
      : []),
  ]
}

/** Every sheet with its table found and its columns mapped. */
export function readSheets(
  book: WorkbookGrid,
  fileName: string,
  kind: ImportKind,
  choices: SheetChoices,
): readonly ReadSheet[] {
  const read = headerReader(tableKinds[kind])
  const base = fileName.replace(/\.[^.]*$/, '').slice(0, 60)
  const sheets = book.sheets.map((grid) =>
    readSheet(
      grid,
      { name: grid.name === '' ? base : grid.name.slice(0, 64), fileName: base },
      tableKinds[kind],
      read,
      choices,
    ),
  )
  return tableKinds[kind].isOfPeople ? withoutListsAbout(sheets) : sheets
}

function sampleText(text: string, isSensitive: boolean): string {
  const plain = text.trim()
  if (/^\D?\d{14,}[\dXx]?$/.test(plain)) return maskIdNo(plain)
  if (/^1\d{10}$/.test(plain)) return maskMobile(plain)
  if (isSensitive) return maskAddress(plain)
  const shown = Array.from(maskNumbers(plain))
  return shown.length > 30 ? `${shown.slice(0, 30).join('')}…` : shown.join('')
}

function samplesOf(sheet: ReadSheet, index: number, isSensitive: boolean): readonly string[] {
  const from = (sheet.header?.row ?? -1) + 1
  const samples: string[] = []
  for (const row of sheet.grid.rows.slice(from, from + 200)) {
    if (!isBlank(row[index])) samples.push(sampleText(cellText(row[index]), isSensitive))
    if (samples.length === 3) break
  }
  return samples
}

/** The sheet as the wizard shows it. */
export function describeSheet(sheet: ReadSheet, kind: ImportKind): ImportSheet {
  const sensitive = new Set(
    tableKinds[kind].fields.filter(({ isSensitive }) => isSensitive).map(({ key }) => key),
  )
  return {
    name: sheet.name,
    headerRow: sheet.header === null ? null : sheet.header.row + 1,
    rows: sheet.rowCount,
    skipped: sheet.skipped,
    columns: sheet.columns
      .map(({ index, header, field, how }) => ({
        index,
        letter: columnLetter(index),
        header: maskNumbers(header),
        field,
        how,
        samples: samplesOf(sheet, index, field !== null && sensitive.has(field)),
      }))
      .filter(({ header, samples }) => header !== '' || samples.length > 0),
  }
}

/** Field -> header text, the first column of each field. */
export function columnHeaders(sheet: ReadSheet): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const { field, header } of sheet.columns) if (field !== null) headers[field] ??= maskNumbers(header)
  return headers
}
