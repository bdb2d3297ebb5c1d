import type { TermState } from '#shared/domain/terms.ts'

/** Whether a term is well, as StateMark shows it. */
export const termMarks: Readonly<Record<TermState, 'good' | 'bad' | 'warning' | 'none'>> = {
  overdue: 'bad',
  oneMonth: 'warning',
  threeMonths: 'warning',
  sixMonths: 'warning',
  extended: 'good',
  normal: 'good',
  unknown: 'none',
}

/** 还有 119 天, 已超 20 天; empty where no day is known. */
export function daysText(daysLeft: number | null): string {
  if (daysLeft === null) return ''
  return daysLeft < 0 ? `已超 ${-daysLeft} 天` : `还有 ${daysLeft} 天`
}
