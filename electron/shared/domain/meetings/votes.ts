import { moreThanHalf } from '../counting.ts'
import type { Explanation, Finding } from '../finding.ts'
import {
  admissionMeeting,
  admissionVote,
  basisElectionMeeting,
  electionMeeting,
  type Judgement,
  ordinaryMeeting,
} from '../thresholds.ts'
import type { RuleSettings } from '../settings.ts'

/** What a meeting decides on; each kind has its own measure of who must be there and how many must agree. */
export const matterKinds = [
  'admission',
  'regular',
  'extension',
  'disqualification',
  'election',
  'discipline',
  'expulsion',
  'important',
  'ordinary',
] as const

export type MatterKind = (typeof matterKinds)[number]

/** A count as minuted: sums only. */
export interface MatterBallot {
  readonly should: number
  readonly present: number
  readonly agreed: number
  readonly agreedInWriting: number
  readonly against: number | null
  readonly abstained: number | null
  readonly isSecret: boolean
}

/** One item of the agenda that was voted on, or should have been. */
export interface VotedMatter {
  readonly id: string
  readonly kind: MatterKind
  readonly ballot: MatterBallot | null
  /** What the minutes say came out. */
  readonly isPassed: boolean | null
}

const asAdmission: readonly MatterKind[] = ['admission', 'regular', 'extension', 'disqualification']

/** Those that cannot be decided without a counted vote (domain 4.2). */
export function mustBeCounted(kind: MatterKind): boolean {
  return kind !== 'ordinary'
}

export interface MatterResult {
  readonly meeting: Judgement
  /** Null for an election: who is elected is counted name by name there. */
  readonly vote: Judgement | null
  readonly isPassed: boolean | null
}

const article11 = '《中国共产党支部工作条例（试行）》第11条'

/** 支11 asks for half of 应到 to come; that 以上 includes the number itself is said elsewhere. */
function heldMeeting(ballot: MatterBallot): Judgement {
  const { isMet, explanation } = ordinaryMeeting(ballot)
  return { isMet, explanation: { ...explanation, basis: `${article11}；${explanation.basis}` } }
}

/** 支11: 赞成 of more than half of 应到. */
function ordinaryVote({ should, agreed }: MatterBallot): Judgement {
  const isMet = moreThanHalf(agreed, should)
  const explanation: Explanation = {
    code: 'VOTE-ORDINARY',
    title: '党员大会表决',
    inputs: [
      { label: '应到会有表决权人数', value: `${should} 人` },
      { label: '赞成', value: `${agreed} 票` },
    ],
    rule: '赞成人数超过应到有表决权党员的半数为通过',
    basis: article11,
    result: isMet
      ? `应到 ${should}，赞成 ${agreed}，超过应到半数：通过`
      : `应到 ${should}，赞成 ${agreed}，没有超过应到半数：不通过`,
  }
  return { isMet, explanation }
}

/** By the right one of the four measures for this kind of matter. */
export function matterResult(
  kind: MatterKind,
  ballot: MatterBallot,
  settings: Pick<RuleSettings, 'election.quorumFourFifthsInclusive'>,
): MatterResult {
  if (kind === 'election') return { meeting: electionMeeting(ballot, settings), vote: null, isPassed: null }
  const isAdmission = asAdmission.includes(kind)
  const meeting = isAdmission ? admissionMeeting(ballot) : heldMeeting(ballot)
  const vote = isAdmission ? admissionVote(ballot) : ordinaryVote(ballot)
  return { meeting, vote, isPassed: meeting.isMet && vote.isMet }
}

function finding(
  code: string,
  severity: Finding['severity'],
  field: string,
  message: string,
  basis: string,
): Finding {
  return { code, severity, message, basis, field }
}

/** What is wrong with one matter: not counted, by hand where it must be secret, or minuted otherwise than the numbers say. */
export function matterFindings(
  { kind, ballot, isPassed }: VotedMatter,
  settings: Pick<RuleSettings, 'election.quorumFourFifthsInclusive'>,
): readonly Finding[] {
  const basis = article11
  if (ballot === null)
    return mustBeCounted(kind)
      ? [finding('MATTER_NOT_COUNTED', 'red', 'ballot', '这类议题必须表决并登记票数', basis)]
      : []
  const result = matterResult(kind, ballot, settings)
  const found: Finding[] = []
  if (!result.meeting.isMet)
    found.push(
      finding(
        result.meeting.explanation.code,
        'red',
        'present',
        result.meeting.explanation.result,
        result.meeting.explanation.basis,
      ),
    )
  if ((asAdmission.includes(kind) || kind === 'election') && !ballot.isSecret)
    found.push(
      finding('MATTER_NOT_SECRET', 'red', 'isSecret', '这类议题必须无记名投票，登记的是举手表决', basis),
    )
  if (kind === 'election' && electionMeeting(ballot, settings).isOnTheLine)
    found.push(
      finding(
        'ORG-31',
        'yellow',
        'present',
        `实到 ${ballot.present} 人恰好是应到 ${ballot.should} 人的五分之四，各地口径不一，请确认`,
        basisElectionMeeting,
      ),
    )
  const { should, present, agreed, agreedInWriting, against, abstained } = ballot
  if (present + agreedInWriting > should)
    found.push(
      finding(
        'VOTE_COUNT',
        'red',
        'present',
        `实到 ${present} 人${agreedInWriting === 0 ? '' : `加书面意见 ${agreedInWriting} 票`}，多于应到 ${should} 人，请核对`,
        '数据核对',
      ),
    )
  const counted = agreed + (against ?? 0) + (abstained ?? 0)
  if (counted > present)
    found.push(
      finding(
        'VOTE_COUNT',
        'red',
        'agreed',
        `各项票数合计 ${counted} 票，多于实到 ${present} 人，请核对`,
        '数据核对',
      ),
    )
  if (result.isPassed !== null && isPassed !== null && isPassed !== result.isPassed)
    found.push(
      finding(
        'MATTER_RESULT',
        'red',
        'isPassed',
        `记录写的是“${isPassed ? '通过' : '不通过'}”，按票数应为“${result.isPassed ? '通过' : '不通过'}”`,
        result.vote?.explanation.basis ?? basis,
      ),
    )
  return found
}
