import { formatPartialDate, sameAtCommonPrecision } from '../../lib/dates.ts'
import type { PartialDate } from '../../lib/dates.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, lastDoneStep, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import { materialName, missingMaterials } from './materials.ts'
import { mainMilestone, stepNos } from './milestones.ts'
import { stepDefinition } from './steps.ts'
import { ballotDoubts, voteResult } from './votes.ts'
import type { Ballot } from './votes.ts'

/** DEV-13: the meeting's day three times over. */
export function sameDayJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const known: readonly { readonly label: string; readonly on: PartialDate }[] = [
    { label: '支部大会通过', on: facts.dates.meetingOn },
    { label: '志愿书决议', on: facts.resolutionOn },
    { label: '花名册入党日期', on: facts.rosterJoinedOn },
  ].flatMap(({ label, on }) => (on === null ? [] : [{ label, on }]))
  if (known.length < 2) return []
  const isSame = known.every(({ on }) => known.every((other) => sameAtCommonPrecision(on, other.on)))
  const text = () => known.map(({ label, on }) => `${label}${formatPartialDate(on)}`).join('，')
  return [
    {
      code: 'DEV-13',
      step: 15,
      field: 'meetingOn',
      severity: isSame ? null : 'red',
      set: setOf('meetingOn', facts, context),
      inputs: () => known.map(({ label, on }) => dateInput(label, on)),
      result: () => `${text()}，${isSame ? '一致，符合' : '不一致，请以支部大会通过之日为准核对'}`,
    },
  ]
}

/** DEV-14. */
export function sponsorJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { sponsors } = facts
  if (sponsors === null || (sponsors.length === 0 && facts.dates.sponsorsOn === null)) return []
  const least = context.settings['dev.sponsorsMin']
  const able = sponsors.filter(({ isFull, hasRights }) => isFull !== false && hasRights !== false).length
  const isKin = sponsors.some((sponsor) => sponsor.isKin === true)
  const isShort = able < least
  return [
    {
      code: 'DEV-14',
      step: 9,
      field: 'sponsors',
      severity: isShort ? 'red' : isKin ? 'yellow' : null,
      set: setOf('sponsorsOn', facts, context),
      inputs: () => [
        { label: '入党介绍人', value: `${sponsors.length} 名` },
        { label: '可以担任的正式党员', value: `${able} 名` },
      ],
      result: () => {
        const kin = isKin ? '；介绍人是本人直系亲属，一般应当回避' : ''
        return isShort
          ? `可以担任介绍人的正式党员 ${able} 名，不足 ${least} 名${kin}`
          : `有 ${able} 名正式党员作介绍人${isKin ? kin : '，符合'}`
      },
    },
  ]
}

/** DEV-20. */
export function leavingJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  if (facts.leavesSoon === null) return []
  const isBroken = facts.leavesSoon && lastDoneStep(facts) >= 15
  return [
    {
      code: 'DEV-20',
      step: 15,
      field: 'leavesSoon',
      severity: isBroken ? 'yellow' : null,
      set: setOf('meetingOn', facts, context),
      inputs: () => [{ label: '未来 3 个月内将离开单位', value: facts.leavesSoon === true ? '是' : '否' }],
      result: () => {
        if (isBroken) return '本人未来 3 个月内将离开单位，仍提交大会讨论接收，请说明原因'
        return facts.leavesSoon === true ? '本人即将离开单位，一般不办理接收' : '没有即将离开单位的情况，符合'
      },
    },
  ]
}

/** DEV-24: a paper that is missing once its step is done. */
export function materialJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { materials } = facts
  if (materials === null) return []
  const severity = context.settings['dev.missingMaterialBlocks'] ? 'block' : 'yellow'
  return stepNos.flatMap((step) => {
    const milestone = mainMilestone(step)
    if (facts.dates[milestone] === null) return []
    const set = setOf(milestone, facts, context)
    const missing = missingMaterials(step, set, materials)
    const name = stepDefinition(step, set).name
    return [
      {
        code: 'DEV-24' as const,
        step,
        field: 'materials' as const,
        severity: missing.length > 0 ? severity : null,
        set,
        inputs: () => [{ label: '步骤', value: `第${step}步“${name}”` }],
        result: () =>
          missing.length === 0
            ? '必备材料齐全，符合'
            : `缺材料：${missing.map((no) => `${no} ${materialName(no, set)}`).join('、')}`,
      },
    ]
  })
}

function ballotJudgements(
  ballot: Ballot,
  base: Pick<Judgement, 'step' | 'field' | 'set'>,
): readonly Judgement[] {
  const { meeting, vote } = voteResult(ballot)
  const doubts = ballotDoubts(ballot)
  return [
    {
      ...base,
      code: 'MEETING-ADMISSION',
      severity: meeting.isMet ? null : 'red',
      inputs: () => meeting.explanation.inputs,
      result: () => meeting.explanation.result,
    },
    {
      ...base,
      code: 'VOTE-ADMISSION',
      severity: vote.isMet ? null : 'red',
      inputs: () => vote.explanation.inputs,
      result: () => vote.explanation.result,
    },
    {
      ...base,
      code: 'VOTE_COUNT',
      severity: doubts.length > 0 ? 'yellow' : null,
      inputs: () => meeting.explanation.inputs,
      result: () => (doubts.length > 0 ? `${doubts.join('；')}，请核对` : '各项票数前后相符，符合'),
    },
  ]
}

/** The votes of steps 15 and 23 as they were counted. */
export function voteJudgements(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  const { admissionVote, regularVote } = facts
  const [admission, regular] = [setOf('meetingOn', facts, context), setOf('regularMeetingOn', facts, context)]
  return [
    ...(admissionVote === null
      ? []
      : ballotJudgements(admissionVote, { step: 15, field: 'admissionVote', set: admission })),
    ...(regularVote === null
      ? []
      : ballotJudgements(regularVote, { step: 23, field: 'regularVote', set: regular })),
  ]
}
