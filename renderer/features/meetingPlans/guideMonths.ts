import { z } from 'zod'
import type { DateOnly } from '#shared/lib/dates.ts'

const months = Array.from({ length: 12 }, (_, n) => n + 1)

export const monthChoices = months.map((month) => ({ code: String(month), name: `${month}月` }))

/** A month as the choice of a form has it. */
export const monthWritten = z
  .string('请选择月份')
  .refine((text) => monthChoices.some(({ code }) => code === text), '请选择月份')
  .transform(Number)

/** The first month from this one on that has no guide yet. */
export function nextMonth(year: number, taken: readonly number[], today: DateOnly): number {
  const first = year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 1
  const free = (month: number): boolean => !taken.includes(month)
  return months.find((month) => month >= first && free(month)) ?? months.find(free) ?? first
}
