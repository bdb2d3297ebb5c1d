import type { ReadDb, WriteDb } from '#db/database.ts'
import {
  type StoredBatch,
  type StoredBatchRow,
  countLivingUnder,
  getBatch,
  listBatchRows,
  listOrganizationsByIds,
  markWithdrawn,
  trashOrganization,
} from '#db/queries/imports.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { type StoredOrganization, updateOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { WithdrawCheck } from '#shared/contract/imports.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import type { IdSource } from '../ports.ts'
import { type WriteMoment, changeMember, moveToTrash } from '../records/memberStore.ts'
import { renewTreeOrder } from '../records/organizationStore.ts'
import { recordHistory } from './commitOrganizations.ts'
import { withdrawnReason } from './rosterSnapshot.ts'

type Edited = WithdrawCheck['edited'][number]

interface MemberStep {
  readonly row: StoredBatchRow
  readonly current: StoredMember
}

interface OrganizationStep {
  readonly row: StoredBatchRow
  readonly current: StoredOrganization
}

/** Everything a withdrawal rests on, read once. */
interface Withdrawal {
  readonly batch: StoredBatch
  readonly members: readonly MemberStep[]
  readonly organizations: readonly OrganizationStep[]
  readonly edited: readonly Edited[]
}

function beforeOf<T>({ before }: StoredBatchRow): Partial<T> {
  const fields: Partial<T> = before === null ? {} : JSON.parse(before)
  return fields
}

function memberProblem(
  { row, current }: MemberStep,
  places: ReadonlyMap<string, StoredOrganization>,
): string | null {
  if (current.deletedAt !== null) return '已移入回收站'
  if (current.version !== row.versionAfter) return '导入之后又修改过'
  const { organizationId } = beforeOf<MemberRecord>(row)
  const place = organizationId === undefined ? undefined : places.get(organizationId)
  const isGone =
    organizationId !== undefined && (place === undefined || place.deletedAt !== null || isEnded(place))
  return isGone ? '原来的党支部已撤销，放不回去' : null
}

/** A roster import's own branches simply stay when they are in use; an organisations import is refused. */
function organizationProblem(
  db: ReadDb,
  { row, current }: OrganizationStep,
  made: ReadonlySet<string>,
  batch: StoredBatch,
): string | null {
  if (batch.kind === 'roster') return null
  if (current.deletedAt !== null) return '已不在党组织中'
  if (current.version !== row.versionAfter) return '导入之后又修改过'
  if (row.action === 'changed') return null
  return foreignUnder(db, current.id, made) > 0 ? '下面已有党员或别的党组织' : null
}

/** Living members and organisations under one, the batch's own organisations not counted. */
function foreignUnder(db: ReadDb, id: string, made: ReadonlySet<string>): number {
  const own = listOrganizationsByIds(db, [...made]).filter(
    ({ parentId, deletedAt }) => parentId === id && deletedAt === null,
  )
  return countLivingUnder(db, id) - own.length
}

function read(db: ReadDb, batchId: string): Withdrawal {
  const batch = getBatch(db, batchId)
  if (batch === undefined)
    throw new AppError('NOT_FOUND', 'no such batch', { messageZh: '找不到这个导入批次' })
  if (batch.withdrawnAt !== null) {
    throw new AppError('CONFLICT', 'batch is withdrawn', { messageZh: '这个导入批次已经撤回过了' })
  }
  const rows = listBatchRows(db, batchId)
  const ofMembers = rows.filter(({ subject }) => subject === 'member')
  const ofOrganizations = rows.filter(({ subject }) => subject === 'organization')
  const membersById = new Map(
    getMembers(
      db,
      ofMembers.map(({ subjectId }) => subjectId),
    ).map((member) => [member.id, member]),
  )
  const organizationsById = new Map(
    listOrganizationsByIds(
      db,
      ofOrganizations.map(({ subjectId }) => subjectId),
    ).map((each) => [each.id, each]),
  )
  const members = ofMembers.flatMap((row) => {
    const current = membersById.get(row.subjectId)
    return current === undefined ? [] : [{ row, current }]
  })
  const organizations = ofOrganizations.flatMap((row) => {
    const current = organizationsById.get(row.subjectId)
    return current === undefined ? [] : [{ row, current }]
  })
  return { batch, members, organizations, edited: editedSince(db, batch, members, organizations) }
}

