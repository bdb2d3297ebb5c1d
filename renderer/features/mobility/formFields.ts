import { z } from 'zod'
import { type MobilityFields, mobilityInput } from '#shared/contract/mobility.ts'
import type { UseFormReturn } from 'react-hook-form'

/** The record's fields and, of an outflow, whose it is; '' for nobody yet. */
export const formSchema = mobilityInput.extend({ memberId: z.string().max(64) })

export type MobilityDraft = z.input<typeof formSchema>
export type MobilityFormValues = z.output<typeof formSchema>
export type MobilityFormState = UseFormReturn<MobilityDraft, unknown, MobilityFormValues>

/** What was typed anew: numbers shown masked are left as they are. */
export function changedFields(before: MobilityFields, after: MobilityFields): Partial<MobilityFields> {
  const old: ReadonlyMap<string, unknown> = new Map(Object.entries(before))
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => old.get(key) !== value))
}
