import type { RoundKind } from './electionWords.ts'
import { type Finding, makeFinding } from './finding.ts'
import type { Attendance, Judgement } from './thresholds.ts'

/** Votes of one name in one ballot. Somebody written in has 赞成 only. */
export interface CountedVotes {
  readonly candidateId: string
  readonly name: string
  readonly isWriteIn: boolean
  readonly agreed: number
  readonly against: number
  readonly abstained: number
}

/** One ballot as counted. */
export interface CountedRound extends Attendance {
  readonly kind: RoundKind
  /** Seats this ballot is to fill. */
  readonly seats: number
  /** 发出, 收回, and of those the invalid ones (ORG-33). */
  readonly issued: number
  readonly returned: number
  readonly invalid: number
  readonly votes: readonly CountedVotes[]
}

const basisBallot = '《基层组织选举工作条例》（条号待核）'

/** ORG-32: no more ballots may come back than were given out, else the whole ballot is void. */
export function ballotsReturned({ issued, returned }: Pick<CountedRound, 'issued' | 'returned'>): Judgement {
  const isMet = returned <= issued
  return {
    isMet,
    explanation: {
      code: 'ORG-32',
      title: '收回票数',
      inputs: [
        { label: '发出', value: `${issued} 张` },
        { label: '收回', value: `${returned} 张` },
      ],
      rule: '收回的选票等于或少于发出的，选举有效；多于的，选举无效，重新投票',
      basis: basisBallot,
      result: isMet
        ? `发出 ${issued} 张，收回 ${returned} 张：有效`
        : `发出 ${issued} 张，收回 ${returned} 张，多出 ${returned - issued} 张：选举无效，须重新投票`,
    },
  }
}

/** ORG-33: one ballot with as many names as seats, or fewer, counts; with more it is void. A blank one is an abstention. */
export function isBallotValid(names: number, seats: number): boolean {
  return names <= seats
}

/** What cannot be true of a count, by field: such a count is not taken. Numbers that are merely unusual are findings. */
export function roundContradictions(round: CountedRound): Readonly<Record<string, string>> {
  const { should, present, returned, invalid, seats, votes } = round
  const valid = returned - invalid
  const problems: Record<string, string> = {}
  if (present > should)
    problems.present = `实到 ${present} 人多于应到 ${should} 人，请核对；到会的人不能列入“不计入应到”`
  if (invalid > returned) problems.invalid = `无效票 ${invalid} 张多于收回的 ${returned} 张，请核对`
  const total = votes.reduce((sum, { agreed }) => sum + agreed, 0)
  if (total > Math.max(valid, 0) * seats)
    problems.votes = `赞成票合计 ${total} 票，超过 ${valid} 张有效票每张最多选 ${seats} 人所能有的 ${valid * seats} 票（ORG-33），请核对`
  votes.forEach(({ name, agreed, against, abstained }, index) => {
    const sum = agreed + against + abstained
    if (sum > valid)
      problems[`votes.${index}`] =
        `“${name}”的赞成、不赞成、弃权合计 ${sum} 票，多于有效票 ${valid} 张，请核对`
  })
  return problems
}

/** Numbers of a count that are unusual. */
export function oddities(round: CountedRound): readonly Finding[] {
  const { present, issued, returned, invalid, votes } = round
  const found: Finding[] = []
  if (issued > present) {
    const message = `发出选票 ${issued} 张，多于实到 ${present} 人；选票只发给到会的有选举权党员，不能委托他人代投`
    found.push(makeFinding('ORG-38', 'red', 'issued', message, basisBallot))
  }
  const valid = returned - invalid
  const short = votes.filter(
    ({ isWriteIn, agreed, against, abstained }) => !isWriteIn && agreed + against + abstained < valid,
  )
  if (short.length > 0) {
    const names = short.map(({ name }) => `“${name}”`).join('、')
    const message = `${names}的赞成、不赞成、弃权合计少于有效票 ${valid} 张，没有划的一般按弃权计，请核对`
    found.push(makeFinding('ORG-33', 'blue', 'votes', message, basisBallot))
  }
  return found
}
