import type { ReadDb } from '#db/database.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

export function refuse(field: string, messageZh: string): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${field}`, { fields: { [field]: messageZh } })
}

/** For what no single field is to blame for. */
export function conflict(messageZh: string): AppError {
  return new AppError('CONFLICT', 'against the rules of the review', { messageZh })
}

export function stale(what: string): AppError {
  return new AppError('STALE_WRITE', 'changed since it was read', {
    messageZh: `${what}刚被修改或删除过，您看到的不是最新的。请刷新核对后再保存`,
  })
}

/** In reach and not in the trash; an ended one too, for records of a year it was there. Throws VALIDATION_FAILED. */
export function placeAt(db: ReadDb, field: string, organizationId: string): StoredOrganization {
  const organization = getOrganization(db, organizationId)
  if (!organization || organization.deletedAt !== null)
    throw refuse(field, '所选党组织已不存在，或不在您的管理范围，请重新选择')
  return organization
}

/** What has happened has not happened after today. */
export function refuseFuture(field: string, on: DateOnly | null, today: DateOnly): void {
  if (on !== null && on > today) throw refuse(field, '日期晚于今天，请核对')
}

/** Records of a year's campaign begin at the earliest in the year before it. */
export function refuseLongBefore(field: string, on: DateOnly | null, year: number): void {
  if (on !== null && on < `${year - 1}-01-01`)
    throw refuse(field, `日期早于 ${year - 1} 年，不属于 ${year} 年度的述职测评，请核对`)
}
