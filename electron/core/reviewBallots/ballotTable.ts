import { squeeze } from '#shared/lib/text.ts'

/** A cell as the reader of workbooks gives it. */
export type Cell = null | string | number | { readonly kind: string; readonly text: string }

export interface BallotSheet {
  readonly name: string
  /** From the sheet’s first row. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface BallotBook {
  readonly sheets: readonly BallotSheet[]
}

/** One row: one ballot on one person. Its number (票号) is not even read. */
export interface BallotRow {
  /** Below the header, from 1. */
  readonly place: number
  readonly person: string
  readonly organization: string
  readonly opinion: string
  /** By column of `BallotTable.marks`. */
  readonly marks: readonly string[]
}

export interface BallotTable {
  readonly name: string
  /** Headers of the columns that are marked. */
  readonly marks: readonly string[]
  readonly rows: readonly BallotRow[]
}

const people: ReadonlySet<string> = new Set([
  '述职人',
  '述职人姓名',
  '述职对象',
  '被测评人',
  '测评对象',
  '姓名',
])
const organizations: ReadonlySet<string> = new Set([
  '述职单位',
  '单位',
  '党组织',
  '所在党组织',
  '所在单位',
  '述职人单位',
])
const opinions: ReadonlySet<string> = new Set(['意见建议', '意见和建议', '意见与建议', '意见、建议', '意见'])
/** What could tell ballots apart is dropped as it is read (REV-06). */
const numbers: ReadonlySet<string> = new Set([
  '票号',
  '票编号',
  '测评票号',
  '序号',
  '编号',
  '填票人',
  '测评人',
  '填写时间',
  '提交时间',
  '时间',
])

const searchedRows = 20

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return cell.kind === 'unread' ? '公式没有结果' : cell.text
}

/** Where the header stands; -1 in a sheet without one. */
function headerOf({ rows }: BallotSheet): number {
  return rows
    .slice(0, searchedRows)
    .findIndex((row) => row.some((cell) => people.has(squeeze(textOf(cell)))) && row.length > 1)
}

/** Null for a sheet that holds no ballots. */
export function ballotTable(sheet: BallotSheet): BallotTable | null {
  const header = headerOf(sheet)
  if (header < 0) return null
  const labels = (sheet.rows[header] ?? []).map((cell) => textOf(cell).trim())
  const at = (names: ReadonlySet<string>) => labels.findIndex((label) => names.has(squeeze(label)))
  const [person, organization, opinion] = [at(people), at(organizations), at(opinions)]
  const marks = labels.flatMap((label, index) => {
    const isOther = [person, organization, opinion].includes(index) || numbers.has(squeeze(label))
    return label === '' || isOther ? [] : [index]
  })
  const rows = sheet.rows.slice(header + 1).flatMap((row, index) => {
    const of = (column: number) => textOf(row[column]).trim()
    const read: BallotRow = {
      place: index + 1,
      person: of(person),
      organization: of(organization),
      opinion: of(opinion),
      marks: marks.map(of),
    }
    const isBlank = [read.person, read.organization, read.opinion, ...read.marks].every((text) => text === '')
    return isBlank ? [] : [read]
  })
  return { name: sheet.name, marks: marks.map((index) => labels[index] ?? ''), rows }
}
