import type { Finding } from '../finding.ts'
import type { MeetingSettings } from './lifeRules.ts'

/** 到, 缺席, 豁免 (正当理由). */
export const attendanceStates = ['present', 'absent', 'excused'] as const

export type AttendanceState = (typeof attendanceStates)[number]

/** One person at one meeting. */
export interface Attended {
  readonly heldOn: string
  readonly state: AttendanceState
  /** LIFE-11: 高龄、失能, whom the meeting comes to. */
  readonly isFrail: boolean
  readonly madeUpOn: string | null
}

export interface AttendanceRate {
  readonly present: number
  /** 应到 less those excused and the frail who stayed at home. */
  readonly owed: number
}

/** LIFE-11, LIFE-12: 实到 of 应到 without 正当豁免; guests are not asked, frail members count only where they came. */
export function attendanceRate(attended: readonly Attended[]): AttendanceRate {
  const counted = attended.filter(
    ({ state, isFrail }) => state === 'present' || (state === 'absent' && !isFrail),
  )
  return { present: counted.filter(({ state }) => state === 'present').length, owed: counted.length }
}

/** What is to be made up: what somebody was excused from (补学); of the frail whatever they did not come to (送学上门). */
export function toMakeUp<T extends Attended>(attended: readonly T[]): readonly T[] {
  return attended.filter(
    ({ state, isFrail, madeUpOn }) =>
      madeUpOn === null && (isFrail ? state !== 'present' : state === 'excused'),
  )
}

/** LIFE-10: how many meetings in a row up to the last somebody stayed away from without a reason; an excuse neither counts nor breaks the row. */
export function absenceStreak(attended: readonly Attended[]): number {
  const sorted = attended.filter(({ isFrail }) => !isFrail).toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  let streak = 0
  for (const { state } of sorted) {
    if (state === 'present') streak = 0
    if (state === 'absent') streak += 1
  }
  return streak
}

/** LIFE-10: red from so many meetings in a row without a reason; MEM-05 is what the branch has to look into then. */
export function absenceFindings(
  streak: number,
  settings: Pick<MeetingSettings, 'life.absentTimes'>,
): readonly Finding[] {
  if (streak < settings['life.absentTimes']) return []
  return [
    {
      code: 'LIFE-10',
      severity: 'red',
      message: `连续 ${streak} 次没有到会，也没有请假；连续 6 个月不参加组织生活且无正当理由的，按自行脱党处理，须由支部大会决定（MEM-05），请先核实原因`,
      basis: '《党章》第9条（待核）、《党员教育管理工作条例》第31条',
      field: null,
    },
  ]
}
