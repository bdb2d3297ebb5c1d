import type { ReadDb } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isLetterNoTaken, openIncomingOf, openOutgoing, type StoredTransfer } from '#db/queries/transfers.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { TransferFields } from '#shared/contract/transfers.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { transferStatusLabels } from '#shared/labels/transfers.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { TransferDirection } from '#shared/domain/transferStates.ts'

export function stale(): AppError {
  return new AppError('STALE_WRITE', 'transfer changed since it was read', {
    messageZh: '这条转接记录刚被修改过，您看到的不是最新的。请刷新核对后再办理',
  })
}

export function refuse(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0)
    throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

export function conflict(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}

/** Only what contradicts itself; whatever else is odd becomes a finding. */
export function fieldProblems(
  db: ReadDb,
  fields: TransferFields,
  subject: {
    readonly direction: TransferDirection
    readonly id: string | null
    readonly memberId: string | null
    readonly today: DateOnly
  },
): FieldErrors {
  const problems: Record<string, string> = {}
  const { direction, id, memberId, today } = subject
  const branch = getOrganization(db, fields.organizationId)
  if (branch?.type !== 'ZB' || branch.deletedAt !== null)
    problems.organizationId = '组织关系只能在党支部，请重新选择'
  else if (isEnded(branch) && id === null)
    problems.organizationId = `“${branch.shortName}”已撤销或合并，请选择现有党支部`
  if (fields.issuedOn !== null && fields.issuedOn > today) problems.issuedOn = '开具日期不能晚于今天'
  if (direction === 'out' && fields.letterNo !== null && isLetterNoTaken(db, fields.letterNo, id))
    problems.letterNo = `编号 ${fields.letterNo} 已用于另一份介绍信（作废的也占编号），请换一个`
  return { ...problems, ...personProblems(db, fields, { direction, memberId, id }) }
}

function personProblems(
  db: ReadDb,
  { mode, personType, idNo }: TransferFields,
  {
    direction,
    memberId,
    id,
  }: Pick<StoredTransfer, 'memberId'> & {
    readonly direction: TransferDirection
    readonly id: string | null
  },
): FieldErrors {
  const isActivist = mode === 'materials'
  if (isActivist && memberId !== null)
    return { mode: '党员转接用介绍信或全国系统；“材料移交”只用于入党积极分子' }
  if (isActivist !== (personType === '3') && memberId === null)
    return isActivist
      ? { personType: '材料移交只用于入党积极分子，请选择“入党积极分子”' }
      : { personType: '入党积极分子不是党员，不开组织关系介绍信，请改选“材料移交”' }
  if (direction === 'out' && memberId === null && !isActivist)
    return { personName: '转出的党员请从花名册选择' }
  const other = direction === 'in' && idNo !== null ? openIncomingOf(db, idNo, id) : undefined
  return other ? { idNo: '这个身份证号已有一条未办结的转入，请到那条记录办理' } : {}
}

/** Whether there is a 组织关系 to transfer. Throws CONFLICT with the reason. */
export function checkCounted(member: StoredMember): void {
  if (member.deletedAt !== null) throw conflict('member in the trash', `“${member.name}”在回收站，请先恢复`)
  if (!isCountedStatus(member.partyStatus))
    throw conflict(
      'member is not counted',
      `“${member.name}”的党籍状态为“${codeName('partyStatus', member.partyStatus) ?? ''}”，没有可转出的组织关系`,
    )
}

/** Whether a member may begin to leave. Throws CONFLICT with the reason. */
export function checkLeaving(db: ReadDb, member: StoredMember): void {
  checkCounted(member)
  if (openOutgoing(db, [member.id]).has(member.id))
    throw conflict('already leaving', `“${member.name}”已有一条未办结的转出，请到那条记录办理`)
}

/** Days of the steps in their order, none in the future. */
export function dayProblems(
  day: DateOnly | null,
  field: string,
  {
    issuedOn,
    receivedOn,
    today,
  }: Pick<StoredTransfer, 'issuedOn' | 'receivedOn'> & { readonly today: DateOnly },
): FieldErrors {
  if (day === null) return {}
  if (day > today) return { [field]: '日期不能晚于今天' }
  if (issuedOn !== null && day < issuedOn) return { [field]: '日期不能早于开具介绍信的日期' }
  if (receivedOn !== null && day < receivedOn) return { [field]: '日期不能早于接收日期' }
  return {}
}

export function wrongStep({ status }: StoredTransfer, what: string): AppError {
  return conflict(
    'step not possible',
    `这条转接现在是“${transferStatusLabels[status]}”，不能${what}。请刷新后核对`,
  )
}
