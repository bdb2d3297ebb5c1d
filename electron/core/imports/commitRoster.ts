import type { WriteDb } from '#db/database.ts'
import { idNosElsewhere, listLivingByIdNos } from '#db/queries/imports.ts'
import { listAnyOrganizations } from '#db/queries/organizations.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { findOrganizationKind, isEnded } from '#shared/domain/organizationKinds.ts'
import { addMember, changeMember } from '../records/memberStore.ts'
import { openMobility } from '../records/mobilityOpening.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import type { BranchToCreate } from './branches.ts'
import { type Commit, stalePreview } from './importPlan.ts'
import { organizationKey } from './organizationNames.ts'
import type { PlannedPerson } from './rosterPlan.ts'

/** The preview was a promise: whatever it rested on must still be so. */
function refuseStale(tx: WriteDb, rows: readonly PlannedPerson[], branches: readonly BranchToCreate[]): void {
  const added = rows.flatMap(({ write, name }) =>
    write.is === 'new' ? [{ name, idNo: write.record.idNo }] : [],
  )
  const newIdNos = added.map(({ idNo }) => idNo)
  const elsewhere = idNosElsewhere(tx, newIdNos)
  const taken = [
    ...listLivingByIdNos(tx, newIdNos).map(({ name }) => name),
    ...added.filter(({ idNo }) => elsewhere.has(idNo)).map(({ name }) => name),
  ]
  const changed = rows.flatMap(({ write }) => (write.is === 'changed' ? [write.current] : []))
  const now = new Map(
    listLivingByIdNos(
      tx,
      changed.map(({ idNo }) => idNo),
    ).map((member) => [member.id, member.version]),
  )
  const edited = changed.filter(({ id, version }) => now.get(id) !== version).map(({ name }) => name)
  const gone = goneOrganizations(tx, rows, branches)
  const all = [...taken, ...edited, ...gone]
  if (all.length > 0) throw stalePreview('花名册', all)
}

function goneOrganizations(
  tx: WriteDb,
  rows: readonly PlannedPerson[],
  branches: readonly BranchToCreate[],
): readonly string[] {
  const tree = readOrganizationTree(tx)
  const isLiving = (id: string) => tree.get(id)?.status === 'active' || tree.get(id)?.status === 'planned'
  const placeholders = new Set(branches.map(({ placeholder }) => placeholder))
  const targets = rows.flatMap(({ write, name }) => {
    if (write.is === 'nothing') return []
    const { organizationId, groupId } = write.is === 'new' ? write.record : write.fields
    return [organizationId, groupId].flatMap((id) => (typeof id === 'string' ? [{ id, name }] : []))
  })
  const missing = targets.filter(({ id }) => !placeholders.has(id) && !isLiving(id)).map(({ name }) => name)
  const keys = new Set(
    listAnyOrganizations(tx)
      .filter((row) => !isEnded(row))
      .map(({ shortName }) => organizationKey(shortName)),
  )
  const made = branches.filter(
    ({ name, parentId }) => keys.has(organizationKey(name)) || (parentId !== null && !isLiving(parentId)),
  )
  return [...missing, ...made.map(({ name }) => name)]
}

function branchFields(name: string): OrganizationFields {
  return {
    ...unfilledOrganization,
    fullName: name,
    shortName: name.slice(0, 50),
    type: 'ZB',
    branchKind: findOrganizationKind('党支部', name)?.branchKind ?? null,
  }
}

/** Placeholder -> id of the branch now made. */
function makeBranches(
  tx: WriteDb,
  branches: readonly BranchToCreate[],
  commit: Commit,
): ReadonlyMap<string, string> {
  const made = new Map<string, string>()
  for (const { placeholder, name, parentId } of branches) {
    const id = commit.ids.next()
    addOrganization(
      tx,
      { id, parentId, fields: branchFields(name), importBatchId: commit.batchId },
      commit.moment,
      commit.ids,
    )
    made.set(placeholder, id)
  }
  if (branches.length > 0) renewTreeOrder(tx)
  return made
}

function withBranch<T extends Partial<MemberRecord>>(fields: T, made: ReadonlyMap<string, string>): T {
  const organizationId = fields.organizationId === undefined ? undefined : made.get(fields.organizationId)
  return organizationId === undefined ? fields : { ...fields, organizationId }
}

/** Writes the whole plan, or throws before the first write when it no longer fits. */
export function commitRoster(
  tx: WriteDb,
  rows: readonly PlannedPerson[],
  branches: readonly BranchToCreate[],
  commit: Commit,
): void {
  refuseStale(tx, rows, branches)
  const made = makeBranches(tx, branches, commit)
  for (const { write } of rows) {
    if (write.is === 'new') addMember(tx, commit.ids.next(), withBranch(write.record, made), commit.moment)
    else if (write.is === 'changed') {
      const { current, fields } = write
      changeMember(tx, current, withBranch(fields, made), commit.moment)
      const floatingTo = fields.floatingTo ?? current.floatingTo
      if (fields.isFloating === true)
        openMobility(tx, current.id, { isFloating: true, floatingTo }, commit.moment)
    }
  }
}
