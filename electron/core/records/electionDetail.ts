import type { ElectionContest, ElectionDetail, ElectionStepRow } from '#shared/contract/electionRows.ts'
import type { ElectionFields } from '#shared/contract/elections.ts'
import { directFindings, tellerFindings } from '#shared/domain/electionCandidates.ts'
import {
  completionFindings,
  earlyFindings,
  electionSteps,
  stepFindings,
} from '#shared/domain/electionSteps.ts'
import { meetingFindings } from '#shared/domain/electionMeeting.ts'
import { congressFindings, countVoters, exemptionFindings } from '#shared/domain/electionVoters.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { contestLabels } from '#shared/labels/elections.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { contestsOf } from './electionContests.ts'
import type { ElectionFacts } from './electionFacts.ts'
import { kindOf } from './organizationKind.ts'

/** What a page or a paper needs of an election, judged by the rules. */
export function electionDetail(facts: ElectionFacts, today: DateOnly): ElectionDetail {
  const { election, organization, formerTerm, exemptions, tellers, voters } = facts
  const contests = contestsOf(facts)
  const voterCount = countVoters(
    voters,
    exemptions.map(({ memberId }) => memberId),
  )
  return {
    id: election.id,
    version: election.version,
    organization: {
      id: organization.id,
      shortName: organization.shortName,
      fullName: organization.fullName,
      type: kindOf(organization).type,
    },
    kind: election.kind,
    status: election.status,
    fields: fieldsOf(facts),
    closedReason: election.closedReason,
    formerTerm: formerTerm && {
      termNo: formerTerm.termNo,
      fromOn: formerTerm.fromOn,
      dueOn: formerTerm.dueOn,
    },
    steps: stepRows(facts),
    contests,
    exemptions: exemptions.map(({ memberId, name, reason }) => ({ memberId, name, reason })),
    tellers: tellers.map(({ memberId, name, duty }) => ({ memberId, name, duty })),
    should: election.should ?? voterCount.should,
    present: election.present ?? meetingRound(contests)?.present ?? null,
    voterCount,
    votersOn: voters.on,
    findings: findingsOf(facts, contests, voterCount.should),
    obstacles: obstaclesOf(facts, contests, today),
  }
}

function fieldsOf({ election }: ElectionFacts): ElectionFields {
  return {
    isDirect: election.isDirect,
    committeeSeats: election.committeeSeats,
    secretarySeats: election.secretarySeats,
    deputySeats: election.deputySeats,
    plannedOn: election.plannedOn,
    meetingOn: election.meetingOn,
    meetingPlace: election.meetingPlace,
    hostName: election.hostName,
    exemptionsAgreed: election.exemptionsAgreed,
    tellersAgreed: election.tellersAgreed,
    reducedReason: election.reducedReason,
    approvalDoc: election.approvalDoc,
    approvalOn: election.approvalOn,
    filedOn: election.filedOn,
    remark: election.remark,
  }
}

/** The ballot of the whole meeting, from which 应到 and 实到 are taken. */
export function meetingRound(contests: readonly ElectionContest[]) {
  return contests.find(({ seats, rounds }) => seats > 0 && rounds.length > 0)?.rounds[0]
}

/** 委员 are elected by the meeting; 书记 and 副书记 by the committee, unless there is none. */
function roundsOfMeeting({ election }: ElectionFacts, contests: readonly ElectionContest[]) {
  return contests
    .filter(({ contest }) => election.isDirect || contest === 'committee')
    .flatMap(({ rounds }) => rounds)
}

function stepRows({ organization, election, steps }: ElectionFacts): readonly ElectionStepRow[] {
  const card = electionSteps(kindOf(organization).type, election.isDirect)
  const stored = new Map(steps.map((step) => [step.stepNo, step]))
  const days = new Map(steps.flatMap(({ stepNo, doneOn }) => (doneOn === null ? [] : [[stepNo, doneOn]])))
  const found = stepFindings(card, days)
  return card.map((step) => {
    const { doneOn = null, docNo = null, note = null } = stored.get(step.no) ?? {}
    const findings = found
      .filter(({ stepNo }) => stepNo === step.no)
      .map(({ stepNo: _stepNo, ...finding }) => finding)
    return { ...step, doneOn, docNo, note, findings }
  })
}

