import { type CellObject, type WorkBook, type WorkSheet, read, set_cptable } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel'
import { toGridCell } from './cellValues.ts'
import { decodeText, findDelimiter, parseCsv } from './csvText.ts'
import { damaged, fileLimits, refuse, tooLarge } from './fileLimits.ts'
import { callsOut } from './formulas.ts'
import { sniff } from './sniff.ts'
import { type GridCell, type GridSheet, type Merge, type WorkbookGrid, columnLetter } from './workbookGrid.ts'
import { checkXls, refuseByRecords } from './xlsParts.ts'
import { cleanXlsx } from './xlsxParts.ts'

/** Reads a workbook nobody vouches for. Throws AppError with a Chinese sentence; runs in the worker. */
export function readWorkbook(bytes: Uint8Array): WorkbookGrid {
  if (bytes.length > fileLimits.fileBytes) {
    throw tooLarge(
      'file over the limit',
      `文件超过 ${fileLimits.fileBytes / 1024 / 1024} MB，请分成几个文件导入`,
    )
  }
  const format = sniff(bytes)
  if (format === 'text') return readCsv(bytes)
  if (format === 'zip') return readSheets(parse(cleanXlsx(bytes)))
  if (format === 'compound') checkXls(bytes)
  else refuseByRecords(bytes)
  return readSheets(parse(bytes))
}

function readCsv(bytes: Uint8Array): WorkbookGrid {
  const text = decodeText(bytes)
  const named = /^sep=([,;\t])\r?\n/.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const rows = parseCsv(body, named?.[1] ?? findDelimiter(body))
  checkSize([{ name: '', rows }])
  const sheet = {
    name: '',
    isHidden: false,
    hiddenRows: 0,
    hiddenColumns: 0,
    rows: rows.map(trimEnd),
    merges: [],
  }
  return { sheets: [sheet], date1904: false }
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    set_cptable(codepages)
    return read(bytes, {
      type: 'array',
      dense: true,
      cellText: false,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
      cellFormula: true,
      nodim: true,
    })
  } catch {
    throw damaged('the parser gave up')
  }
}

function readSheets(book: WorkBook): WorkbookGrid {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets: GridSheet[] = []
  book.SheetNames.forEach((name, index) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    if (sheet === undefined || sheet['!type'] === 'chart') return
    sheets.push(readSheet(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, sheet, date1904))
  })
  if (sheets.length === 0) throw damaged('no sheet')
  checkSize(sheets)
  return { sheets, date1904 }
}

function readSheet(name: string, isHidden: boolean, sheet: WorkSheet, date1904: boolean): GridSheet {
  const data: CellObject[][] = sheet['!data'] ?? []
  const rows: (readonly GridCell[])[] = []
  data.forEach((cells, index) => {
    const row = readRow(name, cells, index, date1904)
    // The parser's cells are ten times as heavy as what is kept of them.
    data[index] = []
    if (row.length === 0) return
    if (index >= fileLimits.rows) throw tooManyRows(name)
    rows[index] = row
  })
  return {
    name,
    isHidden,
    hiddenRows: (sheet['!rows'] ?? []).filter((row) => row?.hidden === true).length,
    hiddenColumns: (sheet['!cols'] ?? []).filter((column) => column?.hidden === true).length,
    rows: Array.from(rows, (row) => row ?? []),
    merges: readMerges(sheet),
  }
}

function readRow(
  sheetName: string,
  cells: readonly (CellObject | undefined)[],
  rowIndex: number,
  date1904: boolean,
): readonly GridCell[] {
  const row: GridCell[] = []
  cells.forEach((cell, column) => {
    if (cell === undefined) return
    if (cell.f !== undefined && callsOut(cell.f)) {
      const place = `${sheetName}!${columnLetter(column)}${rowIndex + 1}`
      throw refuse(
        'a formula calls out',
        `单元格 ${place} 的公式会访问外部文件、程序或网络，为安全起见未读取。请把它改为数值后再导入`,
      )
    }
    const value = toGridCell(cell, date1904)
    if (value === null) return
    if (column >= fileLimits.columns) throw tooManyColumns(sheetName, column, rowIndex)
    while (row.length < column) row.push(null)
    row.push(value)
  })
  return row
}

function readMerges(sheet: WorkSheet): readonly Merge[] {
  const merges = sheet['!merges'] ?? []
  if (merges.length > fileLimits.merges)
    throw tooLarge('too many merges', '合并单元格太多，请取消合并后再导入')
  return merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
}

function trimEnd(row: readonly GridCell[]): readonly GridCell[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
}

function checkSize(sheets: readonly Pick<GridSheet, 'name' | 'rows'>[]): void {
  let cells = 0
  for (const { name, rows } of sheets) {
    for (const [index, row] of rows.entries()) {
      if (row.length > fileLimits.columns) throw tooManyColumns(name, row.length - 1, index)
      cells += row.length
    }
  }
  if (cells > fileLimits.cells) throw tooLarge('too many cells', '单元格太多，请分成几个文件导入')
}

function tooManyRows(name: string) {
  return tooLarge(
    'too many rows',
    `工作表“${name}”超过 ${fileLimits.rows} 行，请删去多余的行或分成几个文件导入`,
  )
}

function tooManyColumns(name: string, column: number, row: number) {
  const place = `${name === '' ? '' : `工作表“${name}”`}${columnLetter(column)}${row + 1}`
  return tooLarge(
    'too many columns',
    `${place} 还有内容，超过 ${fileLimits.columns} 列，请删去多余的列再导入`,
  )
}
