import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { meetingPlanInput } from '#shared/contract/meetingPlans.ts'

export type PlanInput = z.input<typeof meetingPlanInput>
export type PlanOutput = z.output<typeof meetingPlanInput>
export type PlanFormMethods = UseFormReturn<PlanInput, unknown, PlanOutput>

/** A line as it stands in the form: a day may be what cannot be read yet. */
export type PlanLineValues = PlanInput['items'][number]
