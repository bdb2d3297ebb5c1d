import { squeeze, stripSpaces } from '#shared/lib/text.ts'
import type { HeaderReader, TableKind } from './importFields.ts'
import { type GridSheet, cellText, widthOf } from './workbookGrid.ts'

export interface FoundHeader {
  /** Index of the last header row: the first person may stand right below it. */
  readonly row: number
  readonly firstRow: number
  /** Header text of each column, as written (spaces trimmed); a two-row header's parts joined. */
  readonly labels: readonly string[]
  /** The merged heading above a column of a two-row header; empty where there is none. */
  readonly groups: readonly string[]
  /** False when no known column names were found and the row is only the likeliest one. */
  readonly isKnown: boolean
}

const searchedRows = 40

/** Texts of the first rows, a merged area's text in all of its cells. */
function headTexts(sheet: GridSheet): string[][] {
  const texts = sheet.rows.slice(0, searchedRows).map((row) => row.map((cell) => cellText(cell).trim()))
  const width = widthOf(texts)
  for (const { top, left, bottom, right } of sheet.merges) {
    if (top >= texts.length || left >= width) continue
    const text = texts[top]?.[left] ?? ''
    for (let row = top; row <= Math.min(bottom, texts.length - 1); row += 1) {
      for (let column = left; column <= Math.min(right, width - 1); column += 1)
        fill(texts, row, column, text)
    }
  }
  return texts
}

function fill(texts: string[][], row: number, column: number, text: string): void {
  const target = texts[row]
  if (target === undefined) return
  while (target.length < column) target.push('')
  target[column] = text
}

interface Candidate extends Omit<FoundHeader, 'isKnown'> {
  readonly score: number
}

function scoreOf(labels: readonly string[], kind: TableKind, read: HeaderReader): number {
  const fields = new Set(labels.map(read).filter((field) => field !== null))
  const identities = kind.identity.filter((field) => fields.has(field)).length
  const others = fields.size - identities
  return identities === 0 || fields.size < 2 || (identities === 1 && others < 1)
    ? 0
    : fields.size + identities * 3
}

function single(row: number, texts: readonly string[]): Omit<Candidate, 'score'> {
  return { row, firstRow: row, labels: texts, groups: texts.map(() => '') }
}

/** Sub-header alone, group alone, or both joined (入党 over 时间), whichever is a known name. */
function joined(top: string, bottom: string, read: HeaderReader): string {
  if (bottom === '' || top === bottom) return top
  if (top === '' || read(bottom) !== null) return bottom
  return read(top + bottom) === null ? bottom : top + bottom
}

/** Null unless the rows belong together: a title above a header has no column of its own. */
function pair(
  row: number,
  upper: readonly string[],
  lower: readonly string[],
  read: HeaderReader,
): Omit<Candidate, 'score'> | null {
  const width = Math.max(upper.length, lower.length)
  const columns = Array.from({ length: width }, (_, at) => ({
    top: upper[at] ?? '',
    bottom: lower[at] ?? '',
  }))
  const isShared = columns.some(({ top, bottom }) => {
    if (top === '') return false
    return top === bottom || read(bottom === '' ? top : top + bottom) !== null
  })
  if (!isShared) return null
  return {
    row: row + 1,
    firstRow: row,
    labels: columns.map(({ top, bottom }) => joined(top, bottom, read)),
    groups: columns.map(({ top, bottom }) => (top === bottom || bottom === '' ? '' : top)),
  }
}

/** A row of names rather than of values: the fallback where no column name is known. */
function likeliest(texts: readonly (readonly string[])[]): Omit<FoundHeader, 'isKnown'> | null {
  const width = (row: readonly string[]) =>
    new Set(row.filter((text) => text !== '' && !/\d/.test(text))).size
  const best = Math.max(0, ...texts.map(width))
  const at = texts.findIndex((row) => width(row) === best)
  const row = texts[at]
  return row === undefined || best < 2 ? null : single(at, row)
}

/** The header among the first rows: titles stand above it, and it may take two rows. Null for a sheet without a table. */
export function findHeader(sheet: GridSheet, kind: TableKind, read: HeaderReader): FoundHeader | null {
  const texts = headTexts(sheet)
  let best: Candidate | null = null
  for (const [row, upper] of texts.entries()) {
    const lower = texts[row + 1]
    for (const candidate of [
      single(row, upper),
      lower === undefined ? null : pair(row, upper, lower, read),
    ]) {
      if (candidate === null) continue
      const score = scoreOf(candidate.labels, kind, read)
      if (score > (best?.score ?? 0)) best = { ...candidate, score }
    }
  }
  const width = widthOf(sheet.rows)
  const found = best ?? likeliest(texts)
  if (found === null) return null
  const pad = (labels: readonly string[]) =>
    Array.from({ length: width }, (_, column) => labels[column] ?? '')
  const { row, firstRow } = found
  return { row, firstRow, labels: pad(found.labels), groups: pad(found.groups), isKnown: best !== null }
}

/** Texts above the header: titles, 填报单位. */
export function titleTexts(sheet: GridSheet, header: FoundHeader): readonly string[] {
  return sheet.rows
    .slice(0, header.firstRow)
    .flatMap((row) => row.map((cell) => cellText(cell).trim()).filter((text) => text !== ''))
}

/** What a remembered mapping is found by: the header's words in their order, however they are spaced. */
export function headerWords(header: FoundHeader): string {
  return header.labels.map((label) => squeeze(stripSpaces(label))).join('|')
}
