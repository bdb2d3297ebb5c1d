import type { Database, SqlValue } from '#db/database.ts'
import { getChange } from '#db/queries/history.ts'
import { clearDiff } from '#db/queries/auditDiffs.ts'
import { rowsOf } from '#db/queries/undoRows.ts'
import { AppError } from '#shared/contract/errors.ts'
import { issueTextZh } from '#shared/contract/issueText.ts'
import { memberInput, type MemberRecord } from '#shared/contract/members.ts'
import { type OrganizationFields, organizationInput } from '#shared/contract/organizations.ts'
import { isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import { defined } from '#shared/lib/defined.ts'
import type { Ports } from '../ports.ts'
import { columnText } from '../records/recordKindTexts.ts'
import { isLiving } from '../records/undoPlan.ts'

interface Edit<T> {
  readonly id: string
  readonly version: number
  readonly fields: Partial<T>
}

/** The same commands the forms use, with all their checks; given by `createCore`, for slices do not know each other. */
export interface Editors {
  readonly member: (db: Database, edit: Edit<MemberRecord>, ports: Ports) => void
  readonly organization: (db: Database, edit: Edit<OrganizationFields>, ports: Ports) => void
}

interface Wanted {
  readonly changeId: number
  readonly field: string
  readonly version: number
}

/** Puts the value a field had before this change back, as an edit. Throws what the edit throws, STALE_WRITE among it. */
export function putBack(
  db: Database,
  editors: Editors,
  { changeId, field, version }: Wanted,
  ports: Ports,
): void {
  const change = getChange(db.read, changeId)
  const found =
    change && Object.entries(clearDiff(change)).find(([column]) => isColumnOf(change.kind, column, field))
  if (!change || !found || change.action !== 'changed') throw nothingThere()
  const { kind, recordId: id } = change
  const [column, [old]] = found
  const known = columnText(kind, column)
  if (known?.canPutBack !== true)
    throw new AppError('UNSUPPORTED', `${field} is not put back alone`, {
      messageZh: `“${known?.label ?? field}”不能单独放回，请撤销整次操作`,
    })
  const now = rowsOf(db.read, kind, [id]).get(id) ?? null
  if (isLiving(now) && now.version === version && (now[column] ?? null) === old)
    throw new AppError('CONFLICT', 'same value', { messageZh: `“${known.label}”现在就是这个值，不需要放回` })
  if (kind === 'member') editors.member(db, { id, version, fields: memberValue(field, old) }, ports)
  else editors.organization(db, { id, version, fields: organizationValue(field, old) }, ports)
}

function isColumnOf(kind: Parameters<typeof columnText>[0], column: string, field: string): boolean {
  return columnText(kind, column)?.field === field
}

function nothingThere(): AppError {
  return new AppError('NOT_FOUND', 'no such change of this field', {
    messageZh: '找不到这一项的原值，请刷新修改历史后重试',
  })
}

function memberValue(field: string, old: SqlValue): Partial<MemberRecord> {
  if (!isMemberField(field)) throw nothingThere()
  const { kind } = memberFields[field]
  const listed = old === null ? [] : String(old).split(',')
  const value = kind.type === 'boolean' ? flagOf(old) : kind.type === 'codes' ? listed : old
  // A group belongs to its branch: whoever leaves the one leaves the other.
  const moved = field === 'organizationId' ? { groupId: null } : {}
  const parsed = memberInput.partial().safeParse({ [field]: value, ...moved }, { error: issueTextZh })
  if (!parsed.success) throw noLongerValid(field, parsed.error.issues[0]?.message)
  return defined<MemberRecord>(parsed.data)
}

function organizationValue(field: string, old: SqlValue): Partial<OrganizationFields> {
  const isFlag = field === 'hasApprovalRight' || field === 'isWeak'
  const listed = old === null ? [] : String(old).split('\n')
  const value = isFlag ? flagOf(old) : field === 'jointUnits' ? listed : old
  const parsed = organizationInput.partial().safeParse({ [field]: value }, { error: issueTextZh })
  if (!parsed.success) throw noLongerValid(field, parsed.error.issues[0]?.message)
  return defined<OrganizationFields>(parsed.data)
}

const flagOf = (value: SqlValue) => (value === null ? null : value === 1)

function noLongerValid(field: string, message: string | undefined): AppError {
  return new AppError('VALIDATION_FAILED', `old value of ${field} is not accepted now`, {
    fields: { [field]: message ?? '原来的值现在不能再用' },
  })
}
