import type { WriteDb } from '#db/database.ts'
import {
  insertLostAttempts,
  insertLostCase,
  type LostCaseChange,
  updateLostCase,
} from '#db/queries/lostCases.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMember, listMembersAfter } from '#db/queries/members.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { type LostWay, lostWays } from '#shared/domain/lostCases.ts'
import { personTypeProbationary } from '#shared/domain/memberFacts.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import {
  addDays,
  addMonths,
  type DateOnly,
  daysBetween,
  firstDay,
  type PartialDate,
} from '#shared/lib/dates.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import type { Random } from './random.ts'

const everybody = 1_000_000
const decision = { meeting: '支部党员大会', approvedBy: '云溪区委组织部' } as const
const contents = [
  '电话停机',
  '家属称外出未归',
  '户籍仍在本街道，人不在',
  '社保已停缴',
  '原住处已出租',
] as const

/** 失联处置 in every state, of those the demo marks as lost; the last two wait to be entered. */
export function fillLost(tx: WriteDb, random: Random, moment: WriteMoment): void {
  const all = listMembersAfter(tx, 0, everybody)
  const lost = all.filter(({ isLost, partyStatus }) => isLost === true && isCountedStatus(partyStatus))
  const stopped = all.filter(({ partyStatusKind }) => partyStatusKind === 'TZ-SL')
  const cases = { tx, random, moment }
  lost.slice(0, -2).forEach((member, i) => {
    const since = member.lostSince === null ? null : firstDay(member.lostSince)
    const id = openCase(cases, member.id, { since, status: 'searching' })
    addAttempts(cases, id, since ?? moment.today, i % 4 === 0 ? 0 : 1 + random.below(5))
    if (i === 1)
      settle(
        cases,
        id,
        member,
        { foundOn: moment.today, status: 'found' },
        { isLost: false, lostSince: null },
      )
  })
  stopped.forEach((member, i) => addStopped(cases, member, i))
  const probationary = all.find(
    ({ personType, isLost, joinedOn }) =>
      personType === personTypeProbationary && isLost !== true && joinedOn !== null,
  )
  if (probationary) addRevoked(cases, probationary)
}

interface Cases {
  readonly tx: WriteDb
  readonly random: Random
  readonly moment: WriteMoment
}

function openCase(
  { tx, moment }: Cases,
  memberId: string,
  fields: LostCaseChange & { readonly status: 'searching' | 'stopped'; readonly since: PartialDate | null },
): string {
  const id = moment.ids.next()
  insertLostCase(tx, { ...fields, id, memberId, version: 1, createdAt: moment.at, updatedAt: moment.at })
  return id
}

/** Some ways a round, two rounds a quarter apart, never later than today. */
function addAttempts({ tx, random, moment }: Cases, caseId: string, since: DateOnly, count: number): void {
  const { today, at, ids } = moment
  const rows = Array.from({ length: count }, (_, i) => {
    const round = i < 3 ? 1 : 2
    const wanted = addDays(addMonths(since, round * 2), i * 3)
    const way: LostWay = lostWays[i % lostWays.length] ?? 'phone'
    return {
      id: ids.next(),
      caseId,
      round,
      triedOn: daysBetween(wanted, today) < 0 ? today : wanted,
      way,
      result: random.chance(0.2) ? ('clue' as const) : ('none' as const),
      byWhom: random.pick(['李干事', '支部书记', '网格员']),
      content: random.pick(contents),
      version: 1,
      createdAt: at,
      updatedAt: at,
    }
  })
  insertLostAttempts(tx, rows)
}

/** The end of a case, and what it makes of the member's record. */
function settle(
  { tx, moment }: Cases,
  id: string,
  { id: memberId }: StoredMember,
  set: LostCaseChange,
  fields: Partial<MemberRecord>,
): void {
  updateLostCase(tx, { id, version: 1 }, set, moment.at)
  const member = getMember(tx, memberId)
  if (!member) return
  const changes = changedFields(recordOf(member), fields)
  const on = fields.partyStatusOn ?? moment.today
  changeMember(tx, member, changes, moment, {
    on,
    by: 'NB',
    reason: '失联处置',
    doc: fields.partyStatusDoc ?? null,
  })
}

/** Two years are over for some of them; one was restored in time, one expelled. */
function addStopped(cases: Cases, member: StoredMember, i: number): void {
  const { random, moment } = cases
  const stopOn = firstDay(member.partyStatusOn ?? moment.today)
  const year = stopOn.slice(0, 4)
  const since = addMonths(stopOn, -7 - random.below(5))
  const id = openCase(cases, member.id, {
    since,
    status: 'stopped',
    stopOn,
    stopMeeting: decision.meeting,
    stopApprovedBy: decision.approvedBy,
    stopDoc: `云组〔${year}〕${1 + random.below(40)}号`,
  })
  addAttempts(cases, id, since, 5)
  const restoredOn = addMonths(stopOn, 4)
  if (i === 0 && restoredOn < moment.today) {
    const doc = `云组〔${restoredOn.slice(0, 4)}〕41号`
    settle(
      cases,
      id,
      member,
      {
        status: 'restored',
        restoreAppliedOn: addDays(restoredOn, -40),
        restoreDiscussedOn: addDays(restoredOn, -20),
        restoreApprovedOn: restoredOn,
        restoreApprovedBy: decision.approvedBy,
        restoreDoc: doc,
        foundOn: addDays(restoredOn, -60),
      },
      { partyStatus: 'ZC', partyStatusKind: null, partyStatusOn: restoredOn, partyStatusDoc: doc },
    )
  }
  const expelledOn = addDays(addMonths(stopOn, 24), 20)
  if (i % 4 === 1 && expelledOn < moment.today) {
    const doc = `云工委〔${expelledOn.slice(0, 4)}〕${10 + i}号`
    settle(
      cases,
      id,
      member,
      {
        status: 'expelled',
        endedOn: expelledOn,
        endedMeeting: decision.meeting,
        endedApprovedBy: decision.approvedBy,
        endedDoc: doc,
      },
      { partyStatus: 'CD', partyStatusKind: 'CD-TL', partyStatusOn: expelledOn, partyStatusDoc: doc },
    )
  }
}

function addRevoked(cases: Cases, member: StoredMember): void {
  const { today } = cases.moment
  const joined = firstDay(member.joinedOn ?? today)
  const since = addMonths(joined, 1)
  const on = addDays(today, -10)
  if (since >= on) return
  const id = openCase(cases, member.id, { since, status: 'searching' })
  addAttempts(cases, id, since, 5)
  const doc = `云工委〔${on.slice(0, 4)}〕9号`
  settle(
    cases,
    id,
    member,
    {
      status: 'revoked',
      endedOn: on,
      endedMeeting: decision.meeting,
      endedApprovedBy: '中共云溪街道工作委员会',
      endedDoc: doc,
    },
    {
      partyStatus: 'CD',
      partyStatusKind: 'CD-QX',
      partyStatusOn: on,
      partyStatusDoc: doc,
      isLost: true,
      lostSince: since,
    },
  )
}
