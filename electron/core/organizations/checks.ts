import type { ReadDb } from '#db/database.ts'
import { listMembersIn } from '#db/queries/members.ts'
import { listAnyOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'
import { isInScope, scopeRoot } from '#db/queries/scope.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { isEnded, mayStandUnder, type OrganizationType } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import { kindOf } from '../records/organizationKind.ts'

export interface Change {
  readonly id: string
  readonly version: number
  readonly happenedOn: DateOnly
  readonly docNo: string | null
  readonly reason: string
}

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such organization', {
    messageZh: '找不到这个党组织，可能已随导入撤回',
  })
}

export function refuse(detail: string, fields: FieldErrors): AppError {
  return new AppError('VALIDATION_FAILED', detail, { fields })
}

export function stale(): AppError {
  return new AppError('STALE_WRITE', 'organization changed since it was read', {
    messageZh: '该党组织的资料刚被修改过，请刷新后重新填写',
  })
}

/** The standing of the organisation an account is tied to is decided above it. */
export function refuseOwnRoot(db: ReadDb, id: string): void {
  if (scopeRoot(db) === id)
    throw new AppError('FORBIDDEN', 'root of the scope', {
      messageZh: '本组织自身的设立、隶属和撤销由街道党工委办理，您不能修改',
    })
}

export function living(tree: OrganizationTree, id: string): StoredOrganization {
  const row = tree.get(id)
  if (!row) throw notFound()
  if (isEnded(row))
    throw new AppError('CONFLICT', 'organization has ended', {
      messageZh: `“${row.shortName}”已撤销或合并，只能查看`,
    })
  return row
}

export function checkPlace(tree: OrganizationTree, type: OrganizationType, parentId: string | null): void {
  const parent = parentId === null ? null : living(tree, parentId)
  if (mayStandUnder(type, parent === null ? null : kindOf(parent).type)) return
  const under = parent === null ? '最上级' : `“${parent.shortName}”之下`
  const message = `${organizationTypeLabels[type]}不能设在${under}${type === 'XZ' ? '，党小组只能设在党支部之下' : ''}`
  throw refuse('type may not stand there', { type: message, parentId: message })
}

/** Over the whole street: codes and names tell organisations apart everywhere. One out of sight is not named. */
export function checkNames(
  db: ReadDb,
  fields: Partial<OrganizationFields>,
  type: OrganizationType,
  id: string | null,
): void {
  const others = listAnyOrganizations(db).filter((row) => row.id !== id)
  const { code, shortName } = fields
  const sameCode = code === null || code === undefined ? undefined : others.find((row) => row.code === code)
  if (sameCode) {
    const user = isInScope(db, sameCode.id) ? `“${sameCode.shortName}”` : '本街道其他党组织'
    throw refuse('code in use', { code: `代码 ${code ?? ''} 已由${user}使用，请核对` })
  }
  const sameName = others.find((row) => row.shortName === shortName && !isEnded(row) && row.type !== 'XZ')
  if (sameName && type !== 'XZ') {
    const where = isInScope(db, sameName.id) ? '已有' : '本街道其他地方已有'
    throw refuse('name in use', { shortName: `${where}简称为“${sameName.shortName}”的党组织，请换一个` })
  }
}

export function checkDate({ happenedOn }: Change, { clock }: Ports): void {
  if (happenedOn > clock.today())
    throw refuse('in the future', { happenedOn: '日期不能晚于今天，请重新填写' })
}

export function countMembersHere(db: ReadDb, id: string): number {
  return listMembersIn(db, [id]).length
}
