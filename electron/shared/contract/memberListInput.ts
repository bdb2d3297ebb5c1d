import { z } from 'zod'
import { memberFieldKeys } from '../domain/memberFields.ts'
import { plainText } from '../lib/text.ts'

const id = z.string().min(1).max(64)

const filterField = z.enum(memberFieldKeys)

/**
 * Of the fields that are shown masked (ID number, phones, addresses) an account without `member.reveal` may ask only whether
 * they are filled in (`empty`); any other filter on them is refused with VALIDATION_FAILED.
 */
export const memberFilter = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('in'),
    field: filterField,
    values: z.array(z.string().max(64)).min(1).max(100),
  }),
  z.strictObject({ op: z.literal('is'), field: filterField, value: z.boolean() }),
  z.strictObject({
    op: z.literal('between'),
    field: filterField,
    from: z.string().max(10).nullable(),
    to: z.string().max(10).nullable(),
  }),
  z.strictObject({ op: z.literal('empty'), field: filterField, empty: z.boolean() }),
  z.strictObject({
    op: z.literal('contains'),
    field: filterField,
    text: z.string().overwrite(plainText).min(1).max(50),
  }),
  z.strictObject({
    op: z.literal('age'),
    of: z.enum(['age', 'partyAge']),
    from: z.int().min(0).max(150).nullable(),
    to: z.int().min(0).max(150).nullable(),
  }),
  /** Members with this finding; `any` for any finding nobody has answered for. */
  z.strictObject({ op: z.literal('finding'), code: z.string().max(40) }),
])

export type MemberFilter = z.output<typeof memberFilter>

export const memberSort = z.strictObject({
  field: z.enum([
    'name',
    'organizationId',
    'birthDate',
    'joinedOn',
    'regularOn',
    'gender',
    'education',
    'updatedAt',
  ]),
  descending: z.boolean(),
})

export const memberListInput = z.strictObject({
  /** Subtree of this organisation; null for everything in reach. */
  organizationId: id.nullable(),
  /** Same matching as `members.search`; null for no text. */
  text: z.string().overwrite(plainText).min(1).max(50).nullable(),
  filters: z.array(memberFilter).max(20),
  sort: memberSort,
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export type MemberListInput = z.output<typeof memberListInput>
