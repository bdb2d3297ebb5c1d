import type { Database, ReadDb, WriteDb } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { listMembersIn, listMembersOf } from '#db/queries/members.ts'
import {
  getOrganization,
  insertOrganizationEvent,
  type StoredOrganization,
  updateOrganization,
} from '#db/queries/organizations.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { OrganizationEvent, OrganizationFields } from '#shared/contract/organizations.ts'
import { isEnded, mayStandUnder, type OrganizationType } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { type OrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { columnsOf, fieldsOf, kindOf } from './fields.ts'

interface Change {
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

function refuse(detail: string, fields: FieldErrors): AppError {
  return new AppError('VALIDATION_FAILED', detail, { fields })
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'organization changed since it was read', {
    messageZh: '该党组织的资料刚被修改过，请刷新后重新填写',
  })
}

function living(tree: OrganizationTree, id: string): StoredOrganization {
  const row = tree.get(id)
  if (!row) throw notFound()
  if (isEnded(row))
    throw new AppError('CONFLICT', 'organization has ended', {
      messageZh: `“${row.shortName}”已撤销或合并，只能查看`,
    })
  return row
}

function checkPlace(tree: OrganizationTree, type: OrganizationType, parentId: string | null): void {
  const parent = parentId === null ? null : living(tree, parentId)
  if (mayStandUnder(type, parent === null ? null : kindOf(parent).type)) return
  const under = parent === null ? '最上级' : `“${parent.shortName}”之下`
  const message = `${organizationTypeLabels[type]}不能设在${under}${type === 'XZ' ? '，党小组只能设在党支部之下' : ''}`
  throw refuse('type may not stand there', { type: message, parentId: message })
}

function checkNames(
  tree: OrganizationTree,
  fields: Partial<OrganizationFields>,
  type: OrganizationType,
  id: string | null,
): void {
  const others = tree.all.filter((row) => row.id !== id)
  const { code, shortName } = fields
  const sameCode = code === null || code === undefined ? undefined : others.find((row) => row.code === code)
  if (sameCode) throw refuse('code in use', { code: `代码 ${code ?? ''} 已由“${sameCode.shortName}”使用` })
  const sameName = others.find((row) => row.shortName === shortName && !isEnded(row) && row.type !== 'XZ')
  if (sameName && type !== 'XZ')
    throw refuse('name in use', { shortName: `已有简称为“${sameName.shortName}”的党组织` })
}

export function createOrganization(
  db: Database,
  { parentId, fields }: { readonly parentId: string | null; readonly fields: OrganizationFields },
  ports: Ports,
): string {
  const tree = readOrganizationTree(db.read)
  checkPlace(tree, fields.type, parentId)
  checkNames(tree, fields, fields.type, null)
  const id = ports.ids.next()
  db.write((tx) => {
    addOrganization(tx, { id, parentId, fields, importBatchId: null }, moment(ports), ports.ids)
    renewTreeOrder(tx)
  })
  return id
}

function moment({ clock }: Ports): WriteMoment {
  return { at: clock.now(), today: clock.today() }
}

export function editOrganization(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<OrganizationFields> },
  ports: Ports,
): void {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, id)
  const after = { ...fieldsOf(row), ...fields }
  checkPlace(tree, after.type, row.parentId)
  const misplaced = tree
    .children(id)
    .find((child) => !isEnded(child) && !mayStandUnder(kindOf(child).type, after.type))
  if (misplaced)
    throw refuse('children would be misplaced', {
      type: `下级“${misplaced.shortName}”不能设在${organizationTypeLabels[after.type]}之下`,
    })
  if (row.type === 'ZB' && after.type !== 'ZB' && countMembersHere(db.read, id) > 0)
    throw refuse('branch has members', {
      type: `“${row.shortName}”还有党员，组织关系只能在党支部，不能改为别的类别`,
    })
  checkNames(tree, fields, after.type, id)
  db.write((tx) => {
    if (!updateOrganization(tx, { id, version, set: columnsOf(fields), at: ports.clock.now() })) throw stale()
    if (fields.fullName !== undefined && fields.fullName !== row.fullName)
      addEvent(tx, ports, id, {
        kind: 'renamed',
        happenedOn: ports.clock.today(),
        fromText: row.fullName,
        toText: fields.fullName,
        docNo: null,
        reason: null,
      })
    renewTreeOrder(tx)
  })
}

function addEvent(
  tx: WriteDb,
  ports: Ports,
  organizationId: string,
  event: Omit<OrganizationEvent, 'id'>,
): void {
  insertOrganizationEvent(tx, {
    ...event,
    id: ports.ids.next(),
    organizationId,
    createdAt: ports.clock.now(),
  })
}

export function moveOrganization(
  db: Database,
  change: Change & { readonly parentId: string },
  ports: Ports,
): void {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, change.id)
  checkDate(change, ports)
  if (row.parentId === change.parentId)
    throw refuse('same parent', { parentId: '已经在这个上级之下，不需要移动' })
  if (row.type === 'XZ' && countMembersHere(db.read, row.id) > 0)
    throw refuse('group has members', {
      parentId: `“${row.shortName}”还有党员，请先把他们编入别的党小组，再移动`,
    })
  if (tree.subtree(row.id).some((below) => below.id === change.parentId))
    throw refuse('cycle', { parentId: '不能移到自己或自己的下级之下' })
  checkPlace(tree, kindOf(row).type, change.parentId)
  const from = row.parentId === null ? null : (tree.get(row.parentId)?.shortName ?? null)
  db.write((tx) => {
    end(tx, change, { parentId: change.parentId }, ports)
    addEvent(tx, ports, row.id, eventOf(change, 'moved', from, tree.get(change.parentId)?.shortName ?? null))
    renewTreeOrder(tx)
  })
}

