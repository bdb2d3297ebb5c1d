import type { Database, ReadDb } from '#db/database.ts'
import {
  getEnterprise,
  insertEnterprises,
  type StoredEnterprise,
  updateEnterprise,
  wasPhoneRevealed,
} from '#db/queries/enterprises.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { EnterpriseFields } from '#shared/contract/enterprises.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { type DateOnly, firstDay } from '#shared/lib/dates.ts'
import type { Call } from '../call.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { fieldsOf, maskPhone } from '../records/enterprises.ts'
import { departmentSetting } from './departments.ts'
import { notFound } from './queries.ts'

function refuse(field: string, messageZh: string): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${field}`, { fields: { [field]: messageZh } })
}

/** Only what contradicts itself is refused; whatever else is odd becomes a finding. */
function check(db: ReadDb, fields: Partial<EnterpriseFields>, today: DateOnly): void {
  const { organizationId, visitedOn } = fields
  if (organizationId !== undefined) {
    const organization = getOrganization(db, organizationId)
    if (!organization || organization.deletedAt !== null || isEnded(organization))
      throw refuse('organizationId', '所选党组织已撤销、合并或删除，请重新选择')
    if (organization.type === 'XZ' || organization.type === 'ZXH')
      throw refuse('organizationId', '请选择党支部或以上的党组织，党小组不是一级党组织')
  }
  if (visitedOn !== undefined && visitedOn !== null && firstDay(visitedOn) > today)
    throw refuse('visitedOn', '日期晚于今天，请核对')
}

export function createUnit(db: Database, fields: EnterpriseFields, ports: Ports): string {
  const { at, today } = momentOf(ports)
  check(db.read, fields, today)
  const id = ports.ids.next()
  const stamps = { version: 1, createdAt: at, updatedAt: at, deletedAt: null, deletedReason: null }
  db.write((tx) => insertEnterprises(tx, [{ ...fields, id, ...stamps }]))
  return id
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'enterprise changed since it was read', {
    messageZh: '这家单位的记录刚被修改过，您看到的不是最新的。请核对对方的改动后再保存',
  })
}

function find(db: Database, id: string, version: number): StoredEnterprise {
  const unit = getEnterprise(db.read, id)
  if (!unit) throw notFound()
  if (unit.version !== version) throw stale()
  return unit
}

/** A form that was shown the mask sends it back when nobody touched the number. */
function withoutMask(unit: StoredEnterprise, fields: Partial<EnterpriseFields>): Partial<EnterpriseFields> {
  const { contactPhone, ...rest } = fields
  const isMask =
    contactPhone !== undefined && contactPhone !== null && contactPhone === maskPhone(unit.contactPhone)
  return isMask || contactPhone === undefined ? rest : fields
}

export function updateUnit(
  db: Database,
  {
    id,
    version,
    fields,
  }: {
    readonly id: string
    readonly version: number
    readonly fields: Partial<EnterpriseFields>
  },
  ports: Ports,
): void {
  const { at, today } = momentOf(ports)
  const unit = find(db, id, version)
  const before: Readonly<Record<string, unknown>> = { ...fieldsOf(unit) }
  const set = Object.fromEntries(
    Object.entries(withoutMask(unit, fields)).filter(([key, value]) => before[key] !== value),
  )
  if (Object.keys(set).length === 0) return
  check(db.read, set, today)
  db.write((tx) => {
    if (!updateEnterprise(tx, { id, version, set, at })) throw stale()
  })
}

export function trashUnit(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  find(db, id, version)
  db.write((tx) => movePlainToTrash(tx, 'enterprise', { id, version }, reason, momentOf(ports)))
}

/** The phone in the clear. The log keeps the first look of an account's session at each unit. */
export function revealPhone(
  { db, session }: Call,
  id: string,
  account: SignedInAccount,
): { readonly contactPhone: string | null } {
  const unit = getEnterprise(db.read, id)
  if (!unit) throw notFound()
  if (!wasPhoneRevealed(db.read, { enterpriseId: id, accountId: account.id, sessionId: session.id }))
    db.write((tx) =>
      tx.audit.note({
        kind: 'enterprise',
        recordId: id,
        name: unit.name,
        organizationId: unit.organizationId,
      }),
    )
  return { contactPhone: unit.contactPhone }
}

/** The office's list of 主管部门; of the whole street, so only who sees all of it may change it. */
export function changeDepartments(
  db: Database,
  departments: readonly string[],
  ports: Ports,
): readonly string[] {
  if (db.read.scope !== null)
    throw new AppError('FORBIDDEN', 'departments are of the whole street', {
      messageZh: '主管部门列表由街道党务干事维护，请联系街道修改',
    })
  const unique = [...new Set(departments)]
  db.write((tx) => departmentSetting.write(tx, unique, ports.clock.now()))
  return unique
}
