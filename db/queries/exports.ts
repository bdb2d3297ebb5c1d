import type { WriteDb } from '../database.ts'
import { documentExports } from '../schema/exports.ts'

export function insertExport(db: WriteDb, entry: typeof documentExports.$inferInsert): void {
  db.orm.insert(documentExports).values(entry).run()
}
