import { z } from 'zod'
import { isDateOnly, isPartialDate } from '../lib/dates.ts'

/** A whole calendar day. */
export const dateOnlySchema = z.string().refine(isDateOnly, '日期应为真实的年月日，如 1998-07-01')

/** A day, a month or a year. */
export const partialDateSchema = z
  .string()
  .refine(isPartialDate, '日期应为 1998、1998-07 或 1998-07-01 这样的真实日期')
