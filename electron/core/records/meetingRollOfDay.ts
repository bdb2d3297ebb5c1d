import { groupsAsOf } from '#db/queries/asOf.ts'
import type { ReadDb } from '#db/database.ts'
import { awayOn, decidedSince, frailOf } from '#db/queries/meetingRoll.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { listPosts } from '#db/queries/posts.ts'
import { listTerms } from '#db/queries/terms.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RollOfDay } from '#shared/contract/meetingRows.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { countRoll, type RollEntry } from '#shared/domain/meetings/roll.ts'
import { isHeldOn, takesSeat } from '#shared/domain/posts.ts'
import { termOn } from '#shared/domain/terms.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { personKeyOf } from './committees.ts'
import { openable } from './openable.ts'
import { votersByPerson } from './voters.ts'

export interface WhoIsAsked {
  readonly organizationId: string
  readonly groupId: string | null
  readonly kinds: readonly MeetingKind[]
  readonly on: DateOnly
}

interface Person {
  readonly memberId: string | null
  readonly name: string
  readonly isVoter: boolean
}

type Asked = Pick<RollOfDay, 'because'> & { readonly people: readonly Person[] }

function committeeOf(db: ReadDb, { organizationId, on }: WhoIsAsked): readonly Person[] {
  const held = listPosts(db, [organizationId]).filter((post) => takesSeat(post) && isHeldOn(post, on))
  const byPerson = new Map(held.map((post) => [personKeyOf(post), post]))
  return [...byPerson.values()].map(({ memberId, personName: name }) => ({ memberId, name, isVoter: true }))
}

function peopleOf(db: ReadDb, { organizationId, on }: WhoIsAsked): readonly Person[] {
  const { voters, others } = votersByPerson(db, organizationId, on)
  const notYet = decidedSince(
    db,
    voters.map(({ memberId }) => memberId),
    on,
  )
  const person = (
    { memberId, name }: { readonly memberId: string; readonly name: string },
    isVoter: boolean,
  ) => ({
    memberId,
    name,
    isVoter,
  })
  return [
    ...voters.filter(({ memberId }) => !notYet.has(memberId)).map((each) => person(each, true)),
    ...voters.filter(({ memberId }) => notYet.has(memberId)).map((each) => person(each, false)),
    ...others.map((each) => person(each, false)),
  ]
}

function groupOf(db: ReadDb, asked: WhoIsAsked, groupId: string): readonly Person[] {
  const people = peopleOf(db, asked)
  const ids = people.flatMap(({ memberId }) => memberId ?? [])
  const here = new Set(
    groupsAsOf(db, ids, asked.on)
      .filter((spell) => spell.groupId === groupId)
      .map(({ memberId }) => memberId),
  )
  return people.filter(({ memberId }) => memberId !== null && here.has(memberId))
}

/** A kind that asks fewer than the whole branch is asked so only where no other kind asks them all. */
function whoIsAsked(db: ReadDb, asked: WhoIsAsked, isBranch: boolean): Asked {
  const { kinds, groupId, on } = asked
  const isOnly = (kind: MeetingKind) => kinds.every((each) => each === kind)
  if (!isBranch || isOnly('committeeMeeting')) {
    const people = committeeOf(db, asked)
    return { people, because: `按${formatPartialDate(on)}在任的委员 ${people.length} 人` }
  }
  if (isOnly('groupMeeting') && groupId !== null) {
    const people = groupOf(db, asked, groupId)
    return { people, because: `按${formatPartialDate(on)}编在这个党小组的党员 ${people.length} 人` }
  }
  const people = peopleOf(db, asked)
  const voters = people.filter(({ isVoter }) => isVoter).length
  const rest = people.length - voters
  return {
    people,
    because: `按${formatPartialDate(on)}在册、有表决权的正式党员 ${voters} 人${rest === 0 ? '' : `；另有 ${rest} 人没有表决权，到会不计入应到、实到`}`,
  }
}

/**
 * Who should come by the records of a day: of a 支委会 those in office, of a 党小组会 the group, else the whole branch. Nobody is
 * marked present: that is written down at the meeting. Throws NOT_FOUND for an organisation out of reach.
 */
export function rollOfDay(db: ReadDb, asked: WhoIsAsked): RollOfDay {
  const organization = getOrganization(db, asked.organizationId)
  if (!organization || organization.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such organisation', {
      messageZh: '找不到这个党组织，可能已移入回收站。请刷新后重新选择',
    })
  const { people, because } = whoIsAsked(db, asked, organization.type === 'ZB')
  const ids = people.flatMap(({ memberId }) => memberId ?? [])
  const [frail, away, known] = [frailOf(db, ids), awayOn(db, ids, asked.on), openable(db, ids)]
  const roll = people.map(({ memberId, name, isVoter }): RollEntry => {
    const isAway = away.has(memberId ?? '')
    return {
      memberId: memberId !== null && known.has(memberId) ? memberId : null,
      name,
      isVoter,
      isFrail: frail.has(memberId ?? ''),
      state: isAway ? 'excused' : 'absent',
      reason: isAway ? 'away' : null,
      note: isAway ? '流动党员' : null,
      exempt: null,
      madeUpOn: null,
    }
  })
  const secretary = listPosts(db, [asked.organizationId]).findLast(
    (post) => post.position === 'SJ' && isHeldOn(post, asked.on),
  )
  return {
    roll,
    should: countRoll(roll).should,
    because,
    secretary: secretary ? { memberId: secretary.memberId, name: secretary.personName } : null,
    termNo: termOn(listTerms(db, [asked.organizationId]), asked.on)?.termNo ?? null,
  }
}
