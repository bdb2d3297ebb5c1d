import type { WriteDb } from '#db/database.ts'
import { idNosElsewhere, listLivingByIdNos } from '#db/queries/imports.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { addMember, changeMember } from '../records/memberStore.ts'
import { openMobility } from '../records/mobilityOpening.ts'
import type { BranchToCreate } from './branches.ts'
import { type Commit, stalePreview } from './importPlan.ts'
import { goneOrganizations, makeBranches, type Target } from './makeBranches.ts'
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
  const gone = goneOrganizations(tx, targetsOf(rows), branches)
  const all = [...taken, ...edited, ...gone]
  if (all.length > 0) throw stalePreview('花名册', all)
}

function targetsOf(rows: readonly PlannedPerson[]): readonly Target[] {
  return rows.flatMap(({ write, name }) => {
    if (write.is === 'nothing') return []
    const { organizationId, groupId } = write.is === 'new' ? write.record : write.fields
    return [organizationId, groupId].flatMap((id) => (typeof id === 'string' ? [{ id, name }] : []))
  })
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
