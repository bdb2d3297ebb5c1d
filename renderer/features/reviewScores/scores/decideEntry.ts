import { z } from 'zod'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import { grades } from '#shared/domain/reviews/grades.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

const choiceSchema = z.object({
  grade: z.enum(grades).nullable(),
  vetoIds: z.array(z.string()),
  reason: z.string(),
  handling: z.string(),
})

/** What is entered for one person. */
export type Choice = Readonly<z.output<typeof choiceSchema>>

export type Choices = Readonly<Record<string, Choice>>

/** All that is entered at the meeting; kept as a draft until it is saved. */
const meetingSchema = z.object({
  dayText: z.string(),
  decidedAt: z.string(),
  /** Those decided before, unchanged, are decided by this meeting too. */
  isForAll: z.boolean(),
  choices: z.record(z.string(), choiceSchema),
})

export type Entered = Readonly<z.output<typeof meetingSchema>>

/** What was kept as a draft, for those who still account; null where it does not fit any more. */
export function keptEntry(value: unknown): Entered | null {
  const parsed = meetingSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** As it is recorded. */
export const choiceOf = ({ grade, vetoIds, decisionReason, handling }: ScoreRow): Choice => ({
  grade,
  vetoIds: [...vetoIds],
  reason: decisionReason ?? '',
  handling: handling ?? '',
})

/** As recorded; where all are decided the meeting is theirs, else it is a new one. */
export function firstEntry(
  rows: readonly ScoreRow[],
  write: (day: DateOnly) => string,
  today: DateOnly,
): Entered {
  const [known] = rows
  const isDone = known !== undefined && rows.every((row) => row.grade !== null)
  return {
    dayText: write((isDone ? known.decidedOn : null) ?? today),
    decidedAt: (isDone ? known.decidedAt : null) ?? '',
    isForAll: false,
    choices: Object.fromEntries(rows.map((row) => [row.subjectId, choiceOf(row)])),
  }
}
