import { z } from 'zod'
import type { OrganizationType } from '../domain/organizationKinds.ts'
import { postPositions, postWays } from '../domain/posts.ts'
import type { Vacancy } from '../domain/vacancies.ts'
import type { DateOnly } from '../lib/dates.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'
import type { OrganizationFinding } from './organizations.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')

export const postInput = z.strictObject({
  termId: id.nullable(),
  /** Null for people outside the roster. */
  memberId: id.nullable(),
  /** Of a member the roster's name is taken. */
  personName: z.string().overwrite(cleanName).max(50, '最多 50 个字').nullable(),
  position: z.enum(postPositions, '请选择职务'),
  /** Null where nobody has written it down. */
  fromOn: partialDateSchema.nullable(),
  howChosen: z.enum(postWays).nullable(),
  approvedDoc: text(50),
  approvedOn: dateOnlySchema.nullable(),
  isPartTime: z.boolean(),
  isOnePersonTwoPosts: z.boolean(),
  unitDuty: text(100),
  phone: text(30),
  remark: text(200),
})

export type PostFields = z.output<typeof postInput>

/** '' is a day nobody has written down. */
const leftOn = z.union([z.literal(''), partialDateSchema])

/** A post as screens show it: the phone of somebody outside the roster masked. */
export interface Post extends PostFields {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly personName: string
  /** Null while held; '' where nobody knows the day. */
  readonly toOn: z.output<typeof leftOn> | null
  readonly leftReason: string | null
  /** On the day asked for. */
  readonly isHeld: boolean
}

export interface OrganizationPosts {
  readonly organizationId: string
  readonly asOf: DateOnly
  /** Held on the day: the committee in its order, then the others. */
  readonly held: readonly Post[]
  /** 委员会应配职数; null where it is not set. */
  readonly seats: number | null
  /** People on seats on the day; 兼职委员 are none. */
  readonly seated: number
  readonly vacancies: readonly Vacancy[]
  /** Every post ever entered, newest first. */
  readonly all: readonly Post[]
  /** Of today. */
  readonly findings: readonly OrganizationFinding[]
}

export interface ContactPerson {
  readonly name: string
  /** Masked; null where none is known. */
  readonly phone: string | null
  /** Null for people outside the roster and out of reach. */
  readonly memberId: string | null
  /** For `posts.reveal`; null where no post is entered. */
  readonly postId: string | null
}

export interface ContactRow {
  readonly organizationId: string
  readonly organizationName: string
  readonly organizationType: OrganizationType
  readonly aboveName: string
  readonly secretary: ContactPerson | null
  /** 书记 is what the organisation's own page says, no post is entered. */
  readonly isOldSecretary: boolean
  readonly deputy: ContactPerson | null
  readonly organizer: ContactPerson | null
  /** 联系人 of the organisation's page. */
  readonly contactName: string | null
  readonly contactPhone: string | null
}

export const contactsInput = z.strictObject({
  organizationId: id.nullable(),
  /** Part of the name of an organisation or a person. */
  text: z.string().overwrite(plainText).max(50, '最多 50 个字').nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})

export const exportPostsInput = z.strictObject({
  document: z.enum(['committees', 'contacts']),
  /** Subtree; null for everything in reach. */
  organizationId: id.nullable(),
  /** At the end of this day; not after today. */
  asOf: dateOnlySchema,
  format: z.enum(['docx', 'xlsx']),
  /** Phones in the clear; needs a purpose. */
  unmasked: z.boolean(),
  purpose: z.string().overwrite(plainText).min(1, '请写明用途').max(100, '最多 100 个字').nullable(),
})

export const postsRoutes = {
  'posts.of': query(
    z.strictObject({ organizationId: id, asOf: dateOnlySchema }),
    'organization.read',
  ).output<OrganizationPosts>(),
  /** Of the organisations in reach, oldest first. */
  'posts.ofMember': query(z.strictObject({ memberId: id }), 'member.read').output<{
    readonly posts: readonly Post[]
  }>(),
  'posts.contacts': query(contactsInput, 'organization.read').output<{
    readonly rows: readonly ContactRow[]
    readonly total: number
  }>(),
  /** Whom to call, in full: a member's number of the roster, else that of the post. Logged. */
  'posts.reveal': command(z.strictObject({ id }), 'member.reveal').output<{
    readonly phone: string | null
  }>(),
  /** One write for all of them. `replaces` leaves on the first day of the first of them. */
  'posts.enter': command(
    z.strictObject({
      organizationId: id,
      posts: z.array(postInput).min(1).max(30),
      replaces: z.strictObject({ id, version }).nullable(),
    }),
    'organization.write',
  ).output<{ readonly ids: readonly string[] }>(),
  'posts.update': command(
    z.strictObject({
      id,
      version,
      fields: postInput.extend({ toOn: leftOn.nullable(), leftReason: text(200) }).partial(),
    }),
    'organization.write',
  ).output<null>(),
  'posts.end': command(
    z.strictObject({ id, version, on: leftOn, reason }),
    'organization.write',
  ).output<null>(),
  'posts.trash': command(z.strictObject({ id, version, reason }), 'organization.write').output<null>(),
}
