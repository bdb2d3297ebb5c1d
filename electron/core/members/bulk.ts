import type { Database, ReadDb } from '#db/database.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import { issueTextZh } from '#shared/contract/issueText.ts'
import { bulkFields, type BulkPreviewRow, memberInput, type MemberRecord } from '#shared/contract/members.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { defined } from '#shared/lib/defined.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { maskNumbers } from '#shared/lib/idNumber.ts'
import type { Ports } from '../ports.ts'
import { maskedMember } from '../records/maskedMember.ts'
import { changedFields, changeMember, staleMember } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { recordProblems } from './commands.ts'
import { notFound } from './queries.ts'

interface BulkChange {
  readonly field: MemberField
  readonly value?: unknown
}

/** The change as fields of a record. */
function fieldsOf({ field, value }: BulkChange): Partial<MemberRecord> {
  if (!bulkFields.includes(field))
    throw new AppError('VALIDATION_FAILED', `${field} is not for bulk change`, {
      fields: { field: `“${memberFields[field].label}”认定一个人，只能逐人修改` },
    })
  const parsed = memberInput.partial().safeParse({ [field]: value ?? null }, { error: issueTextZh })
  if (!parsed.success)
    throw new AppError('VALIDATION_FAILED', `invalid ${field}`, {
      fields: { value: parsed.error.issues[0]?.message ?? '取值不对' },
    })
  return defined<MemberRecord>(parsed.data)
}

/** What the change changes in one record. Another branch leaves the group, which belongs to the old one. */
function changesIn(before: MemberRecord, fields: Partial<MemberRecord>): Partial<MemberRecord> {
  const changes = changedFields(before, fields)
  return changes.organizationId === undefined || before.groupId === null
    ? changes
    : { ...changes, groupId: null }
}

export function previewBulk(
  db: ReadDb,
  ids: readonly string[],
  change: BulkChange,
  ports: Ports,
): readonly BulkPreviewRow[] {
  const fields = fieldsOf(change)
  const names = organizationNames(db)
  const moment = momentOf(ports)
  return getMembers(db, ids).map((member) => {
    const before = recordOf(member)
    const changes = changesIn(before, fields)
    const after: MemberRecord = { ...before, ...changes }
    const text = (record: MemberRecord) =>
      maskNumbers(
        fieldText(change.field, maskedMember(record, db)[change.field], (id) => names.get(id) ?? ''),
      )
    const isSame = Object.keys(changes).length === 0
    return {
      id: member.id,
      version: member.version,
      name: member.name,
      organizationName: names.get(member.organizationId) ?? '',
      old: text(before),
      new: text(after),
      refused:
        member.deletedAt !== null
          ? '已在回收站'
          : isSame
            ? '已是此值，不必修改'
            : problemOf(db, before, after, member, moment),
    }
  })
}

/** A problem the record already had is no reason against this change. */
function problemOf(
  db: ReadDb,
  before: MemberRecord,
  after: MemberRecord,
  member: StoredMember,
  moment: ReturnType<typeof momentOf>,
): string | null {
  const old = recordProblems(db, before, member.id, moment)
  const added = Object.entries(recordProblems(db, after, member.id, moment)).find(
    ([field]) => !(field in old),
  )
  return added?.[1] ?? null
}

export function applyBulk(
  db: Database,
  members: readonly { readonly id: string; readonly version: number }[],
  change: BulkChange,
  ports: Ports,
): number {
  const fields = fieldsOf(change)
  const stored = new Map(
    getMembers(
      db.read,
      members.map((m) => m.id),
    ).map((member) => [member.id, member]),
  )
  const moment = momentOf(ports)
  return db.write((tx) => {
    let changed = 0
    for (const { id, version } of members) {
      const current = stored.get(id)
      if (!current) throw notFound()
      if (current.version !== version) throw staleMember()
      const before = recordOf(current)
      const changes = changesIn(before, fields)
      if (Object.keys(changes).length === 0) continue
      changed += 1
      const problem = problemOf(tx, before, { ...before, ...changes }, current, moment)
      if (problem !== null)
        throw new AppError('VALIDATION_FAILED', 'one member refuses the change', {
          messageZh: `“${current.name}”不能这样修改：${problem}。全部没有修改`,
        })
      changeMember(tx, current, changes, moment)
    }
    return changed
  })
}
