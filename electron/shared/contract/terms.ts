import { z } from 'zod'
import type { OrganizationType } from '../domain/organizationKinds.ts'
import { termStates, type TermState } from '../domain/terms.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'
import type { OrganizationFinding } from './organizations.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')

export const termInput = z.strictObject({
  /** 第几届. */
  termNo: z.int().min(1, '届次从 1 起').max(99, '届次最多 99').nullable(),
  /** Day of the electing meeting; null where nobody has written it down. */
  fromOn: partialDateSchema.nullable(),
  /** 届满日; null leaves it to the years of the term. */
  dueOn: dateOnlySchema.nullable(),
  /** Of a former term; null for the one that runs. */
  endedOn: partialDateSchema.nullable(),
  remark: text(200),
})

export type TermFields = z.output<typeof termInput>

export const extendTermInput = z.strictObject({
  id,
  version,
  extendedTo: dateOnlySchema,
  doc: text(50),
  approvedOn: dateOnlySchema.nullable(),
  reason,
})

export interface Term extends TermFields {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly isRunning: boolean
  readonly extendedTo: DateOnly | null
  readonly extensionDoc: string | null
  readonly extensionApprovedOn: DateOnly | null
  readonly extensionReason: string | null
  /** The election it came from; null where none was recorded here. */
  readonly electionId: string | null
}

export interface OrganizationTerms {
  readonly organizationId: string
  /** Why it has none, in Chinese; null where it has. */
  readonly noTermZh: string | null
  /** Years of a term as its own records or the rules say; null where neither does. */
  readonly years: number | null
  /** Newest first. */
  readonly terms: readonly Term[]
  /** Of the term that runs; `unknown` without one. */
  readonly state: TermState
  /** By when the election is due, an approved delay counted in. */
  readonly effectiveDue: DateOnly | null
  /** From today; negative when it has passed. */
  readonly daysLeft: number | null
  readonly findings: readonly OrganizationFinding[]
}

export interface TermRow {
  readonly organizationId: string
  readonly organizationName: string
  readonly organizationType: OrganizationType
  /** The community or committee it stands under; empty at the top. */
  readonly aboveName: string
  readonly termNo: number | null
  readonly fromOn: PartialDate | '' | null
  readonly dueOn: DateOnly | null
  readonly extendedTo: DateOnly | null
  readonly state: TermState
  readonly daysLeft: number | null
  readonly secretaryName: string | null
  /** ORG-53 and the like of its committee, as short titles. */
  readonly troublesZh: readonly string[]
}

export const termsListInput = z.strictObject({
  state: z.enum(termStates).nullable(),
  /** Only those with something vacant, or a post held by somebody who left. */
  trouble: z.enum(['ORG-53', 'POST_LEFT']).nullable(),
  /** Subtree; null for everything in reach. */
  organizationId: id.nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})

export const termsRoutes = {
  /** Organisations that have terms, the most urgent first. */
  'terms.list': query(termsListInput, 'organization.read').output<{
    readonly rows: readonly TermRow[]
    readonly total: number
    /** Within the organisation chosen, whatever the other filters. */
    readonly counts: Readonly<Record<TermState, number>>
    readonly troubles: Readonly<Record<'ORG-53' | 'POST_LEFT', number>>
  }>(),
  'terms.of': query(z.strictObject({ organizationId: id }), 'organization.read').output<OrganizationTerms>(),
  'terms.record': command(
    z.strictObject({ organizationId: id, fields: termInput }),
    'organization.write',
  ).output<OrganizationTerms>(),
  'terms.update': command(
    z.strictObject({ id, version, fields: termInput.partial() }),
    'organization.write',
  ).output<OrganizationTerms>(),
  /** ORG-11. Without an approval it is kept and counts for nothing. */
  'terms.extend': command(extendTermInput, 'organization.write').output<OrganizationTerms>(),
  'terms.trash': command(z.strictObject({ id, version, reason }), 'organization.write').output<null>(),
}
