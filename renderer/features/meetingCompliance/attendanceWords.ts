import type { AttendanceRow } from '#shared/contract/meetingRows.ts'

/** `9 / 11，81%`; null where nothing counts. */
export function rateWords({ present, owed }: AttendanceRow['rate']): string | null {
  return owed === 0 ? null : `${Math.floor((present * 100) / owed)}%`
}

export const attendanceFilters = ['makeUp', 'streak', 'frail'] as const

export type AttendanceFilter = (typeof attendanceFilters)[number]

export const attendanceFilterLabels: Readonly<Record<AttendanceFilter, string>> = {
  makeUp: '要补学、送学的',
  streak: '有提示的',
  frail: '高龄、失能的',
}

/** Whom a filter keeps; all of them without one. */
export function filtered(
  rows: readonly AttendanceRow[],
  filter: AttendanceFilter | null,
): readonly AttendanceRow[] {
  if (filter === null) return rows
  return rows.filter(({ toMakeUp, findings, isFrail }) => {
    if (filter === 'makeUp') return toMakeUp.length > 0
    return filter === 'streak' ? findings.length > 0 : isFrail
  })
}

/** The rate of all together: the frail are in it only where they came. */
export function totalRate(rows: readonly AttendanceRow[]): AttendanceRow['rate'] {
  return rows.reduce(
    (sum, { rate }) => ({ present: sum.present + rate.present, owed: sum.owed + rate.owed }),
    { present: 0, owed: 0 },
  )
}
