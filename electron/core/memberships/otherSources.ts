import type { ReadDb } from '#db/database.ts'
import { lostCasesOf } from '#db/queries/lostCases.ts'
import { mobilityOfMember } from '#db/queries/mobility.ts'
import { listPostsOfMember } from '#db/queries/posts.ts'
import { transfersOfMember } from '#db/queries/transfers.ts'
import type { TimelineEntry } from '#shared/contract/memberships.ts'
import { lostStatusLabels } from '#shared/labels/lostCases.ts'
import { mobilityKindLabels, mobilityReasonLabels, mobilityStatusLabels } from '#shared/labels/mobility.ts'
import { postPositionLabels, postWayLabels } from '#shared/labels/posts.ts'
import { transferDirectionLabels, transferStatusLabels } from '#shared/labels/transfers.ts'
import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { holdsOn, type TimelineContext } from './timelineContext.ts'

const said = (label: string, text: string | null): readonly string[] =>
  text === null || text === '' ? [] : [`${label}：${text}`]

const dated = (label: string, day: PartialDate | null): readonly string[] =>
  day === null ? [] : [`${label}：${formatPartialDate(day)}`]

export function postEntries(
  db: ReadDb,
  { member, nameOf, today }: TimelineContext,
): readonly TimelineEntry[] {
  return listPostsOfMember(db, member.id).map((post) => ({
    kind: 'post',
    id: post.id,
    fromOn: post.fromOn,
    toOn: post.toOn,
    title: `${nameOf(post.organizationId)}${postPositionLabels[post.position]}${post.isPartTime ? '（兼职）' : ''}`,
    details: [
      ...said('产生方式', post.howChosen === null ? null : postWayLabels[post.howChosen]),
      ...said('批复文号', post.approvedDoc),
      ...said('离任原因', post.leftReason),
    ],
    isNow: holdsOn(post, today),
    stay: null,
  }))
}

/** Ongoing until the receipt is here, the letter is returned or void. */
export function transferEntries(db: ReadDb, { member }: TimelineContext): readonly TimelineEntry[] {
  return transfersOfMember(db, member.id).map((transfer) => {
    const { direction, status, fromOrg, toOrg, letterNo, issuedOn, sentOn, receivedOn } = transfer
    const over = transfer.endedOn ?? transfer.receiptOn ?? (direction === 'in' ? receivedOn : null)
    const started = issuedOn ?? sentOn ?? receivedOn ?? over ?? ''
    return {
      kind: 'transfer',
      id: transfer.id,
      fromOn: started,
      toOn: over,
      title: `组织关系${transferDirectionLabels[direction]}（${transferStatusLabels[status]}）`,
      details: [
        ...said('从', fromOrg),
        ...said('到', toOrg),
        ...said('介绍信编号', letterNo),
        ...dated('回执', transfer.receiptOn),
        ...said('原因', transfer.endReason),
      ],
      isNow: over === null,
      stay: null,
    }
  })
}

export function mobilityEntries(db: ReadDb, { member }: TimelineContext): readonly TimelineEntry[] {
  return mobilityOfMember(db, member.id).map(({ record }) => {
    const { kind, reason, status, outOn, returnedOn } = record
    const isOpen = status === 'away' || status === 'lost'
    const where = [record.province, record.city, record.district, record.place].filter(
      (part) => part !== null,
    )
    return {
      kind: 'mobility',
      id: record.id,
      fromOn: outOn ?? '',
      toOn: isOpen ? null : (returnedOn ?? ''),
      title: `流动外出（${mobilityStatusLabels[status]}）`,
      details: [
        ...said('去向', where.join('')),
        ...said('流动类型', kind === null ? null : mobilityKindLabels[kind]),
        ...said('原因', reason === null ? null : mobilityReasonLabels[reason]),
        ...said('流入地党组织', record.destOrg),
      ],
      isNow: isOpen,
      stay: null,
    }
  })
}

export function lostCaseEntries(db: ReadDb, { member }: TimelineContext): readonly TimelineEntry[] {
  return lostCasesOf(db, member.id).map(({ lost }) => {
    const { status, since } = lost
    const isOpen = status === 'searching' || status === 'stopped'
    const over = lost.foundOn ?? lost.restoreApprovedOn ?? lost.endedOn ?? ''
    return {
      kind: 'lostCase',
      id: lost.id,
      fromOn: since ?? '',
      toOn: isOpen ? null : over,
      title: `失联处置（${lostStatusLabels[status]}）`,
      details: [
        ...dated('停止党籍', lost.stopOn),
        ...said('停止党籍文号', lost.stopDoc),
        ...dated('恢复党籍', lost.restoreApprovedOn),
        ...dated('除名', lost.endedOn),
      ],
      isNow: isOpen,
      stay: null,
    }
  })
}
