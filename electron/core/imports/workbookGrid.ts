/** A cell that is more than its text or number. */
export interface SpecialCell {
  /** `date` texts are ISO, as exact as the cell's format shows; `unread` is a formula without a stored result. */
  readonly kind: 'text' | 'number' | 'date' | 'error' | 'unread'
  readonly text: string
  readonly isFormula: boolean
  /** Of a date whose format shows the time of day too: 14:30. */
  readonly time?: string
}

/** Text and numbers exactly as stored; null for an empty cell. */
export type GridCell = null | string | number | SpecialCell

export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface GridSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly hiddenRows: number
  readonly hiddenColumns: number
  /** Rows from the sheet's first; empty ones are `[]`, cells after the last filled one are left out. */
  readonly rows: readonly (readonly GridCell[])[]
  readonly merges: readonly Merge[]
}

/** What the worker hands over: plain values only, so that it can be cloned. */
export interface WorkbookGrid {
  readonly sheets: readonly GridSheet[]
  readonly date1904: boolean
}

export function cellText(cell: GridCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? String(cell) : cell.text
}

export function isBlank(cell: GridCell | undefined): boolean {
  return cell === null || cell === undefined || (cellText(cell).trim() === '' && !isUnread(cell))
}

function isUnread(cell: GridCell): boolean {
  return cell !== null && typeof cell === 'object' && cell.kind === 'unread'
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetter(index: number): string {
  const head = Math.floor(index / 26)
  return (head === 0 ? '' : columnLetter(head - 1)) + String.fromCharCode(65 + (index % 26))
}

/** Cells of the longest row; never by spreading, which overflows the stack on long sheets. */
export function widthOf(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}
