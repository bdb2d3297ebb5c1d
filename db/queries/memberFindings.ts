import type { FindingSubject, FindingTotal } from '#shared/contract/findings.ts'
import type { MemberFinding } from '#shared/contract/members.ts'
import type { Finding, Severity } from '#shared/domain/finding.ts'
import { maskFreeText } from '#shared/domain/memberMasks.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { findingOverrides } from '../schema/findings.ts'
import { andInScope, andMemberInScope } from './scope.ts'

/** As the caller may be shown them: sentences and reasons quote what people wrote. */
export function listMemberFindings(db: ReadDb, memberId: string): readonly MemberFinding[] {
  const mine = andMemberInScope(db, 'f.member_id')
  const rows = db.sql.all<MemberFinding>(
    `select f.code, f.severity, f.message, f.basis, f.field, o.reason as overriddenReason
     from member_findings f
     left join finding_overrides o on o.subject = 'member' and o.subject_id = f.member_id and o.code = f.code
     where f.member_id = @memberId${mine.sql}
     order by case f.severity when 'block' then 0 when 'red' then 1 when 'orange' then 2 when 'yellow' then 3 else 4 end, f.code`,
    { memberId, ...mine.params },
  )
  return rows.map((row) => ({
    ...row,
    message: maskFreeText(row.message, db),
    overriddenReason: row.overriddenReason === null ? null : maskFreeText(row.overriddenReason, db),
  }))
}

/** Of these members, by member; as they are stored. */
export function findingsOf(
  db: ReadDb,
  memberIds: readonly string[],
): ReadonlyMap<string, readonly Finding[]> {
  const mine = andMemberInScope(db, 'member_id')
  const rows = db.sql.all<Finding & { readonly memberId: string }>(
    `select member_id as memberId, code, severity, message, basis, field from member_findings
     where member_id in (select value from json_each(@ids))${mine.sql} order by member_id, code`,
    { ids: JSON.stringify(memberIds), ...mine.params },
  )
  return Map.groupBy(rows, (row) => row.memberId)
}

export interface FindingMark {
  readonly memberId: string
  readonly count: number
  readonly worst: Severity
}

/** For each of these members with findings nobody has answered for: how many and the worst. */
export function markFindings(db: ReadDb, memberIds: readonly string[]): readonly FindingMark[] {
  const mine = andMemberInScope(db, 'member_id')
  return db.sql.all<FindingMark>(
    `select member_id as memberId, count(*) as count,
       case min(case severity when 'block' then 0 when 'red' then 1 when 'orange' then 2 when 'yellow' then 3 else 4 end)
         when 0 then 'block' when 1 then 'red' when 2 then 'orange' when 3 then 'yellow' else 'blue' end as worst
     from member_findings f
     where member_id in (select value from json_each(@ids))
       and not exists (select 1 from finding_overrides o where o.subject = 'member' and o.subject_id = f.member_id and o.code = f.code)${mine.sql}
     group by member_id`,
    { ids: JSON.stringify(memberIds), ...mine.params },
  )
}

export function memberFindingTotals(db: ReadDb): readonly FindingTotal[] {
  const mine = andInScope(db, 'm.organization_id')
  return db.sql.all<FindingTotal>(
    `select 'member' as subject, f.code, f.severity, count(*) as count
     from member_findings f join members m on m.id = f.member_id
     where m.deleted_at is null
       and not exists (select 1 from finding_overrides o where o.subject = 'member' and o.subject_id = f.member_id and o.code = f.code)${mine.sql}
     group by f.code, f.severity
     order by case f.severity when 'block' then 0 when 'red' then 1 when 'orange' then 2 when 'yellow' then 3 else 4 end, f.code`,
    mine.params,
  )
}

export function listOverrides(
  db: ReadDb,
  subject: FindingSubject,
): readonly { readonly subjectId: string; readonly code: string; readonly reason: string }[] {
  const mine = {
    member: () => andMemberInScope(db, 'subject_id'),
    organization: () => andInScope(db, 'subject_id'),
    enterprise: () => andInScope(db, '(select organization_id from enterprises where id = subject_id)'),
    developmentFile: () =>
      andInScope(db, '(select organization_id from development_files where id = subject_id)'),
  }[subject]()
  return db.sql.all(
    `select subject_id as subjectId, code, reason from finding_overrides where subject = @subject${mine.sql} order by subject_id, code`,
    { subject, ...mine.params },
  )
}

/** False when the finding has an answer already: somebody else's reason is not written over. */
export function addOverride(db: WriteDb, override: typeof findingOverrides.$inferInsert): boolean {
  return db.orm.insert(findingOverrides).values(override).onConflictDoNothing().run().changes === 1
}

export function deleteOverride(
  db: WriteDb,
  target: { readonly subject: string; readonly subjectId: string; readonly code: string },
): void {
  db.sql.run(
    'delete from finding_overrides where subject = @subject and subject_id = @subjectId and code = @code',
    target,
  )
}

const refreshedKey = 'findings.refreshedOn'

/** The day the findings were last rebuilt; rules look at the date, so they are rebuilt once a day. */
export function findingsRefreshedOn(db: ReadDb): string | undefined {
  return db.sql.get<{ value: string }>('select value from database_facts where key = @key', {
    key: refreshedKey,
  })?.value
}

export function setFindingsRefreshedOn(db: WriteDb, today: string): void {
  db.sql.run(
    'insert into database_facts (key, value) values (@key, @today) on conflict (key) do update set value = @today',
    { key: refreshedKey, today },
  )
}