function eventOf(
  { happenedOn, docNo, reason }: Change,
  kind: OrganizationEvent['kind'],
  fromText: string | null,
  toText: string | null,
): Omit<OrganizationEvent, 'id'> {
  return { kind, happenedOn, docNo, reason, fromText, toText }
}

function end(tx: WriteDb, { id, version }: Change, set: Partial<StoredOrganization>, ports: Ports): void {
  if (!updateOrganization(tx, { id, version, set, at: ports.clock.now() })) throw stale()
}

/** Its members go to another branch first; nobody is left in an organisation that is no more. */
export function dissolveOrganization(
  db: Database,
  change: Change & { readonly membersTo: string | null },
  ports: Ports,
): void {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, change.id)
  const below = tree
    .children(row.id)
    .filter((child) => !isEnded(child) && child.type !== 'XZ' && child.type !== 'ZXH')
  if (below.length > 0)
    throw new AppError('CONFLICT', 'has children', {
      messageZh: `“${row.shortName}”还有 ${below.length} 个下级党组织，请先移走或撤销它们`,
    })
  checkDate(change, ports)
  const hasMembers = row.type === 'ZB' && countMembersHere(db.read, row.id) > 0
  if (hasMembers && change.membersTo === null)
    throw refuse('members need a branch', {
      membersTo: `“${row.shortName}”还有党员，请选择他们转到哪个党支部`,
    })
  db.write((tx) => {
    if (hasMembers && change.membersTo !== null) moveMembers(tx, tree, row, change.membersTo, moment(ports))
    if (row.type === 'XZ') regroup(tx, row.id, null, moment(ports))
    endGroups(tx, tree, row, change, ports)
    end(tx, change, { status: 'dissolved', endedOn: change.happenedOn }, ports)
    addEvent(tx, ports, row.id, eventOf(change, 'dissolved', row.fullName, null))
  })
}

export function mergeOrganization(
  db: Database,
  change: Change & { readonly intoId: string },
  ports: Ports,
): void {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, change.id)
  const into = living(tree, change.intoId)
  checkDate(change, ports)
  if (row.type === 'XZ' && into.parentId !== row.parentId)
    throw refuse('group of another branch', { intoId: '党小组只能并入同一支部的另一个党小组' })
  if (into.id === row.id || into.type !== row.type)
    throw refuse('not the same kind', { intoId: '只能并入另一个同类别的党组织' })
  if (tree.subtree(row.id).some((below) => below.id === into.id))
    throw refuse('cycle', { intoId: '不能并入自己的下级' })
  db.write((tx) => {
    if (row.type === 'ZB') moveMembers(tx, tree, row, into.id, moment(ports))
    if (row.type === 'XZ') regroup(tx, row.id, into.id, moment(ports))
    if (row.type === 'ZB') endGroups(tx, tree, row, change, ports)
    else
      for (const child of tree.children(row.id))
        end(tx, { ...change, id: child.id, version: child.version }, { parentId: into.id }, ports)
    end(tx, change, { status: 'merged', endedOn: change.happenedOn, mergedIntoId: into.id }, ports)
    addEvent(tx, ports, row.id, eventOf(change, 'merged', row.fullName, into.fullName))
    addEvent(tx, ports, into.id, eventOf(change, 'merged', row.fullName, into.fullName))
    renewTreeOrder(tx)
  })
}

function moveMembers(
  tx: WriteDb,
  tree: OrganizationTree,
  from: StoredOrganization,
  toId: string,
  at: WriteMoment,
): void {
  const to = living(tree, toId)
  if (to.type !== 'ZB' || to.id === from.id)
    throw refuse('not a branch', { membersTo: '只能转到另一个党支部' })
  for (const member of listMembersOf(tx, from.id))
    changeMember(tx, member, changedFields(recordOf(member), { organizationId: to.id, groupId: null }), at)
}

/** Members of a group that ends: into another group of the branch, or into none, which ORG-09 then reports. */
function regroup(tx: WriteDb, groupId: string, toId: string | null, at: WriteMoment): void {
  for (const member of listMembersIn(tx, [groupId])) changeMember(tx, member, { groupId: toId }, at)
}

function checkDate({ happenedOn }: Change, { clock }: Ports): void {
  if (happenedOn > clock.today())
    throw refuse('in the future', { happenedOn: '日期不能晚于今天，请重新填写' })
}

function countMembersHere(db: ReadDb, id: string): number {
  return listMembersIn(db, [id]).length
}

function endGroups(
  tx: WriteDb,
  tree: OrganizationTree,
  row: StoredOrganization,
  change: Change,
  ports: Ports,
): void {
  for (const group of tree
    .subtree(row.id)
    .slice(1)
    .filter((below) => !isEnded(below)))
    end(
      tx,
      { ...change, id: group.id, version: group.version },
      { status: 'dissolved', endedOn: change.happenedOn },
      ports,
    )
}

/** Puts back what was dissolved or merged by mistake; members stay where they went. */
export function restoreOrganization(db: Database, change: Change, ports: Ports): void {
  const row = getOrganization(db.read, change.id)
  if (!row || row.deletedAt !== null) throw notFound()
  if (!isEnded(row))
    throw new AppError('CONFLICT', 'not ended', { messageZh: `“${row.shortName}”没有撤销，不需要恢复` })
  const tree = readOrganizationTree(db.read)
  checkDate(change, ports)
  checkPlace(tree, kindOf(row).type, row.parentId)
  checkNames(tree, fieldsOf(row), kindOf(row).type, row.id)
  db.write((tx) => {
    end(tx, change, { status: 'active', endedOn: null, mergedIntoId: null }, ports)
    addEvent(tx, ports, row.id, eventOf(change, 'restored', null, row.fullName))
  })
}
