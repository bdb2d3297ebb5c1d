import type { Database } from '#db/database.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { firstDay } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { changedFields, changeMember, staleMember } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { addEvent, eventOf, writeChange } from './changes.ts'
import { type Change, checkDate, checkNames, checkPlace, living, refuse } from './checks.ts'

interface Split extends Change {
  readonly fullName: string
  readonly shortName: string
  readonly code: string | null
  readonly members: readonly { readonly id: string; readonly version: number }[]
}

/** A branch gives some of its people to a new one beside it, on one day and by one paper. Returns the new branch's id. */
export function splitOrganization(db: Database, split: Split, ports: Ports): string {
  const tree = readOrganizationTree(db.read)
  const row = living(tree, split.id)
  if (row.type !== 'ZB')
    throw refuse('not a branch', { fullName: '只有党支部可以拆分；其他党组织请新建下级后移动党支部' })
  const parentId = tree.parentOf(row)
  if (parentId === null)
    throw refuse('nothing above it in reach', {
      fullName: '新党支部要设在同一上级之下，上级不在您的管理范围内，请由街道党务干事办理',
    })
  const fields = newFields(row, split)
  checkDate(split, ports)
  checkPlace(tree, 'ZB', parentId)
  checkNames(db.read, fields, 'ZB', null)
  const people = chosen(db, split)
  const id = ports.ids.next()
  const moment = momentOf(ports)
  const happening = { on: split.happenedOn, by: 'ZZ', reason: split.reason, doc: split.docNo } as const
  db.write((tx) => {
    addOrganization(tx, { id, parentId, fields, importBatchId: null }, moment, ports.ids)
    // Nothing of the old branch changes but its people; its version tells who reads it that they did.
    writeChange(tx, split, {}, ports)
    addEvent(tx, ports, row.id, eventOf(split, 'split', row.fullName, split.fullName))
    addEvent(tx, ports, id, eventOf(split, 'split', row.fullName, split.fullName))
    for (const member of people)
      changeMember(
        tx,
        member,
        changedFields(recordOf(member), { organizationId: id, groupId: null }),
        moment,
        happening,
      )
    renewTreeOrder(tx)
  })
  return id
}

/** What holds of the old branch's unit holds of the new one; people, terms and telephones do not. */
function newFields(row: StoredOrganization, { fullName, shortName, code, happenedOn, docNo }: Split) {
  const { branchKind, unitNature } = kindOf(row)
  const fields: OrganizationFields = {
    ...unfilledOrganization,
    type: 'ZB',
    fullName,
    shortName,
    code,
    branchKind,
    unitNature,
    unitName: row.unitName,
    foundedOn: happenedOn,
    foundedDoc: docNo,
  }
  return fields
}

function chosen(db: Database, { id, members, happenedOn }: Split): readonly StoredMember[] {
  const stored = new Map(
    getMembers(
      db.read,
      members.map((each) => each.id),
    ).map((member) => [member.id, member]),
  )
  return members.map(({ id: memberId, version }) => {
    const member = stored.get(memberId)
    if (!member) throw notFoundMember()
    if (member.version !== version) throw staleMember()
    const refused = obstacle(member, id, happenedOn)
    if (refused !== null)
      throw refuse('one member cannot go', { members: `“${member.name}”不能分到新党支部：${refused}` })
    return member
  })
}

const notFoundMember = () => refuse('no such member', { members: '有党员已不在花名册，请重新选择' })

function obstacle(member: StoredMember, branchId: string, on: Change['happenedOn']): string | null {
  if (member.organizationId !== branchId || member.deletedAt !== null) return '已不在本党支部'
  if (!isCountedStatus(member.partyStatus)) return '组织关系已不在本党支部'
  return member.enteredOn !== null && firstDay(member.enteredOn) > on ? '进入本党支部晚于拆分日期' : null
}
