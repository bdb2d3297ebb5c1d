import type { WriteDb } from '#db/database.ts'
import { findAnyDevelopmentFiles, getAnyDevelopmentFiles } from '#db/queries/developmentFiles.ts'
import { stepsOfFile } from '#db/queries/developmentParts.ts'
import {
  insertDevelopmentStep,
  insertGuarantor,
  updateDevelopmentStep,
} from '#db/queries/developmentPartWrites.ts'
import { listLivingByIdNos } from '#db/queries/imports.ts'
import { unfilledStep } from '#shared/contract/unfilledDevelopment.ts'
import { type Milestone, milestones } from '#shared/domain/development/milestones.ts'
import type { GuarantorDuty } from '#shared/domain/development/records.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { addDevelopmentFile, changeDevelopmentFile } from '../records/developmentStore.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import type { BranchToCreate } from './branches.ts'
import type { DevelopmentWrite, PlannedDevelopment } from './developmentVerdict.ts'
import { type Commit, stalePreview } from './importPlan.ts'
import { goneOrganizations, makeBranches } from './makeBranches.ts'

type NewWrite = Extract<DevelopmentWrite, { is: 'new' }>
type ChangedWrite = Extract<DevelopmentWrite, { is: 'changed' }>

/** The preview was a promise: whatever it rested on must still be so. */
function refuseStale(
  tx: WriteDb,
  rows: readonly PlannedDevelopment[],
  branches: readonly BranchToCreate[],
): void {
  const news = rows.flatMap(({ write, name }) => (write.is === 'new' ? [{ write, name }] : []))
  const changed = rows.flatMap(({ write, name }) => (write.is === 'changed' ? [{ write, name }] : []))
  const idNos = news.flatMap(({ write: { read } }) => read.idNo ?? [])
  const members = new Set(listLivingByIdNos(tx, idNos).map(({ id }) => id))
  const known = Map.groupBy(findAnyDevelopmentFiles(tx, idNos), ({ idNo }) => idNo ?? '')
  const seen = new Map(
    getAnyDevelopmentFiles(
      tx,
      changed.map(({ write: { current } }) => current.file.id),
    ).map((file) => [file.id, file]),
  )
  const isEdited = ({ current: { file } }: ChangedWrite) => {
    const now = seen.get(file.id)
    return now?.version !== file.version || now.deletedAt !== null
  }
  const names = [
    ...news
      .filter(({ write: { read, member, known: before } }) => {
        const isGone = member !== null && !members.has(member.id)
        return isGone || (known.get(read.idNo ?? '')?.length ?? 0) !== before
      })
      .map(({ name }) => name),
    ...changed.filter(({ write }) => isEdited(write)).map(({ name }) => name),
    ...goneOrganizations(
      tx,
      news.map(({ write: { organizationId: id }, name }) => ({ id, name })),
      branches,
    ),
  ]
  if (names.length > 0) throw stalePreview('发展党员档案或花名册', names)
}

function writeStep(
  tx: WriteDb,
  fileId: string,
  milestone: Milestone,
  doneOn: PartialDate,
  { ids }: Commit,
): void {
  insertDevelopmentStep(tx, {
    ...unfilledStep,
    id: ids.next(),
    fileId,
    milestone,
    doneOn,
  })
}

function writeNames(
  tx: WriteDb,
  fileId: string,
  duty: GuarantorDuty,
  names: readonly string[] | null,
  { ids }: Commit,
): void {
  names?.forEach((name, position) =>
    insertGuarantor(tx, {
      id: ids.next(),
      fileId,
      duty,
      memberId: null,
      name,
      fromOn: null,
      toOn: null,
      isKin: null,
      position,
    }),
  )
}

function writeNew(tx: WriteDb, { read, member }: NewWrite, organizationId: string, commit: Commit): string {
  const id = commit.ids.next()
  const { name, idNo, fields, dates, contacts, sponsors } = read
  addDevelopmentFile(
    tx,
    { ...fields, id, name, idNo, organizationId, memberId: member?.id ?? null, isImported: true },
    commit.moment,
  )
  for (const milestone of milestones) {
    const on = dates[milestone]
    if (on !== undefined) writeStep(tx, id, milestone, on, commit)
  }
  writeNames(tx, id, 'contact', contacts, commit)
  writeNames(tx, id, 'sponsor', sponsors, commit)
  return id
}

function writeChanged(tx: WriteDb, write: ChangedWrite, commit: Commit): string {
  const { current, linkTo, set, dates, contacts, sponsors } = write
  const { id } = current.file
  changeDevelopmentFile(
    tx,
    current.file,
    { ...set, ...(linkTo === null ? {} : { memberId: linkTo }) },
    commit.moment,
  )
  const standing = new Map(
    stepsOfFile(tx, id)
      .filter(({ supersededBy }) => supersededBy === null)
      .map((step) => [step.milestone, step.id]),
  )
  for (const milestone of milestones) {
    const [doneOn, step] = [dates[milestone], standing.get(milestone)]
    if (doneOn === undefined) continue
    if (step === undefined) writeStep(tx, id, milestone, doneOn, commit)
    else updateDevelopmentStep(tx, step, { doneOn })
  }
  writeNames(tx, id, 'contact', contacts, commit)
  writeNames(tx, id, 'sponsor', sponsors, commit)
  return id
}

const chunk = 500

/** Writes the whole plan, or throws before the first write when it no longer fits. */
export function commitDevelopment(
  tx: WriteDb,
  rows: readonly PlannedDevelopment[],
  branches: readonly BranchToCreate[],
  commit: Commit,
): void {
  refuseStale(tx, rows, branches)
  const made = makeBranches(tx, branches, commit)
  const written = rows.flatMap(({ write }) => {
    if (write.is === 'new')
      return [writeNew(tx, write, made.get(write.organizationId) ?? write.organizationId, commit)]
    return write.is === 'changed' ? [writeChanged(tx, write, commit)] : []
  })
  for (let from = 0; from < written.length; from += chunk)
    renewDevelopment(tx, written.slice(from, from + chunk), commit.moment)
}
