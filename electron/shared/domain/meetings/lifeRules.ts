import { addDays, dateOnly, daysBetween } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'
import type { Finding } from '../finding.ts'
import { isGap, type JudgedDuty } from './duties.ts'
import type { MeetingFacts } from './kinds.ts'
import { type Period, periodLabel } from './periods.ts'

/** Thresholds of 组织生活 with their defaults (domain 4.1). */
export const defaultMeetingSettings = {
  'life.nearDays': 15,
  'life.themeDayTolerance': 7,
  /** Month and day from which a secretary without a 党课 is red, and after which last year's 组织生活会 is. */
  'life.lectureDueMonthDay': '12-15',
  'life.lifeMeetingDueMonthDay': '03-31',
  'life.lateRecordDays': 3,
  /** LIFE-10: meetings in a row. */
  'life.absentTimes': 6,
} as const

type Widened<T> = T extends number ? number : string

export type MeetingSettings = {
  readonly [K in keyof typeof defaultMeetingSettings]: Widened<(typeof defaultMeetingSettings)[K]>
}

/** A finding about a branch and a period. */
export interface LifeFinding extends Finding {
  readonly period: Period
  readonly groupId: string | null
}

export interface LifeFacts {
  readonly year: number
  readonly duties: readonly JudgedDuty[]
  /** Whether the 支委会 of the December before is missing: months in a row go on over the turn of the year. */
  readonly isDecemberMissing: boolean
  readonly meetings: readonly MeetingFacts[]
  /** 固定日 of the month; null where none is set. */
  readonly themeDay: number | null
  readonly hasSecretary: boolean
  /** 委员 and 党员 without a 谈心谈话 on record in the year, of how many; null where talks are not kept here. */
  readonly talks: { readonly without: number; readonly of: number } | null
  readonly today: DateOnly
  readonly settings: MeetingSettings
}

const branchRule = (article: number, isUnverified = false) =>
  `《中国共产党支部工作条例（试行）》第${article}条${isUnverified ? '（待核）' : ''}`

function found(
  code: string,
  severity: Finding['severity'],
  period: Period,
  message: string,
  basis: string,
  groupId: string | null = null,
): LifeFinding {
  const { year, length, no } = period
  return {
    code,
    severity,
    message: `${periodLabel(period)}${message}`,
    basis,
    field: null,
    period: { year, length, no },
    groupId,
  }
}

const lackOf = (name: string, { state }: JudgedDuty) =>
  state === 'draft' ? `${name}只有草稿，没有定稿` : `没有${name}记录`

function quarterly(
  code: 'LIFE-01' | 'LIFE-04',
  name: string,
  duties: readonly JudgedDuty[],
): readonly LifeFinding[] {
  const basis = code === 'LIFE-01' ? branchRule(11) : branchRule(16, true)
  return duties.flatMap((duty) => {
    if (duty.state === 'near')
      return [found(code, 'yellow', duty.period, `还没有${name}记录，本季度即将结束`, basis)]
    if (!isGap(duty)) return []
    const severity = code === 'LIFE-01' ? 'red' : 'yellow'
    const draft = duty.state === 'draft' ? '只有草稿，没有定稿' : '没有记录'
    return [found(code, severity, duty.period, `${name}${draft}`, basis)]
  })
}

/** LIFE-02: yellow; red from the second month in a row. */
function committeeFindings(
  duties: readonly JudgedDuty[],
  isDecemberMissing: boolean,
): readonly LifeFinding[] {
  return duties.flatMap((duty, n) => {
    if (!isGap(duty)) return []
    const before = duties[n - 1]
    const isSecond =
      duty.period.no === 1
        ? isDecemberMissing
        : before !== undefined && isGap(before) && before.period.no === duty.period.no - 1
    const words = `${lackOf('支委会', duty)}${isSecond ? '，已连续两个月以上' : ''}`
    return [found('LIFE-02', isSecond ? 'red' : 'yellow', duty.period, words, branchRule(12))]
  })
}

function groupFindings(duties: readonly JudgedDuty[]): readonly LifeFinding[] {
  return duties.filter(isGap).map((duty) => {
    const { period, group } = duty
    const whose = group === null ? '' : `“${group.name}”`
    const words = `${whose}${lackOf('党小组会', duty)}`
    return found('LIFE-03', 'yellow', period, words, branchRule(14), group?.id ?? null)
  })
}

