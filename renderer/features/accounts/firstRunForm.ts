import { z } from 'zod'
import { createFirstInput } from '#shared/contract/accounts.ts'
import { passwordWeakness } from '#shared/domain/passwordRules.ts'
import { isRepeated, notRepeated } from './newPassword.ts'

export const people = ['administrator', 'clerk'] as const

export type Person = (typeof people)[number]

export interface TypedPerson {
  readonly user: string
  readonly displayName: string
  readonly password: string
  readonly repeat: string
}

const person = createFirstInput.shape.administrator
  .extend({ repeat: z.string() })
  .refine(isRepeated, notRepeated)

/**
 * One of the first two; `taken` is the other's account, which whatever its case cannot be had twice. Passwords the core would
 * refuse are refused here already: the first person's page is two pages back by then.
 */
export function personSchema(taken: string | null): z.ZodType<TypedPerson, TypedPerson> {
  return person.check((context) => {
    const { user, displayName, password } = context.value
    const refuse = (field: keyof TypedPerson, message: string): void => {
      context.issues.push({ code: 'custom', input: context.value[field], path: [field], message })
    }
    if (user.toLowerCase() === taken?.toLowerCase()) refuse('user', '两个账号不能同名，请换一个')
    const weakness = passwordWeakness(password, [{ user, displayName }])
    if (weakness !== null) refuse('password', weakness)
  })
}

export const firstPeople: Readonly<Record<Person, TypedPerson>> = {
  administrator: { user: 'sysadmin', displayName: '', password: '', repeat: '' },
  clerk: { user: 'dangwu', displayName: '', password: '', repeat: '' },
}

/** What is sent: the password once. */
export function typedOnce({ user, displayName, password }: TypedPerson) {
  return { user, displayName, password }
}

/** The first person one of whose fields was refused; null when the refusal is about neither. */
export function personRefused(paths: readonly string[]): Person | null {
  return people.find((person) => paths.some((path) => path.startsWith(`${person}.`))) ?? null
}
