import type { ReadDb } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { heldMeeting, type YearlyTable, yearlyOf } from '#db/queries/organizationLife.ts'
import { AppError } from '#shared/contract/errors.ts'
import { whyNotHeldHere } from '#shared/domain/meetings/lifeMeetingRules.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { kindOf } from '../records/organizationKind.ts'

const words = { life_meetings: '组织生活会', appraisals: '民主评议党员' } as const

export function refuse(field: string, messageZh: string): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${field}`, { fields: { [field]: messageZh } })
}

export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', 'no such record', {
    messageZh: `找不到这条${what}记录，可能已移入回收站。请刷新列表`,
  })
}

export function stale(what: string): AppError {
  return new AppError('STALE_WRITE', 'changed since it was read', {
    messageZh: `这条${what}记录刚被修改或删除过，您看到的不是最新的。请刷新核对后再保存`,
  })
}

/** A rule of words, not of history: an ended branch may still get the record of a year it was there. */
function place(db: ReadDb, organizationId: string) {
  const organization = getOrganization(db, organizationId)
  if (!organization || organization.deletedAt !== null)
    throw refuse('organizationId', '所选党组织已不存在，请重新选择')
  return organization
}

/** Trap 15, and one record for a branch and a year. Throws VALIDATION_FAILED at `organizationId`, CONFLICT. */
export function checkYearly(
  db: ReadDb,
  table: YearlyTable,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
  ownId: string | null,
): void {
  const organization = place(db, organizationId)
  const why = whyNotHeldHere(kindOf(organization).type)
  if (why !== null) throw refuse('organizationId', why)
  const other = yearlyOf(db, table, { organizationId, year })
  if (other !== null && other !== ownId)
    throw new AppError('CONFLICT', 'one for a branch and a year', {
      messageZh: `“${organization.shortName}”${year} 年度的${words[table]}已经登记过。请打开已登记的那一条修改，或改选年度`,
    })
}

/** 谈心谈话 may be of a committee too, never of a 党小组, which keeps no records of its own. */
export function checkTalkPlace(db: ReadDb, organizationId: string): void {
  if (!isOrganizationLevel(kindOf(place(db, organizationId)).type))
    throw refuse('organizationId', '党小组不单独建台账，请选择所在党支部')
}

/** Throws VALIDATION_FAILED at `meetingId` for a meeting that is gone, out of reach or another branch's. */
export function checkMeeting(
  db: ReadDb,
  { organizationId, meetingId }: { readonly organizationId: string; readonly meetingId: string | null },
  storedId: string | null,
): void {
  if (meetingId === null || meetingId === storedId) return
  if (heldMeeting(db, meetingId)?.organizationId !== organizationId)
    throw refuse('meetingId', '找不到这次会议，或不是这个支部的会议，请重新选择')
}

/** What has happened has not happened after today. `days` by the field each stands at. */
export function refuseFuture(
  days: Readonly<Record<string, DateOnly | null | undefined>>,
  today: DateOnly,
): void {
  for (const [field, on] of Object.entries(days))
    if (on !== null && on !== undefined && on > today) throw refuse(field, '日期晚于今天，请核对')
}
