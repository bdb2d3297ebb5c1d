import type { ImportColumn } from '#shared/contract/imports.ts'
import { squeeze } from '#shared/lib/text.ts'
import type { FoundHeader } from './findHeader.ts'
import type { HeaderReader } from './importFields.ts'

export interface MappedColumn {
  readonly index: number
  readonly header: string
  readonly field: string | null
  readonly how: ImportColumn['how']
}

export interface MappingChoices {
  /** From an earlier import with the same header: column name -> field, null for left out. */
  readonly remembered: Readonly<Record<string, string | null>> | null
  /** Of this import: column index -> field, null for left out. */
  readonly manual: Readonly<Record<string, string | null>>
}

/** Names a column for the memory; a second one of the same name gets a number. */
export function columnNames(labels: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return labels.map((label) => {
    const name = squeeze(label)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}#${count}`
  })
}

/** By hand, else as remembered, else by the alias table. Several columns may mean one field. */
export function mapColumns(
  header: FoundHeader,
  read: HeaderReader,
  choices: MappingChoices,
): readonly MappedColumn[] {
  const names = columnNames(header.labels)
  const columns = header.labels.map((label, index) => mapOne(label, index, names[index] ?? '', read, choices))
  const chosen = new Set(
    columns.filter(({ how }) => how === 'manual' || how === 'remembered').map(({ field }) => field),
  )
  const plain = new Set(columns.filter(({ index }) => header.groups[index] === '').map(({ field }) => field))
  return columns.map((column) => {
    if (column.how !== 'alias') return column
    // 姓名 under 家庭成员 is not the member's own name.
    const isOthers = header.groups[column.index] !== '' && plain.has(column.field)
    return chosen.has(column.field) || isOthers ? { ...column, field: null, how: 'none' } : column
  })
}

function mapOne(
  header: string,
  index: number,
  name: string,
  read: HeaderReader,
  { manual, remembered }: MappingChoices,
): MappedColumn {
  const byHand = manual[String(index)]
  if (byHand !== undefined) return { index, header, field: byHand, how: 'manual' }
  const before = remembered !== null && Object.hasOwn(remembered, name) ? remembered[name] : undefined
  if (before !== undefined) return { index, header, field: before, how: 'remembered' }
  const field = read(header)
  return { index, header, field, how: field === null ? 'none' : 'alias' }
}
