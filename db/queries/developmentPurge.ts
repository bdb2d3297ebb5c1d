import type { WriteDb } from '../database.ts'
import { forgetOverrides } from './overridesPurge.ts'

/** What follows from files of 发展党员, and the reasons written for their findings. Call within `audit.purging()`. */
export function purgeBesideDevelopment(db: WriteDb, fileIds: readonly string[]): void {
  const params = { ids: JSON.stringify(fileIds) }
  const these = 'in (select value from json_each(@ids))'
  forgetOverrides(db, 'developmentFile', fileIds)
  db.sql.run(`delete from development_status where file_id ${these}`, params)
  db.sql.run(`delete from development_findings where file_id ${these}`, params)
}
