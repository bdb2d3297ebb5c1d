import type { Database, WriteDb } from '#db/database.ts'
import {
  deletePlanItem,
  findMeetingPlan,
  insertMeetingPlan,
  insertPlanItem,
  listPlanItems,
  type StoredPlanItem,
  updateMeetingPlan,
  updatePlanItem,
} from '#db/queries/meetingPlans.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MeetingPlanFields } from '#shared/contract/meetingPlans.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { Ports } from '../ports.ts'
import { kindOf } from '../records/organizationKind.ts'
import { noOrganization } from '../records/noOrganization.ts'

interface PlanInput {
  readonly organizationId: string
  readonly year: number
  readonly version: number | null
  readonly fields: MeetingPlanFields
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'plan changed since it was read', {
    messageZh: '这份年度计划刚被保存或修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

/** The whole plan of a branch and year. Throws NOT_FOUND, VALIDATION_FAILED for a group, STALE_WRITE. */
export function savePlan(db: Database, input: PlanInput, ports: Ports): void {
  const { organizationId, year, version, fields } = input
  const organization = getOrganization(db.read, organizationId)
  if (!organization || organization.deletedAt !== null) throw noOrganization()
  if (!isOrganizationLevel(kindOf(organization).type))
    throw new AppError('VALIDATION_FAILED', 'a group has no plan', {
      fields: { organizationId: '党小组没有自己的年度计划，请选择党支部' },
    })
  const stored = findMeetingPlan(db.read, organizationId, year)
  if ((stored?.version ?? null) !== version) throw stale()
  const at = ports.clock.now()
  const { themeDay, remark, items } = fields
  db.write((tx) => {
    const planId = stored?.id ?? ports.ids.next()
    if (stored === undefined)
      insertMeetingPlan(tx, {
        id: planId,
        organizationId,
        year,
        themeDay,
        remark,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })
    else if (!updateMeetingPlan(tx, stored, { themeDay, remark }, at)) throw stale()
    saveItems(tx, planId, items, ports)
  })
}

function saveItems(tx: WriteDb, planId: string, items: MeetingPlanFields['items'], { ids }: Ports): void {
  const before = new Map(listPlanItems(tx, planId).map((item) => [item.id, item]))
  items.forEach((item, position) => {
    const now: StoredPlanItem = { ...item, id: item.id ?? ids.next(), planId, position }
    const old = before.get(now.id)
    if (item.id !== null && (old === undefined || !before.delete(item.id)))
      throw new AppError('VALIDATION_FAILED', 'no such line in this plan', {
        fields: { [`items.${position}.id`]: '这一行已不在计划里，请刷新后重新填写' },
      })
    if (old === undefined) insertPlanItem(tx, now)
    else updatePlanItem(tx, now)
  })
  for (const id of before.keys()) deletePlanItem(tx, id)
}