/** LIFE-05: held at all, and about the fixed day. */
function themeDayFindings({ duties, themeDay, settings }: LifeFacts): readonly LifeFinding[] {
  const basis = branchRule(16)
  return ofKind(duties, 'themeDay').flatMap((duty) => {
    if (isGap(duty)) return [found('LIFE-05', 'yellow', duty.period, lackOf('主题党日', duty), basis)]
    if (themeDay === null || duty.state !== 'done') return []
    const { from, to } = duty.period.days
    const wished = addDays(from, Math.min(themeDay - 1, daysBetween(from, to)))
    const tolerance = settings['life.themeDayTolerance']
    const isNear = duty.meetings.some(
      ({ heldOn }) => Math.abs(daysBetween(wished, dateOnly(heldOn))) <= tolerance,
    )
    return isNear
      ? []
      : [
          found(
            'LIFE-05',
            'yellow',
            duty.period,
            `主题党日不在固定日（${themeDay} 日）前后 ${tolerance} 天内`,
            basis,
          ),
        ]
  })
}

/** LIFE-04: 书记 gives a 党课 at least once a year. */
function lectureFindings({
  year,
  meetings,
  hasSecretary,
  today,
  settings,
}: LifeFacts): readonly LifeFinding[] {
  const isGiven = meetings.some(
    ({ kinds, heldOn, isSecretaryLecturing }) =>
      kinds.has('lecture') && isSecretaryLecturing && heldOn.startsWith(`${year}-`),
  )
  if (!hasSecretary || isGiven || today < dateOnly(`${year}-${settings['life.lectureDueMonthDay']}`))
    return []
  return [
    found(
      'LIFE-04',
      'red',
      { year, length: 'year', no: 1 },
      '书记没有讲过党课（每年至少 1 次）',
      branchRule(16, true),
    ),
  ]
}

/** LIFE-06: yellow from the new year, red after its 31 March. */
function yearlyFindings({ year, duties, today, settings }: LifeFacts): readonly LifeFinding[] {
  const isOver = today > dateOnly(`${year + 1}-${settings['life.lifeMeetingDueMonthDay']}`)
  return [...ofKind(duties, 'organizationLife'), ...ofKind(duties, 'appraisal')].flatMap((duty) => {
    if (!isGap(duty)) return []
    const [name, article] =
      duty.kind === 'appraisal' ? (['民主评议党员', 18] as const) : (['组织生活会', 17] as const)
    return [
      found(
        'LIFE-06',
        isOver ? 'red' : 'yellow',
        duty.period,
        lackOf(name, duty),
        branchRule(article, article === 17),
      ),
    ]
  })
}

/** LIFE-07: one finding for all of them. */
function talkFindings({ year, talks, today }: LifeFacts): readonly LifeFinding[] {
  if (talks === null || talks.without === 0 || today <= dateOnly(`${year}-12-31`)) return []
  const words = `有 ${talks.without} 人没有谈心谈话记录（共 ${talks.of} 人）`
  return [found('LIFE-07', 'yellow', { year, length: 'year', no: 1 }, words, branchRule(19))]
}

/** LIFE-09: an 组织生活会 that is a 党员大会 too has to have voted on something by itself. */
function jointFindings({ meetings, year }: LifeFacts): readonly LifeFinding[] {
  return meetings
    .filter(
      ({ kinds, heldOn, matters }) =>
        heldOn.startsWith(`${year}-`) &&
        kinds.has('organizationLife') &&
        kinds.has('branchMeeting') &&
        !matters.some(({ section, ballot }) => section === 'branchMeeting' && ballot !== null),
    )
    .map(({ heldOn }) =>
      found(
        'LIFE-09',
        'yellow',
        { year, length: 'month', no: Number(heldOn.slice(5, 7)) },
        '组织生活会与党员大会同一场召开，大会议题没有单独表决记录，不能算两次',
        branchRule(11, true),
      ),
    )
}

function ofKind(duties: readonly JudgedDuty[], kind: JudgedDuty['kind']): readonly JudgedDuty[] {
  return duties.filter((duty) => duty.kind === kind)
}

/** LIFE-01 to LIFE-07 and LIFE-09 of one branch and one year, in the order of the rules. */
export function lifeFindings(facts: LifeFacts): readonly LifeFinding[] {
  const { duties } = facts
  return [
    ...quarterly('LIFE-01', '党员大会', ofKind(duties, 'branchMeeting')),
    ...committeeFindings(ofKind(duties, 'committeeMeeting'), facts.isDecemberMissing),
    ...groupFindings(ofKind(duties, 'groupMeeting')),
    ...quarterly('LIFE-04', '党课', ofKind(duties, 'lecture')),
    ...lectureFindings(facts),
    ...themeDayFindings(facts),
    ...yearlyFindings(facts),
    ...talkFindings(facts),
    ...jointFindings(facts),
  ]
}

/** Entered so many days after the meeting: shown openly as 补录, yellow for a sign-in that is. */
export function isLateRecord(heldOn: DateOnly, enteredOn: DateOnly, settings: MeetingSettings): boolean {
  return daysBetween(heldOn, enteredOn) > settings['life.lateRecordDays']
}
