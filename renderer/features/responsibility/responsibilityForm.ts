import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import type { ResponsibilityFields, responsibilityInput } from '#shared/contract/responsibility.ts'
import { checkKinds, type GoalLevel, goalLevels } from '#shared/domain/reviews/responsibility.ts'

export type ResponsibilityDraft = z.input<typeof responsibilityInput>

export type ResponsibilityForm = UseFormReturn<ResponsibilityDraft, unknown, ResponsibilityFields>

export type CheckDraft = ResponsibilityDraft['checks'][number]

export function blankList(organizationId: string, year: number): ResponsibilityDraft {
  return {
    organizationId,
    year,
    firstName: null,
    directName: null,
    specificName: null,
    remark: null,
    goals: [],
    checks: [],
  }
}

export function draftOf({ goals, checks, ...fields }: ResponsibilityFields): ResponsibilityDraft {
  return {
    ...fields,
    goals: goals.map((goal) => ({ ...goal })),
    checks: checks.map((check) => ({ ...check })),
  }
}

export function blankGoal(level: GoalLevel): ResponsibilityDraft['goals'][number] {
  return { level, content: '', ownerName: null, dueOn: null, doneOn: null, result: null }
}

export const blankCheck: CheckDraft = {
  kind: 'quarterlyMeeting',
  heldOn: '',
  byName: null,
  found: null,
  closedOn: null,
  result: null,
}

const typed = z.string().nullable()

/** What may be kept half-written: the form's own shape, whatever stands in it. */
const keptSchema = z.strictObject({
  organizationId: z.string(),
  year: z.int(),
  firstName: typed,
  directName: typed,
  specificName: typed,
  remark: typed,
  goals: z.array(
    z.strictObject({
      level: z.enum(goalLevels),
      content: z.string(),
      ownerName: typed,
      dueOn: typed,
      doneOn: typed,
      result: typed,
    }),
  ),
  checks: z.array(
    z.strictObject({
      kind: z.enum(checkKinds),
      heldOn: z.string(),
      byName: typed,
      found: typed,
      closedOn: typed,
      result: typed,
    }),
  ),
})

/** A draft as it was kept; null where it no longer fits. */
export function keptDraft(value: unknown): ResponsibilityDraft | null {
  const parsed = keptSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
