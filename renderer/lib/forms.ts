import { issueTextZh } from '#shared/contract/issueText.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldPath, FieldValues, Resolver, UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { toCallError } from './callError.ts'

/** A resolver for a schema of the contract, with Chinese words everywhere. */
export function zhResolver<I extends FieldValues, O>(schema: z.ZodType<O, I>): Resolver<I, unknown, O> {
  return zodResolver(schema, { error: issueTextZh })
}

/** Every name a form has, those of groups with their dots: `clerk.password`. */
function namesOf(values: object, inLists: boolean, prefix = ''): readonly string[] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
    const name = `${prefix}${key}`
    const isGroup = typeof value === 'object' && value !== null && (inLists || !Array.isArray(value))
    return isGroup ? [name, ...namesOf(value, inLists, `${name}.`)] : [name]
  })
}

/**
 * Puts the core's field errors beside their fields; true when there was a field to put one at. `inLists`: every value of the form's
 * lists has a field of its own (`scores.0.scoredOn`).
 */
export function showFieldErrors<T extends FieldValues, O>(
  form: UseFormReturn<T, unknown, O>,
  error: unknown,
  prefix = '',
  inLists = false,
): boolean {
  const known = new Set(namesOf(form.getValues(), inLists))
  let shown = false
  for (const [path, message] of Object.entries(toCallError(error).fields)) {
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : path
    if (!known.has(name)) continue
    // Sound because the form has a value of this name.
    form.setError(name as FieldPath<T>, { type: 'server', message }, { shouldFocus: !shown })
    shown = true
  }
  return shown
}
