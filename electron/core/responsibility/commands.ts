import type { Database, ReadDb } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import {
  deleteCheck,
  deleteGoal,
  getResponsibility,
  insertCheck,
  insertGoal,
  insertResponsibility,
  type ResponsibilityRecord,
  responsibilityOf,
  type StoredCheck,
  type StoredGoal,
  updateCheck,
  updateGoal,
  updateResponsibility,
} from '#db/queries/responsibility.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { ResponsibilityFields } from '#shared/contract/responsibility.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { laidOver } from './laidOver.ts'

/** Throws NOT_FOUND. */
export function findResponsibility(db: ReadDb, id: string): ResponsibilityRecord {
  const found = getResponsibility(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such list', {
      messageZh: '找不到这份党建责任清单，可能已移入回收站。请刷新列表',
    })
  return found
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'changed since it was read', {
    messageZh: '这份党建责任清单刚被修改或删除过，您看到的不是最新的。请刷新核对后再保存',
  })
}

/** One for an organisation and year. Throws VALIDATION_FAILED at `organizationId`, CONFLICT. */
function checkPlace(
  db: ReadDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
  ownId: string | null,
): void {
  const refuse = (messageZh: string) =>
    new AppError('VALIDATION_FAILED', 'not an organisation for a list', {
      fields: { organizationId: messageZh },
    })
  const organization = getOrganization(db, organizationId)
  if (!organization || organization.deletedAt !== null) throw refuse('所选党组织已不存在，请重新选择')
  if (!isOrganizationLevel(kindOf(organization).type))
    throw refuse('党小组不单独建责任清单，请选择所在党支部')
  const other = responsibilityOf(db, { organizationId, year })
  if (other && other.list.id !== ownId)
    throw new AppError('CONFLICT', 'one for an organisation and a year', {
      messageZh: `“${organization.shortName}”${year} 年度的党建责任清单已经登记过。请打开已登记的那一份修改，或改选年度`,
    })
}

/** What has happened has not happened after today, and nothing is mended before it was found. Throws VALIDATION_FAILED. */
function checkDays({ goals, checks }: ResponsibilityFields, today: DateOnly): void {
  const problems = new Map<string, string>()
  const refuseFuture = (field: string, on: DateOnly | null) => {
    if (on !== null && on > today) problems.set(field, '日期晚于今天，请核对')
  }
  for (const [n, { doneOn }] of goals.entries()) refuseFuture(`goals.${n}.doneOn`, doneOn)
  for (const [n, { heldOn, closedOn }] of checks.entries()) {
    if (closedOn !== null && closedOn < heldOn)
      problems.set(`checks.${n}.closedOn`, '整改完成日期早于督查日期，请核对')
    refuseFuture(`checks.${n}.heldOn`, heldOn)
    refuseFuture(`checks.${n}.closedOn`, closedOn)
  }
  if (problems.size > 0)
    throw new AppError('VALIDATION_FAILED', 'days contradict each other', {
      fields: Object.fromEntries(problems),
    })
}

/** The id of the new one. */
export function createResponsibility(db: Database, fields: ResponsibilityFields, ports: Ports): string {
  checkPlace(db.read, fields, null)
  const { at, today, ids } = momentOf(ports)
  checkDays(fields, today)
  const { goals, checks, ...columns } = fields
  const id = ids.next()
  db.write((tx) => {
    insertResponsibility(tx, { ...columns, id, version: 1, createdAt: at, updatedAt: at })
    for (const [position, goal] of goals.entries())
      insertGoal(tx, { ...goal, id: ids.next(), listId: id, position })
    for (const [position, check] of checks.entries())
      insertCheck(tx, { ...check, id: ids.next(), listId: id, position })
  })
  return id
}

/** People and goals of the year before; days and what was done stay behind. Throws NOT_FOUND without one. */
export function copyResponsibility(
  db: Database,
  { organizationId, year }: RouteInput<'responsibility.copy'>,
  ports: Ports,
): string {
  const former = responsibilityOf(db.read, { organizationId, year: year - 1 })
  if (!former)
    throw new AppError('NOT_FOUND', 'no list of the year before', {
      messageZh: `没有 ${year - 1} 年度的党建责任清单可以参照，请新建`,
    })
  const { firstName, directName, specificName, remark } = former.list
  const goals: ResponsibilityFields['goals'] = former.goals.map(({ level, content, ownerName }) => ({
    level,
    content,
    ownerName,
    dueOn: null,
    doneOn: null,
    result: null,
  }))
  return createResponsibility(
    db,
    { organizationId, year, firstName, directName, specificName, remark, goals, checks: [] },
    ports,
  )
}

export function saveResponsibility(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: ResponsibilityFields },
  ports: Ports,
): void {
  const found = findResponsibility(db.read, id)
  if (found.list.version !== version) throw stale()
  const { at, today, ids } = momentOf(ports)
  checkPlace(db.read, fields, id)
  checkDays(fields, today)
  const { goals, checks, ...columns } = fields
  const goalRows = laidOver({
    given: goals,
    stored: found.goals,
    nameOf: ({ level, content }: Pick<StoredGoal, 'level' | 'content'>) => `${level} ${content}`,
    make: (goal, position, rowId): StoredGoal => ({ ...goal, id: rowId, listId: id, position }),
    ids,
  })
  const checkRows = laidOver({
    given: checks,
    stored: found.checks,
    nameOf: ({ kind, heldOn }: Pick<StoredCheck, 'kind' | 'heldOn'>) => `${kind} ${heldOn}`,
    make: (check, position, rowId): StoredCheck => ({ ...check, id: rowId, listId: id, position }),
    ids,
  })
  const before = new Map<string, unknown>(Object.entries(found.list))
  const isSame = Object.entries(columns).every(([key, value]) => before.get(key) === value)
  if (isSame && goalRows.isNothing && checkRows.isNothing) return
  db.write((tx) => {
    if (!updateResponsibility(tx, found.list, columns, at)) throw stale()
    for (const goal of goalRows.removed) deleteGoal(tx, goal.id)
    for (const goal of goalRows.added) insertGoal(tx, goal)
    for (const goal of goalRows.changed) updateGoal(tx, goal)
    for (const check of checkRows.removed) deleteCheck(tx, check.id)
    for (const check of checkRows.added) insertCheck(tx, check)
    for (const check of checkRows.changed) updateCheck(tx, check)
  })
}

export function trashResponsibility(
  db: Database,
  { id, version, reason }: RouteInput<'responsibility.trash'>,
  ports: Ports,
): void {
  findResponsibility(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'responsibilityList', { id, version }, reason, momentOf(ports)))
}
