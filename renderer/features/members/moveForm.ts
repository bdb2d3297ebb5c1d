import { z } from 'zod'
import { moveInput } from '#shared/contract/memberships.ts'

/** The form of 调整支部; whom it moves is known outside it. */
export const moveSchema = moveInput
  .omit({ members: true })
  .extend({ toId: z.string().nullable() })
  .refine(({ toId }) => toId !== null, { path: ['toId'], error: '请选择党支部' })
  .refine(({ how, on }) => how === 'neverThere' || on !== null, {
    path: ['on'],
    error: '请填写从哪一天起在新支部',
  })

export type MoveFormInput = z.input<typeof moveSchema>
export type MoveForm = z.output<typeof moveSchema>
