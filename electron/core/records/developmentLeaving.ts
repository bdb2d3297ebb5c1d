import type { WriteDb } from '#db/database.ts'
import type { StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { eventsOfFile } from '#db/queries/developmentParts.ts'
import { deleteDevelopmentEvent, updateDevelopmentEvent } from '#db/queries/developmentPartWrites.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import type { EndReason } from '#shared/domain/development/courseActions.ts'
import { isNewAdmission } from '#shared/domain/development/rejoining.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { firstDay } from '#shared/lib/dates.ts'
import { addDevelopmentEvent, stateOfFile } from './developmentStore.ts'
import type { Happening } from './memberSpells.ts'
import type { WriteMoment } from './memberStore.ts'

const probationEnded = 'CD-QX'
const movedAway = 'ZCU'

const endReasons: Readonly<Record<string, EndReason>> = { SW: 'died', ZCU: 'left' }

interface Change {
  readonly before: MemberRecord
  readonly after: MemberRecord
}

/**
 * Whoever is counted no more by the roster — struck off the probation, dead, moved away — has no probation to watch in the file either;
 * whoever is counted again goes on where the file stood. True when the file was written to.
 */
export function followStatus(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  change: Change,
  happening: Happening,
  moment: WriteMoment,
): boolean {
  const { before, after } = change
  const [was, is] = [isCountedStatus(before.partyStatus), isCountedStatus(after.partyStatus)]
  if (was === is || isNewAdmission(before, after)) return false
  return is ? comeBack(tx, file, before, happening, moment) : leave(tx, file, after, happening, moment)
}

function leave(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  { partyStatus, partyStatusKind, partyStatusOn, partyStatusDoc }: MemberRecord,
  { on, reason }: Happening,
  moment: WriteMoment,
): boolean {
  const state = stateOfFile(tx, file.id)
  // 停止党籍 is for full members, whose file is done.
  if ((state !== 'probationer' && state !== 'extended') || partyStatus === 'TZ') return false
  const isDisqualified = partyStatusKind === probationEnded
  addDevelopmentEvent(
    tx,
    file.id,
    {
      kind: isDisqualified ? 'disqualify' : 'end',
      happenedOn: firstDay(partyStatusOn ?? on),
      cause: isDisqualified ? null : (endReasons[partyStatus] ?? 'outcome'),
      docNo: partyStatusDoc,
      words: reason,
      overrideReason: fromRoster,
    },
    moment,
  )
  return true
}

const fromRoster = '按花名册登记的党籍状态'

/** What the roster wrote is taken back by it: a slip as if it had not been, a return from elsewhere as a transfer. */
function comeBack(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  before: MemberRecord,
  { on, reason, doc }: Happening,
  moment: WriteMoment,
): boolean {
  const last = eventsOfFile(tx, file.id).findLast(({ supersededBy }) => supersededBy === null)
  if (last?.overrideReason !== fromRoster) return false
  if (before.partyStatus !== movedAway) {
    deleteDevelopmentEvent(tx, last.id)
    return true
  }
  const happenedOn = firstDay(on)
  const id = addDevelopmentEvent(
    tx,
    file.id,
    { kind: 'transfer', happenedOn, docNo: doc, words: reason },
    moment,
  )
  updateDevelopmentEvent(tx, last.id, { supersededBy: id })
  return true
}