function editedSince(
  db: ReadDb,
  batch: StoredBatch,
  members: readonly MemberStep[],
  organizations: readonly OrganizationStep[],
): readonly Edited[] {
  const wanted = members.flatMap(({ row }) => beforeOf<MemberRecord>(row).organizationId ?? [])
  const places = new Map(listOrganizationsByIds(db, [...new Set(wanted)]).map((each) => [each.id, each]))
  const made = new Set(organizations.flatMap(({ row }) => (row.action === 'new' ? [row.subjectId] : [])))
  return [
    ...members.flatMap((step) => {
      const reason = memberProblem(step, places)
      return reason === null ? [] : [{ id: step.current.id, name: step.current.name, reason }]
    }),
    ...organizations.flatMap((step) => {
      const reason = organizationProblem(db, step, made, batch)
      return reason === null ? [] : [{ id: step.current.id, name: step.current.shortName, reason }]
    }),
  ]
}

function counts({ batch, members, organizations }: Withdrawal) {
  const rows = batch.kind === 'roster' ? members : organizations
  const added = rows.filter(({ row }) => row.action === 'new').length
  return { added, changed: rows.length - added }
}

/** What withdrawing would do, and what stands in its way. */
export function checkWithdraw(db: ReadDb, batchId: string): WithdrawCheck {
  const withdrawal = read(db, batchId)
  return { edited: withdrawal.edited, ...counts(withdrawal) }
}

function refuseEdited(edited: readonly Edited[]): void {
  if (edited.length === 0) return
  const some = edited
    .slice(0, 5)
    .map(({ name, reason }) => `“${name}”${reason}`)
    .join('，')
  const more = edited.length > 5 ? `等 ${edited.length} 处` : ''
  throw new AppError('CONFLICT', 'edited since the import', {
    messageZh: `不能整批撤回：${some}${more}。请先逐个处理这些记录，其余的可以在花名册中单独改正`,
  })
}

function putBackMember(tx: WriteDb, { row, current }: MemberStep, moment: WriteMoment): void {
  if (row.action === 'new')
    moveToTrash(tx, { id: current.id, version: current.version }, withdrawnReason, moment)
  else changeMember(tx, current, beforeOf<MemberRecord>(row), moment)
}

function putBackOrganization(
  tx: WriteDb,
  { row, current }: OrganizationStep,
  ids: IdSource,
  moment: WriteMoment,
): void {
  if (row.action === 'changed') {
    const set = beforeOf<StoredOrganization>(row)
    updateOrganization(tx, { id: current.id, version: current.version, set, at: moment.at })
    recordHistory(tx, current, { ...current, ...set }, { ids, moment })
    return
  }
  const isUntouched = current.deletedAt === null && current.version === row.versionAfter
  if (isUntouched && countLivingUnder(tx, current.id) === 0)
    trashOrganization(tx, current.id, current.version, moment.at)
}

/** All of the batch or nothing of it. Throws CONFLICT with the records somebody has edited since. */
export function withdrawBatch(
  tx: WriteDb,
  batchId: string,
  moment: WriteMoment,
  ids: IdSource,
): { readonly added: number; readonly changed: number } {
  const withdrawal = read(tx, batchId)
  refuseEdited(withdrawal.edited)
  for (const step of withdrawal.members) putBackMember(tx, step, moment)
  // Children were made after their parents.
  for (const step of withdrawal.organizations.toReversed()) putBackOrganization(tx, step, ids, moment)
  if (withdrawal.organizations.length > 0) renewTreeOrder(tx)
  markWithdrawn(tx, batchId, moment.at)
  return counts(withdrawal)
}
