import { halfOrMore, moreThanHalf } from './counting.ts'
import type { Explanation } from './finding.ts'
import type { RuleSettings } from './settings.ts'

/** Whether a number is enough, and why: the four measures of the Party's meetings differ in both share and base. */
export interface Judgement {
  readonly isMet: boolean
  readonly explanation: Explanation
}

/** People of a meeting who may vote: those who should come (应到) and those who did (实到). */
export interface Attendance {
  readonly should: number
  readonly present: number
}

const people = (label: string, count: number) => ({ label, value: `${count} 人` })
const attendanceInputs = ({ should, present }: Attendance) => [
  people('应到会有表决权人数', should),
  people('实到会有表决权人数', present),
]

/** An ordinary meeting is held with 半数以上 of 应到: of 10 five will do (以上 includes the number itself). */
export function ordinaryMeeting({ should, present }: Attendance): Judgement {
  const isMet = halfOrMore(present, should)
  return {
    isMet,
    explanation: {
      code: 'MEETING-HALF',
      title: '一般会议到会人数',
      inputs: attendanceInputs({ should, present }),
      rule: '实到达到应到的半数以上（含半数），可以开会',
      basis: '党内法规用语“以上”含本数（待核）',
      result: isMet
        ? `应到 ${should}，实到 ${present}，达到半数：可以开会`
        : `应到 ${should}，实到 ${present}，不足半数：不能开会`,
    },
  }
}

const basisAdmission = '《发展党员工作细则》第20条（待核）'

/** Admitting, 转正 and the like ask for more than half of 应到 to come: of 20 ten are not enough. Written opinions do not count here. */
export function admissionMeeting({ should, present }: Attendance): Judgement {
  const isMet = moreThanHalf(present, should)
  return {
    isMet,
    explanation: {
      code: 'MEETING-ADMISSION',
      title: '讨论接收、转正的会议到会人数',
      inputs: attendanceInputs({ should, present }),
      rule: '实到必须超过应到的半数（刚好一半不行；提交书面意见的不算到会）',
      basis: basisAdmission,
      result: isMet
        ? `应到 ${should}，实到 ${present}，超过半数：可以开会`
        : `应到 ${should}，实到 ${present}，没有超过半数：不能开会`,
    },
  }
}

/** Votes of an admission: 赞成 with those given in writing beforehand must exceed half of 应到, not of 实到. */
export function admissionVote(vote: {
  readonly should: number
  readonly agreed: number
  readonly agreedInWriting: number
}): Judgement {
  const { should, agreed, agreedInWriting } = vote
  const votes = agreed + agreedInWriting
  const isMet = moreThanHalf(votes, should)
  const written = agreedInWriting === 0 ? '' : `（含书面意见 ${agreedInWriting} 票）`
  return {
    isMet,
    explanation: {
      code: 'VOTE-ADMISSION',
      title: '接收、转正的表决',
      inputs: [
        people('应到会有表决权人数', should),
        { label: '赞成', value: `${agreed} 票` },
        { label: '书面同意', value: `${agreedInWriting} 票` },
      ],
      rule: '赞成票（含会前提交的书面意见）必须超过应到的半数',
      basis: basisAdmission,
      result: isMet
        ? `应到 ${should}，赞成 ${votes} 票${written}，超过应到半数：通过`
        : `应到 ${should}，赞成 ${votes} 票${written}，没有超过应到半数：不通过`,
    },
  }
}

export const basisElectionMeeting = '《基层组织选举工作条例》第20条（待核）'

export interface ElectionMeeting extends Judgement {
  /** Exactly four fifths: sources differ on whether that is enough, so somebody has to look. */
  readonly isOnTheLine: boolean
}

/** ORG-31: an election needs four fifths of 应到; whether exactly four fifths will do is a setting. */
export function electionMeeting(
  { should, present }: Attendance,
  settings: Pick<RuleSettings, 'election.quorumFourFifthsInclusive'>,
): ElectionMeeting {
  const isInclusive = settings['election.quorumFourFifthsInclusive']
  const isOnTheLine = should > 0 && present * 5 === should * 4
  const isMet = should > 0 && (isOnTheLine ? isInclusive : present * 5 > should * 4)
  const head = `应到 ${should}，实到 ${present}，`
  const line = isMet ? '达到' : isOnTheLine ? '恰好是' : '不到'
  return {
    isMet,
    isOnTheLine,
    explanation: {
      code: 'ORG-31',
      title: '选举大会到会人数',
      inputs: [people('应到会有选举权人数', should), people('实到会有选举权人数', present)],
      rule: isInclusive
        ? '有选举权的到会人数不少于应到会有选举权人数的五分之四，会议有效'
        : '有选举权的到会人数超过应到会有选举权人数的五分之四，会议有效',
      basis: basisElectionMeeting,
      result: `${head}${line}五分之四：${isMet ? '有效' : '无效，不能进行选举'}`,
    },
  }
}

/** ORG-34: elected with more than half of those present (实到): neither of 应到 nor of the valid ballots. */
export function electedVote({
  name,
  agreed,
  present,
}: {
  readonly name: string
  readonly agreed: number
  readonly present: number
}): Judgement {
  const isMet = moreThanHalf(agreed, present)
  return {
    isMet,
    explanation: {
      code: 'ORG-34',
      title: '当选所需票数',
      inputs: [{ label: '赞成', value: `${agreed} 票` }, people('实到会有选举权人数', present)],
      rule: '赞成票超过实到会有选举权人数的一半才能当选（不是应到，也不是有效票）',
      basis: '《基层组织选举工作条例》（条号待核）',
      result: `${name}得赞成 ${agreed} 票，${isMet ? '过' : '没有过'}实到半数`,
    },
  }
}
