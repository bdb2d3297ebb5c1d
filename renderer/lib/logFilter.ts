import type { Period } from './period.ts'

/** What every list of the log can be narrowed to. */
export interface LogFilter {
  readonly accountId: string | null
  readonly period: Period
  /** Part of a record's name. */
  readonly text: string
}
