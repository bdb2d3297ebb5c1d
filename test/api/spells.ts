import { readTables, type Row } from './ledgerCopy.ts'
import type { TestCore } from './testCore.ts'

export interface Spells {
  /** `branch from..to by/left`, oldest first; an open end is empty. */
  readonly stays: readonly string[]
  readonly groups: readonly string[]
  readonly statuses: readonly string[]
  /** 正式党员 from when, of every stay. */
  readonly fullFrom: readonly unknown[]
}

const text = (value: Row[string] | undefined) => (value === undefined || value === null ? '' : String(value))

/** What the file says about one person over time. */
export async function spellsOf({ dataDir }: Pick<TestCore, 'dataDir'>, memberId: string): Promise<Spells> {
  const tables = await readTables(dataDir)
  const names = new Map((tables['organizations'] ?? []).map((row) => [row['id'], text(row['short_name'])]))
  const of = (table: string) =>
    (tables[table] ?? [])
      .filter((row) => row['member_id'] === memberId)
      .toSorted((a, b) => (text(a['from_on']) < text(b['from_on']) ? -1 : 1))
  const span = (row: Row) =>
    `${text(row['from_on']) || '?'}..${row['to_on'] === '' ? '?' : text(row['to_on'])}`
  const name = (id: Row[string] | undefined) => names.get(id ?? '') ?? ''
  return {
    stays: of('memberships').map(
      (row) =>
        `${name(row['organization_id'])} ${span(row)} ${text(row['entered_by'])}/${text(row['left_by'])}`,
    ),
    groups: of('group_spells').map((row) => `${name(row['group_id'])} ${span(row)}`),
    statuses: of('status_spells').map((row) => `${text(row['status'])} ${span(row)}`),
    fullFrom: of('memberships').map((row) => row['full_from']),
  }
}
