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

/** Those excused who have not made up what they missed. */
export function toMakeUp(attended: readonly Attended[]): readonly Attended[] {
  return attended.filter(
    ({ state, isFrail, madeUpOn }) => state === 'excused' && !isFrail && madeUpOn === null,
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
