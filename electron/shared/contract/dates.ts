import { z } from 'zod'
import { isWrittenDate, isWrittenDay } from '../lib/dates.ts'

/** A whole calendar day. */
export const dateOnlySchema = z.string().refine(isWrittenDay, '请写真实的年月日，如 1968.7.1')

/** A day, a month or a year. */
export const partialDateSchema = z
  .string()
  .refine(isWrittenDate, '请写真实的日期，如 1968、1968.07 或 1968.7.1')
