import type { Role } from '#shared/contract/rights.ts'
import type { ReadDb } from '../database.ts'

/** Whether the log knows of a change of this account from the role or to it. */
export function everHadRole(db: Pick<ReadDb, 'sql'>, accountId: string, role: Role): boolean {
  const found = db.sql.get<{ readonly id: number }>(
    `select id from audit_changes
     where record_id = @accountId and kind = 'account'
       and @role in (json_extract(diff, '$.role[0]'), json_extract(diff, '$.role[1]')) limit 1`,
    { accountId, role },
  )
  return found !== undefined
}
