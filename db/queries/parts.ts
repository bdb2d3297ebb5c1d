import { auditedTables } from '../audit/auditedTables.ts'
import type { ReadDb } from '../database.ts'

export interface ForeignKey {
  readonly child: string
  readonly column: string
  readonly parent: string
}

/** Foreign keys of a table. */
export function foreignKeysOf(db: ReadDb, table: string): readonly ForeignKey[] {
  return db.sql.all<ForeignKey>(
    `select @table as child, "from" as "column", "table" as parent from pragma_foreign_key_list(@table) order by id`,
    { table },
  )
}

/**
 * Whether the rows of a table are parts of what this key points at, and go where that goes. What speaks of a person, or of another
 * record, and of a branch is not the branch's: a stay belongs to whoever stayed.
 */
export function isPart({ child, parent }: ForeignKey, all: readonly ForeignKey[]): boolean {
  if (auditedTables[child]?.undoInsert !== 'delete') return false
  return parent !== 'organizations' || all.every((other) => other.parent === 'organizations')
}
