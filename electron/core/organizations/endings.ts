import type { Database, WriteDb } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { listMembersIn, listMembersOf } from '#db/queries/members.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import type { Ports } from '../ports.ts'
import { endWithOrganization } from '../records/committeeEnd.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import { handOver } from '../records/successors.ts'
import { renewTreeOrder } from '../records/organizationStore.ts'
import { type OrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import type { Happening } from '../records/memberSpells.ts'
import { momentOf } from '../records/moment.ts'
import { addEvent, eventOf, writeChange } from './changes.ts'
import { type Change, checkDate, countMembersHere, living, refuse, refuseOwnRoot } from './checks.ts'

/** Its members go to another branch first; nobody is left in an organisation that is no more. */
export function dissolveOrganization(
  db: Database,
  change: Change & { readonly membersTo: string | null },
  ports: Ports,
): void {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, change.id)
  refuseOwnRoot(db.read, row.id)
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
    if (hasMembers && change.membersTo !== null)
      moveMembers(tx, tree, row, change.membersTo, change, momentOf(ports))
    if (row.type === 'XZ') regroup(tx, row.id, null, change, momentOf(ports))
    // Without a branch for its people the organisation above takes over.
    const { membersTo } = change
    const to = membersTo === null ? tree.parentOf(row) : living(tree, membersTo).id
    if (to !== null) handOver(tx, { from: [row.id], to }, momentOf(ports))
    endGroups(tx, tree, row, change, ports)
    writeChange(tx, change, { status: 'dissolved', endedOn: change.happenedOn }, ports)
    endWithOrganization(tx, row.id, { on: change.happenedOn, how: 'dissolved' }, momentOf(ports))
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
  refuseOwnRoot(db.read, row.id)
  const into = living(tree, change.intoId)
  checkDate(change, ports)
  if (row.type === 'XZ' && into.parentId !== row.parentId)
    throw refuse('group of another branch', { intoId: '党小组只能并入同一支部的另一个党小组' })
  if (into.id === row.id || into.type !== row.type)
    throw refuse('not the same kind', { intoId: '只能并入另一个同类别的党组织' })
  if (tree.subtree(row.id).some((below) => below.id === into.id))
    throw refuse('cycle', { intoId: '不能并入自己的下级' })
  db.write((tx) => {
    if (row.type === 'ZB') moveMembers(tx, tree, row, into.id, change, momentOf(ports))
    if (row.type === 'XZ') regroup(tx, row.id, into.id, change, momentOf(ports))
    handOver(tx, { from: [row.id], to: into.id }, momentOf(ports))
    if (row.type === 'ZB') endGroups(tx, tree, row, change, ports)
    else
      for (const child of tree.children(row.id))
        writeChange(tx, { ...change, id: child.id, version: child.version }, { parentId: into.id }, ports)
    writeChange(tx, change, { status: 'merged', endedOn: change.happenedOn, mergedIntoId: into.id }, ports)
    endWithOrganization(tx, row.id, { on: change.happenedOn, how: 'merged' }, momentOf(ports))
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
  change: Change,
  moment: WriteMoment,
): void {
  const to = living(tree, toId)
  if (to.type !== 'ZB' || to.id === from.id)
    throw refuse('not a branch', { membersTo: '只能转到另一个党支部' })
  for (const member of listMembersOf(tx, from.id))
    changeMember(
      tx,
      member,
      changedFields(recordOf(member), { organizationId: to.id, groupId: null }),
      moment,
      restructuring(change),
    )
}

/** Its people come to their next branch on the day the organisation ended, by the same paper. */
const restructuring = ({ happenedOn, reason, docNo }: Change): Happening => ({
  on: happenedOn,
  by: 'ZZ',
  reason,
  doc: docNo,
})

/** Members of a group that ends: into another group of the branch, or into none, which ORG-09 then reports. */
function regroup(
  tx: WriteDb,
  groupId: string,
  toId: string | null,
  change: Change,
  moment: WriteMoment,
): void {
  for (const member of listMembersIn(tx, [groupId]))
    changeMember(tx, member, { groupId: toId }, moment, restructuring(change))
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
    .filter((below) => !isEnded(below))) {
    writeChange(
      tx,
      { ...change, id: group.id, version: group.version },
      { status: 'dissolved', endedOn: change.happenedOn },
      ports,
    )
    endWithOrganization(tx, group.id, { on: change.happenedOn, how: 'dissolved' }, momentOf(ports))
  }
}
