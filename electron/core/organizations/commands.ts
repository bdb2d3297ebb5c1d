import type { Database } from '#db/database.ts'
import { getOrganization, updateOrganization } from '#db/queries/organizations.ts'
import { scopeRoot } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { isEnded, mayStandUnder } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { Ports } from '../ports.ts'
import { resumeWithOrganization } from '../records/committeeEnd.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { momentOf } from '../records/moment.ts'
import { followCurrentTerm } from '../records/termStore.ts'
import { kindOf } from '../records/organizationKind.ts'
import { addEvent, eventOf, writeChange } from './changes.ts'
import {
  type Change,
  checkDate,
  checkNames,
  checkPlace,
  countMembersHere,
  living,
  notFound,
  refuse,
  refuseOwnRoot,
  stale,
} from './checks.ts'
import { columnsOf, fieldsOf } from './fields.ts'

export function createOrganization(
  db: Database,
  { parentId, fields }: { readonly parentId: string | null; readonly fields: OrganizationFields },
  ports: Ports,
): string {
  const tree = readOrganizationTree(db.read)
  if (parentId === null && scopeRoot(db.read) !== null)
    throw new AppError('FORBIDDEN', 'top of the tree', {
      messageZh: '您只能在本组织之下设立党组织，请选择上级党组织',
    })
  checkPlace(tree, fields.type, parentId)
  checkNames(db.read, fields, fields.type, null)
  const id = ports.ids.next()
  db.write((tx) => {
    addOrganization(tx, { id, parentId, fields, importBatchId: null }, momentOf(ports), ports.ids)
    renewTreeOrder(tx)
  })
  return id
}

const decidedAbove = ['type', 'code', 'hasApprovalRight'] as const

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
  const isTop = scopeRoot(db.read) === id
  if (isTop && decidedAbove.some((key) => fields[key] !== undefined && fields[key] !== row[key]))
    refuseOwnRoot(db.read, id)
  // What the own organisation hangs on is out of sight, and nothing about it changes here.
  if (!isTop) checkPlace(tree, after.type, row.parentId)
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
  checkNames(db.read, fields, after.type, id)
  db.write((tx) => {
    if (!updateOrganization(tx, { id, version, set: columnsOf(fields), at: ports.clock.now() })) throw stale()
    followCurrentTerm(tx, id, row, momentOf(ports))
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

export function moveOrganization(
  db: Database,
  change: Change & { readonly parentId: string },
  ports: Ports,
): void {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, change.id)
  refuseOwnRoot(db.read, row.id)
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
    writeChange(tx, change, { parentId: change.parentId }, ports)
    addEvent(tx, ports, row.id, eventOf(change, 'moved', from, tree.get(change.parentId)?.shortName ?? null))
    renewTreeOrder(tx)
  })
}

/** Puts back what was dissolved or merged by mistake; members stay where they went. */
export function restoreOrganization(db: Database, change: Change, ports: Ports): void {
  const row = getOrganization(db.read, change.id)
  if (!row || row.deletedAt !== null) throw notFound()
  if (!isEnded(row))
    throw new AppError('CONFLICT', 'not ended', { messageZh: `“${row.shortName}”没有撤销，不需要恢复` })
  refuseOwnRoot(db.read, row.id)
  const tree = readOrganizationTree(db.read)
  checkDate(change, ports)
  checkPlace(tree, kindOf(row).type, row.parentId)
  checkNames(db.read, fieldsOf(row), kindOf(row).type, row.id)
  db.write((tx) => {
    writeChange(tx, change, { status: 'active', endedOn: null, mergedIntoId: null }, ports)
    resumeWithOrganization(tx, row.id, row.endedOn, momentOf(ports))
    addEvent(tx, ports, row.id, eventOf(change, 'restored', null, row.fullName))
  })
}
