import type { FindingSubject } from '#shared/contract/findings.ts'
import type { WriteDb } from '../database.ts'
import { shownDiff } from './auditDiffs.ts'

/** Reasons written for a record's findings may quote its numbers; those withdrawn long ago are in the log alone. Call within `audit.purging()`. */
export function forgetOverrides(db: WriteDb, subject: FindingSubject, ids: readonly string[]): void {
  if (ids.length === 0) return
  db.sql.run(
    'delete from finding_overrides where subject = @subject and subject_id in (select value from json_each(@ids))',
    { subject, ids: JSON.stringify(ids) },
  )
  const wanted = new Set(ids)
  const kind = 'findingOverride'
  const gone = db.sql.all<{
    readonly recordId: string
    readonly name: string | null
    readonly organizationId: string | null
    readonly diff: string | null
  }>(
    `select record_id as recordId, name, organization_id as organizationId, diff from audit_changes
     where kind = @kind and action = 'removed' and secret is not null order by id`,
    { kind },
  )
  for (const { diff, ...record } of gone) {
    const was = shownDiff({ diff })
    const of = was['subject_id']?.[0]
    if (was['subject']?.[0] === subject && typeof of === 'string' && wanted.has(of))
      db.audit.purged({ kind, ...record })
  }
}
