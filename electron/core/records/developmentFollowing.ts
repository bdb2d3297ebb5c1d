import type { WriteDb } from '#db/database.ts'
import {
  type DevelopmentFileColumns,
  developmentFilesOfMembers,
  developmentFilesUnder,
  type StoredDevelopmentFile,
} from '#db/queries/developmentFiles.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { transferRule } from '#shared/domain/development/transfers.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { renewDevelopment } from './developmentStatus.ts'
import { followStatus } from './developmentLeaving.ts'
import { addDevelopmentEvent, changeDevelopmentFile, stateOfFile } from './developmentStore.ts'
import type { Happening } from './memberSpells.ts'
import type { WriteMoment } from './memberStore.ts'

/** What is written into a file when its person comes to another branch here (domain 3.7): a probationer's papers are checked anew. */
export function arrivalColumns(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  { on, isContinuous }: { readonly on: PartialDate; readonly isContinuous: boolean },
): DevelopmentFileColumns {
  const rule = transferRule(stateOfFile(tx, file.id))
  if (rule === null) return {}
  return {
    arrivalKind: rule.kind,
    arrivalFrom: getOrganization(tx, file.organizationId)?.shortName ?? null,
    arrivalLeftOn: on,
    arrivalOn: on,
    arrivalVerified: null,
    arrivalContinuous: isContinuous,
    arrivalDelayMonths: null,
  }
}

/** What a file takes over from the roster, the days its rules compare with their own (DEV-13), and whether the person is counted. */
const followed = ['organizationId', 'name', 'idNo', 'joinedOn', 'regularOn', 'partyStatus'] as const

/**
 * One person, one identity: the file of a member is with the member's branch, under the member's name and number. A probationer who
 * moves takes the file along as a transfer; where the branch itself ended or was written down wrongly, it merely stands elsewhere.
 */
export function followMember(
  tx: WriteDb,
  memberId: string,
  { before, after }: { readonly before: MemberRecord; readonly after: MemberRecord },
  happening: Happening,
  moment: WriteMoment,
): void {
  const { on, by, reason, doc, isSlip } = happening
  if (followed.every((key) => before[key] === after[key])) return
  const isMove = before.organizationId !== after.organizationId
  const files = developmentFilesOfMembers(tx, [memberId])
  if (files.length === 0) return
  for (const file of files) {
    const follows = isMove && file.organizationId === before.organizationId
    const isTransfer = follows && isSlip !== true && by !== 'ZZ' && isProbationer(tx, file)
    const set: DevelopmentFileColumns = {
      ...(file.name === after.name ? {} : { name: after.name }),
      ...(file.idNo === after.idNo ? {} : { idNo: after.idNo }),
      ...(isTransfer ? arrivalColumns(tx, file, { on, isContinuous: true }) : {}),
      ...(follows ? { organizationId: after.organizationId } : {}),
    }
    const isOtherStatus = followStatus(tx, file, { before, after }, happening, moment)
    if (Object.keys(set).length === 0 && !isOtherStatus) continue
    changeDevelopmentFile(tx, file, set, moment)
    if (isTransfer)
      addDevelopmentEvent(
        tx,
        file.id,
        { kind: 'transfer', happenedOn: on, docNo: doc, words: reason },
        moment,
      )
  }
  const ids = files.map(({ id }) => id)
  renewDevelopment(tx, ids, moment)
}

function isProbationer(tx: WriteDb, { id }: StoredDevelopmentFile): boolean {
  return transferRule(stateOfFile(tx, id))?.kind === 'probationer'
}

/** Whether the roster has the person is one thing the rules look at. */
export function renewFilesOf(tx: WriteDb, memberId: string, moment: WriteMoment): void {
  const ids = developmentFilesOfMembers(tx, [memberId]).map(({ id }) => id)
  renewDevelopment(tx, ids, moment)
}

/** Files of a branch that ends stand with the one that takes over: nobody looks into the books of one that is no more. */
export function handOverFiles(
  tx: WriteDb,
  { from, to }: { readonly from: readonly string[]; readonly to: string },
  moment: WriteMoment,
): void {
  const files = developmentFilesUnder(tx, from)
  for (const file of files) changeDevelopmentFile(tx, file, { organizationId: to }, moment)
  renewDevelopment(
    tx,
    files.map(({ id }) => id),
    moment,
  )
}
