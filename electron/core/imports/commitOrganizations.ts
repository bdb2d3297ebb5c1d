import type { WriteDb } from '#db/database.ts'
import { listOrganizationsByIds } from '#db/queries/imports.ts'
import {
  type StoredOrganization,
  insertOrganizationEvent,
  listAnyOrganizations,
  updateOrganization,
} from '#db/queries/organizations.ts'
import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { hasApprovalRightByDefault } from '#shared/domain/organizationKinds.ts'
import { branchMatchKey } from '../records/branchNames.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { followCurrentTerm } from '../records/termStore.ts'
import { type Commit, stalePreview } from './importPlan.ts'
import type { Parent } from './organizationParents.ts'
import type { OrganizationWrite, PlannedOrganization } from './organizationsPlan.ts'
import type { OrganizationRecord } from './readOrganization.ts'

type NewWrite = Extract<OrganizationWrite, { is: 'new' }>
type ChangedWrite = Extract<OrganizationWrite, { is: 'changed' }>

function refuseStale(tx: WriteDb, rows: readonly PlannedOrganization[]): void {
  const tree = readOrganizationTree(tx)
  const codes = new Set(listAnyOrganizations(tx).map(({ code }) => code))
  const stale = rows.filter(({ write }) => {
    if (write.is === 'nothing') return false
    const isOrphan =
      write.parent !== undefined &&
      write.parent !== null &&
      'id' in write.parent &&
      tree.get(write.parent.id) === undefined
    if (write.is === 'new') return isOrphan || codes.has(write.record.code)
    return isOrphan || tree.get(write.current.id)?.version !== write.current.version
  })
  if (stale.length > 0)
    throw stalePreview(
      '花名册',
      stale.map(({ name }) => name),
    )
}

/** Parents before children, whatever their order in the file. */
export function parentsFirst(writes: readonly NewWrite[]): readonly NewWrite[] {
  const byCode = new Map(writes.map((write) => [write.record.code, write]))
  const ordered = new Set<NewWrite>()
  const visit = (write: NewWrite): void => {
    if (ordered.has(write)) return
    const parent = write.parent !== null && 'code' in write.parent ? byCode.get(write.parent.code) : undefined
    if (parent !== undefined) visit(parent)
    ordered.add(write)
  }
  for (const write of writes) visit(write)
  return [...ordered]
}

function fieldsOf(record: OrganizationRecord): OrganizationFields {
  return {
    ...unfilledOrganization,
    ...record,
    hasApprovalRight: hasApprovalRightByDefault(record.type),
  }
}

type IdOf = (parent: Parent) => string | null

function change(tx: WriteDb, write: ChangedWrite, idOf: IdOf, commit: Commit): void {
  const { current, fields, parent } = write
  const moved = parent === undefined ? {} : { parentId: idOf(parent) }
  const key = fields.shortName === undefined ? {} : { matchKey: branchMatchKey(fields.shortName) }
  const set: Partial<StoredOrganization> = { ...fields, ...key, ...moved }
  const isWritten = updateOrganization(tx, {
    id: current.id,
    version: current.version,
    set,
    at: commit.moment.at,
  })
  if (!isWritten) throw stalePreview('花名册', [current.shortName])
  followCurrentTerm(tx, current.id, current, commit.moment)
  recordHistory(tx, current, { ...current, ...set }, commit)
}

/** The history an organisation keeps: renamed and moved. */
function recordHistory(
  tx: WriteDb,
  before: StoredOrganization,
  after: StoredOrganization,
  { ids, moment }: Pick<Commit, 'ids' | 'moment'>,
): void {
  const event = {
    organizationId: before.id,
    happenedOn: moment.today,
    docNo: null,
    reason: null,
    createdAt: moment.at,
  }
  if (before.fullName !== after.fullName) {
    insertOrganizationEvent(tx, {
      ...event,
      id: ids.next(),
      kind: 'renamed',
      fromText: before.fullName,
      toText: after.fullName,
    })
  }
  if (before.parentId === after.parentId) return
  const wanted = [before.parentId, after.parentId].filter((id) => id !== null)
  const names = new Map(listOrganizationsByIds(tx, wanted).map(({ id, shortName }) => [id, shortName]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  insertOrganizationEvent(tx, {
    ...event,
    id: ids.next(),
    kind: 'moved',
    fromText: nameOf(before.parentId),
    toText: nameOf(after.parentId),
  })
}

export function commitOrganizations(tx: WriteDb, rows: readonly PlannedOrganization[], commit: Commit): void {
  refuseStale(tx, rows)
  const ids = new Map<string, string>()
  const idOf: IdOf = (parent) => {
    if (parent === null) return null
    const id = 'id' in parent ? parent.id : ids.get(parent.code)
    if (id === undefined) throw new Error('parent of the file was not written')
    return id
  }
  for (const { record, parent } of parentsFirst(
    rows.flatMap(({ write }) => (write.is === 'new' ? [write] : [])),
  )) {
    const id = commit.ids.next()
    addOrganization(
      tx,
      { id, parentId: idOf(parent), fields: fieldsOf(record), importBatchId: commit.batchId },
      commit.moment,
      commit.ids,
    )
    ids.set(record.code, id)
  }
  for (const { write } of rows) if (write.is === 'changed') change(tx, write, idOf, commit)
  renewTreeOrder(tx)
}