function findingsOf(
  facts: ElectionFacts,
  contests: readonly ElectionContest[],
  should: number,
): readonly Finding[] {
  const { election, organization, voters, exemptions, tellers, candidates } = facts
  const full = voters.voters.length + voters.others.filter(({ why }) => why !== 'probationary').length
  const isLate = election.status === 'done' || contests.some(({ rounds }) => rounds.length > 0)
  return [
    ...(election.kind === 'byElection' && election.committeeSeats === 0
      ? []
      : directFindings({ type: organization.type, full, isDirect: election.isDirect }, defaultRuleSettings)),
    ...(election.kind === 'term' && election.status === 'open'
      ? earlyFindings(
          {
            dueOn: facts.formerTerm?.dueOn ?? null,
            meetingOn: election.meetingOn ?? election.plannedOn,
          },
          defaultRuleSettings,
        )
      : []),
    ...congressFindings(voters.voters.length + voters.others.length, defaultRuleSettings),
    ...exemptionFindings(voters, exemptions, election.exemptionsAgreed),
    ...(election.status === 'open'
      ? meetingFindings({ meetingOn: election.meetingOn, should, rounds: roundsOfMeeting(facts, contests) })
      : []),
    ...tellerFindings(
      tellers,
      candidates.map(({ memberId }) => memberId),
    ),
    ...(isLate
      ? completionFindings({
          meetingOn: election.meetingOn,
          approvedOn: election.approvalOn,
          filedOn: election.filedOn,
          isDirect: election.isDirect,
        })
      : []),
  ]
}

function obstaclesOf(
  { election, organization, formerTerm }: ElectionFacts,
  contests: readonly ElectionContest[],
  today: DateOnly,
): readonly string[] {
  const { meetingOn, kind, isDirect } = election
  const found: string[] = []
  if (isEnded(organization))
    found.push(`“${organization.shortName}”已撤销或合并，不能再确认结果，请取消这次选举`)
  if (meetingOn === null) found.push('还没有登记选举大会的日期')
  else if (meetingOn > today) found.push('选举大会的日期晚于今天，大会开过以后才能确认结果')
  else if (
    kind === 'term' &&
    formerTerm &&
    formerTerm.electionId !== election.id &&
    formerTerm.fromOn >= meetingOn
  )
    found.push(
      `现任这一届从${formatPartialDate(formerTerm.fromOn || meetingOn)}起，不早于这次选举大会；过去的换届请直接在“届次”中登记`,
    )
  if (contests.every(({ seats }) => seats === 0)) found.push('还没有填写应选名额')
  for (const contest of contests) {
    const problem = undecided(contest)
    if (problem !== null) found.push(problem)
  }
  const of = (name: string) => contests.find(({ contest }) => contest === name)
  const members = new Set(of('committee')?.elected.map(({ memberId }) => memberId))
  if (!isDirect && kind === 'term' && members.size > 0)
    for (const leader of [...(of('secretary')?.elected ?? []), ...(of('deputy')?.elected ?? [])])
      if (!members.has(leader.memberId)) found.push(`“${leader.name}”不是当选的委员，不能当选书记、副书记`)
  return found
}

function undecided({ contest, seats, rounds, result }: ElectionContest): string | null {
  const name = contestLabels[contest]
  if (seats === 0 || result.isDecided) return null
  if (rounds.length === 0) return `还没有录入${name}的投票结果`
  switch (result.next) {
    case 'meetingAgain':
      return `${name}选举到会人数不够，会议无效`
    case 'ballotAgain':
      return `${name}选举收回的选票多于发出的，投票无效，须重新投票`
    case 'tie':
      return `${name}有票数相等的，须就票数相等的人再次投票`
    case 'another':
      return `${name}还差 ${result.open} 名，须另行选举，或填写减少名额不再选举的说明`
    case 'none':
      return null
    default:
      return assertNever(result.next)
  }
}
