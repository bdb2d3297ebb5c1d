import type { Database, ReadDb } from '#db/database.ts'
import { getMembers } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { deletionsOf } from '#db/queries/trash.ts'
import { rowsOf } from '#db/queries/undoRows.ts'
import { AppError } from '#shared/contract/errors.ts'
import { plainTrashKinds, type TrashKind } from '#shared/contract/trash.ts'
import type { Ports } from '../ports.ts'
import { refuseTakenForms, settleRestoredBeside } from '../records/developmentRestored.ts'
import { settleRestoredFiles } from '../records/developmentStore.ts'
import { settleRestoredCases } from '../records/lostCaseStore.ts'
import { takeFromTrash } from '../records/memberStore.ts'
import { settleRestored } from '../records/mobilityStore.ts'
import { momentOf } from '../records/moment.ts'
import { refuseYearlyTwins } from '../records/organizationLifeRestored.ts'
import { takePlainFromTrash } from '../records/plainTrash.ts'
import { renewAfterRestore } from '../records/termStore.ts'
import { settleRestoredMeetings } from '../records/undoMeetings.ts'
import { hangingFinder } from './list.ts'
import { takeOrganizationsFromTrash } from './restoreOrganizations.ts'

interface Item {
  readonly kind: TrashKind
  readonly id: string
}

/** With what hung on them: all or nothing. Returns how many came back. Throws CONFLICT naming what stands in the way. */
export function restoreFromTrash(db: Database, items: readonly Item[], ports: Ports): number {
  const moment = momentOf(ports)
  const all = withHanging(db.read, items)
  const idsOf = (kind: TrashKind) => all.filter((item) => item.kind === kind).map(({ id }) => id)
  const others = plainTrashKinds.flatMap((kind) => {
    const ids = idsOf(kind)
    return ids.length === 0 ? [] : [{ kind, ids }]
  })
  const members = getMembers(db.read, idsOf('member'))
  const organizations = idsOf('organization').flatMap((id) => getOrganization(db.read, id) ?? [])
  const found = others.reduce((sum, { kind, ids }) => sum + rowsOf(db.read, kind, ids).size, 0)
  if (members.length + organizations.length + found < all.length)
    throw new AppError('NOT_FOUND', 'not in the trash', {
      messageZh: '要恢复的记录有的已不在回收站，可能刚被彻底清除。请刷新列表后再试，没有恢复任何记录',
    })
  db.write((tx) => {
    // Branches first: their members need them standing.
    takeOrganizationsFromTrash(tx, organizations, moment)
    for (const member of members) takeFromTrash(tx, member, moment)
    refuseTakenForms(tx, idsOf('applicationForm'))
    refuseYearlyTwins(tx, {
      life_meetings: idsOf('lifeMeeting'),
      appraisals: idsOf('appraisal'),
      review_campaigns: idsOf('reviewCampaign'),
      responsibility_lists: idsOf('responsibilityList'),
    })
    for (const { kind, ids } of others) takePlainFromTrash(tx, kind, ids, moment)
    renewAfterRestore(tx, idsOf('term'), moment)
    settleRestored(tx, idsOf('mobilityRecord'), moment)
    settleRestoredCases(tx, idsOf('lostCase'))
    settleRestoredFiles(tx, idsOf('developmentFile'), moment)
    settleRestoredMeetings(tx, idsOf('meeting'))
    settleRestoredBeside(
      tx,
      { forms: idsOf('applicationForm'), classes: idsOf('trainingClass'), scans: idsOf('attachment') },
      moment,
    )
  })
  return all.length
}

function withHanging(db: ReadDb, items: readonly Item[]): readonly Item[] {
  const deletions = deletionsOf(
    db,
    items.map(({ id }) => id),
  )
  const hanging = hangingFinder(db)
  const all = new Map(
    items
      .flatMap((item): readonly Item[] => [item, ...hanging(item.id, deletions.get(item.id))])
      .map(({ kind, id }) => [id, { kind, id }]),
  )
  return [...all.values()]
}
