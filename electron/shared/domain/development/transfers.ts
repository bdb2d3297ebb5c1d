import { addMonths, firstDay, formatPartialDate, lastDay } from '../../lib/dates.ts'
import type { PartialDate } from '../../lib/dates.ts'
import type { Arrival, DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import type { Course } from './course.ts'
import { keptDates } from './states.ts'
import type { CourseState } from './states.ts'

/** 转移: what stays of a file when its person changes branch. */
export interface TransferRule {
  readonly kind: Arrival['kind']
  /** Where the new branch takes it up. */
  readonly state: CourseState
  /** The paper it travels with: only members have a 介绍信. */
  readonly document: 'materialsLetter' | 'introductionLetter'
  readonly words: string
}

const rules: Readonly<Record<Arrival['kind'], TransferRule>> = {
  applicant: {
    kind: 'applicant',
    state: 'applicant',
    document: 'materialsLetter',
    words: '入党申请书由原党支部转交现党支部，申请日期不变（待核）',
  },
  activist: {
    kind: 'activist',
    state: 'activist',
    document: 'materialsLetter',
    words: '原党组织转交培养教育材料，现党组织审查后接续培养，培养教育时间可连续计算（待核）',
  },
  target: {
    kind: 'target',
    state: 'activist',
    document: 'materialsLetter',
    words: '一般回到入党积极分子，由现党组织重新考察；在原单位培养已满一年的，全面考察合格后可以列为发展对象',
  },
  probationer: {
    kind: 'probationer',
    state: 'probationer',
    document: 'introductionLetter',
    words:
      '用党员组织关系介绍信（注明预备党员）转接，现党组织严格审查入党材料，可推迟讨论转正，不超过六个月（待核）',
  },
}

/** Null for states that are not taken along: a target whose form is out, or who waits for approval, is finished or returned first. */
export function transferRule(state: CourseState): TransferRule | null {
  switch (state) {
    case 'applicant':
    case 'revoked':
      return rules.applicant
    case 'activist':
      return rules.activist
    case 'target':
    case 'cleared':
      return rules.target
    case 'probationer':
    case 'extended':
      return rules.probationer
    case 'awaitingApproval':
    case 'full':
    case 'disqualified':
    case 'ended':
      return null
  }
}

/** The file as the new branch takes it up; null for states that are not taken along. */
export function transferredCourse(course: Course): Course | null {
  const rule = transferRule(course.state)
  if (rule === null) return null
  const { state } = rule
  if (state === course.state || course.state === 'extended') return course
  return { ...course, state, dates: keptDates(course.dates, state === 'activist' ? 'activist' : 'applicant') }
}

/** The day from which 培养教育 counts: the old branch's, unless the new one does not count it on. */
export function countedActivistOn(facts: DevelopmentFacts): PartialDate | null {
  const { activistOn } = facts.dates
  const { arrival } = facts
  if (activistOn === null || arrival === null || arrival.isContinuous || arrival.kind === 'probationer') {
    return activistOn
  }
  return arrival.arrivedOn > activistOn ? arrival.arrivedOn : activistOn
}

/** DEV-21, DEV-22 and the checking of what came along. */
export function arrivalJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { arrival } = facts
  if (arrival === null) return []
  const common = { field: 'arrival', set: setOf('meetingOn', facts, context) } as const
  const step = arrival.kind === 'probationer' ? 21 : 6
  const arrived = dateInput('转入日期', arrival.arrivedOn)
  const unaccepted = arrival.kind === 'probationer' ? 'red' : 'yellow'
  const papers: Judgement = {
    ...common,
    code: 'ARRIVAL_PAPERS',
    step,
    severity: arrival.isVerified === true ? null : arrival.isVerified === false ? unaccepted : 'yellow',
    inputs: () => [arrived],
    result: () => {
      if (arrival.isVerified === true) return '转入材料已逐项核验，符合'
      if (arrival.isVerified === null) return '转入材料还没有逐项核验，请核验后登记'
      return arrival.kind === 'probationer'
        ? '入党材料无法认定，请报县级以上党委组织部批准不予承认'
        : '原党组织的培养教育材料核验不通过，请补齐材料或重新计算培养时间'
    },
  }
  return [papers, ...delay(arrival, common, context), ...rushed(facts, arrival, common, context)]
}

type Common = Pick<Judgement, 'field' | 'set'>

function delay(
  { kind, delayMonths }: Arrival,
  common: Common,
  { settings }: DevelopmentContext,
): readonly Judgement[] {
  if (kind !== 'probationer' || delayMonths === null) return []
  const most = settings['dev.regularDelayMonthsMax']
  const isBroken = delayMonths > most
  const result = isBroken
    ? `推迟讨论转正 ${delayMonths} 个月，超过 ${most} 个月`
    : `推迟讨论转正 ${delayMonths} 个月，不超过 ${most} 个月，转正日期仍从预备期满算，符合`
  return [
    {
      ...common,
      code: 'DEV-21',
      step: 23,
      severity: isBroken ? 'red' : null,
      inputs: () => [{ label: '推迟讨论转正', value: `${delayMonths} 个月` }],
      result: () => result,
    },
  ]
}

function rushed(
  facts: DevelopmentFacts,
  { kind, leftOn }: Arrival,
  common: Common,
  { settings }: DevelopmentContext,
): readonly Judgement[] {
  const { meetingOn } = facts.dates
  if (kind !== 'probationer' || leftOn === null || meetingOn === null) return []
  const since = addMonths(firstDay(leftOn), -settings['dev.rushedMonths'])
  const isRushed = firstDay(meetingOn) >= since && firstDay(meetingOn) <= lastDay(leftOn)
  const joined = `${formatPartialDate(meetingOn)}入党，${formatPartialDate(leftOn)}离开原单位`
  return [
    {
      ...common,
      code: 'DEV-22',
      step: 21,
      severity: isRushed ? 'yellow' : null,
      inputs: () => [dateInput('支部大会通过', meetingOn), dateInput('离开原单位', leftOn)],
      result: () =>
        isRushed
          ? `${joined}，相隔不到 ${settings['dev.rushedMonths']} 个月，须查明原因`
          : `${joined}，不在离开前 ${settings['dev.rushedMonths']} 个月内，符合`,
    },
  ]
}
