import type { Database } from '#db/database.ts'
import type { z } from 'zod'
import type { decisionInput, restoreInput } from '#shared/contract/lostCases.ts'
import { personTypeProbationary } from '#shared/domain/memberFacts.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { checkDay, conflict, expectMember, expectStatus, takeStep } from './changes.ts'
import { find } from './commands.ts'

type Decision = z.output<typeof decisionInput>

const stoppedKind = 'TZ-SL'
const leftByThemselves = 'CD-TL'
const probationEnded = 'CD-QX'

/** 停止党籍: 正式党员 looked for in vain. The status, its day and its paper go into the roster in the same write. */
export function stopMembership(
  db: Database,
  { id, version, on, meeting, approvedBy, doc }: Decision,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const found = find(db, id, version)
  expectStatus(found, 'searching')
  expectMember(found, 'counted')
  if (found.personType === personTypeProbationary)
    throw conflict(
      'probationary members are not stopped',
      `“${found.memberName}”是预备党员，没有停止党籍；失去联系的应办理取消预备党员资格`,
    )
  checkDay('on', on, { today: moment.today, notBefore: found.lost.since, what: '失去联系日期' })
  db.write((tx) =>
    takeStep(
      tx,
      {
        found,
        version,
        set: {
          status: 'stopped',
          stopOn: on,
          stopMeeting: meeting,
          stopApprovedBy: approvedBy,
          stopDoc: doc,
        },
        member: {
          partyStatus: 'TZ',
          partyStatusKind: stoppedKind,
          partyStatusOn: on,
          partyStatusDoc: doc,
          isLost: true,
        },
        happening: { on, reason: '失去联系，停止党籍', doc },
      },
      moment,
    ),
  )
}

export function restoreMembership(
  db: Database,
  { id, version, appliedOn, discussedOn, approvedOn, approvedBy, doc }: z.output<typeof restoreInput>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const found = find(db, id, version)
  expectStatus(found, 'stopped')
  expectMember(found, 'TZ')
  const { today } = moment
  const { stopOn } = found.lost
  const afterStop = { today, notBefore: stopOn, what: '停止党籍的日期' }
  checkDay('appliedOn', appliedOn, afterStop)
  checkDay('discussedOn', discussedOn, { today, notBefore: appliedOn ?? stopOn, what: '本人申请的日期' })
  checkDay('approvedOn', approvedOn, { today, notBefore: discussedOn ?? stopOn, what: '支部讨论的日期' })
  db.write((tx) =>
    takeStep(
      tx,
      {
        found,
        version,
        set: {
          status: 'restored',
          restoreAppliedOn: appliedOn,
          restoreDiscussedOn: discussedOn,
          restoreApprovedOn: approvedOn,
          restoreApprovedBy: approvedBy,
          restoreDoc: doc,
        },
        member: {
          partyStatus: 'ZC',
          partyStatusKind: null,
          partyStatusOn: approvedOn,
          partyStatusDoc: doc,
          isLost: false,
          lostSince: null,
        },
        happening: { on: approvedOn, reason: '恢复党籍', doc },
      },
      moment,
    ),
  )
}

interface Ending extends Decision {
  readonly by: 'expel' | 'revoke'
}

/** 自行脱党除名 after 停止党籍, or 取消预备党员资格 of 预备党员 who were looked for in vain. */
export function endMembership(
  db: Database,
  { by, id, version, on, meeting, approvedBy, doc }: Ending,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const found = find(db, id, version)
  const isExpelling = by === 'expel'
  expectStatus(found, isExpelling ? 'stopped' : 'searching')
  expectMember(found, isExpelling ? 'TZ' : 'counted')
  if (!isExpelling && found.personType !== personTypeProbationary)
    throw conflict(
      'no probationary member',
      `“${found.memberName}”是正式党员，不能取消预备党员资格；失去联系的应研究停止党籍`,
    )
  const notBefore = isExpelling ? found.lost.stopOn : found.lost.since
  const what = isExpelling ? '停止党籍的日期' : '失去联系日期'
  checkDay('on', on, { today: moment.today, notBefore, what })
  db.write((tx) =>
    takeStep(
      tx,
      {
        found,
        version,
        set: {
          status: isExpelling ? 'expelled' : 'revoked',
          endedOn: on,
          endedMeeting: meeting,
          endedApprovedBy: approvedBy,
          endedDoc: doc,
        },
        member: {
          partyStatus: 'CD',
          partyStatusKind: isExpelling ? leftByThemselves : probationEnded,
          partyStatusOn: on,
          partyStatusDoc: doc,
        },
        happening: {
          on,
          reason: isExpelling ? '停止党籍后仍失去联系，按自行脱党除名' : '失去联系，取消预备党员资格',
          doc,
        },
      },
      moment,
    ),
  )
}
