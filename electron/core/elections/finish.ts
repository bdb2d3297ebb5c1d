import type { Database, WriteDb } from '#db/database.ts'
import type { ElectedPerson, ElectionContest, ElectionDetail } from '#shared/contract/electionRows.ts'
import type { finishElectionInput } from '#shared/contract/elections.ts'
import { termYearsOf } from '#shared/domain/organizationKinds.ts'
import type { PostPosition } from '#shared/domain/posts.ts'
import { committeePositions } from '#shared/domain/posts.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { addYears, type DateOnly } from '#shared/lib/dates.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { electionDetail, meetingRound } from '../records/electionDetail.ts'
import { type ElectionFacts, readElection } from '../records/electionFacts.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { endCommittee, enterPosts, type NewPost } from '../records/postStore.ts'
import { openTerm } from '../records/termStore.ts'
import { conflict, openElection, refuse, touch } from './checks.ts'

type Input = z.output<typeof finishElectionInput>

/** One post for each person elected: 书记 and 副书记 are not entered as 委员 besides. */
export function postsOf(
  contests: readonly ElectionContest[],
  duties: Input['duties'],
): readonly { readonly person: ElectedPerson; readonly position: PostPosition }[] {
  const of = (name: ElectionContest['contest']) =>
    contests.find(({ contest }) => contest === name)?.elected ?? []
  const leaders = [
    ...of('secretary').map((person) => ({ person, position: 'SJ' as const })),
    ...of('deputy').map((person) => ({ person, position: 'FSJ' as const })),
  ]
  const led = new Set(leaders.map(({ person }) => person.memberId))
  const duty = new Map(duties.map(({ candidateId, position }) => [candidateId, position]))
  const rest = of('committee')
    .filter(({ memberId }) => !led.has(memberId))
    .map((person) => ({ person, position: duty.get(person.candidateId) ?? ('WY' as const) }))
  return [...leaders, ...rest]
}

/** Enters the new term and who was elected, and closes the election: one transaction. Throws CONFLICT with what is in the way. */
export function finishElection(db: Database, input: Input, ports: Ports): void {
  const moment = momentOf(ports)
  const facts = readElection(db.read, input.id, moment.today)
  openElection(facts.election, input.version)
  const detail = electionDetail(facts, moment.today)
  const { meetingOn } = facts.election
  if (detail.obstacles.length > 0 || meetingOn === null)
    throw conflict('not decided', `还不能确认选举结果：${detail.obstacles.join('；')}`)
  const isDuty = ({ position }: Input['duties'][number]) =>
    committeePositions.some((each) => each === position) && position !== 'SJ' && position !== 'FSJ'
  if (!input.duties.every(isDuty))
    throw refuse('not a duty', { duties: '委员的分工只能选组织、宣传、纪检等委员' })
  db.write((tx) => {
    const termId =
      facts.election.kind === 'term' ? enterTerm(tx, facts, meetingOn, moment) : runningTermId(facts)
    enterPosts(tx, newPosts(detail, input.duties, { facts, termId, meetingOn }), moment)
    touch(
      tx,
      facts.election,
      { status: 'done', should: detail.should, present: meetingRound(detail.contests)?.present ?? null },
      moment,
    )
  })
}

const runningTermId = ({ formerTerm }: ElectionFacts) => formerTerm?.id ?? null

/** ORG-14: the new term runs from the day of the meeting; the former committee ends with that day. */
function enterTerm(
  tx: WriteDb,
  { election, organization, formerTerm }: ElectionFacts,
  meetingOn: DateOnly,
  moment: WriteMoment,
): string {
  endCommittee(tx, organization.id, { on: meetingOn, reason: '换届' }, moment)
  const years = organization.termYears ?? termYearsOf(kindOf(organization), defaultRuleSettings) ?? null
  const termNo = formerTerm?.termNo ?? null
  return openTerm(
    tx,
    {
      organizationId: organization.id,
      termNo: termNo === null ? null : termNo + 1,
      fromOn: meetingOn,
      dueOn: years === null ? null : addYears(meetingOn, years),
      endedOn: null,
      electionId: election.id,
      remark: null,
    },
    moment,
  )
}

function newPosts(
  { contests }: ElectionDetail,
  duties: Input['duties'],
  {
    facts,
    termId,
    meetingOn,
  }: { readonly facts: ElectionFacts; readonly termId: string | null; readonly meetingOn: DateOnly },
): readonly NewPost[] {
  const { election, organization } = facts
  return postsOf(contests, duties).map(({ person, position }) => {
    const isLeader = position === 'SJ' || position === 'FSJ'
    return {
      organizationId: organization.id,
      termId,
      memberId: person.memberId,
      personName: person.name,
      position,
      fromOn: meetingOn,
      toOn: null,
      howChosen: election.kind === 'term' ? 'elected' : 'byElection',
      approvedDoc: isLeader ? election.approvalDoc : null,
      approvedOn: isLeader ? election.approvalOn : null,
      isPartTime: false,
      isOnePersonTwoPosts: false,
      unitDuty: null,
      phone: null,
      leftReason: null,
      remark: null,
    }
  })
}
