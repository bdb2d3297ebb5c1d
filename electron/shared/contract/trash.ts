import { z } from 'zod'
import type { Instant } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { command, query } from './define.ts'

/** Kinds whose trash needs nothing but the row; each later slice adds its own. */
export const plainTrashKinds = [
  'term',
  'post',
  'mobilityRecord',
  'election',
  'transfer',
  'lostCase',
  'enterprise',
  'developmentFile',
  'applicationForm',
  'trainingClass',
  'attachment',
  'meeting',
  'topicGuide',
  'lifeMeeting',
  'appraisal',
  'talk',
  'reviewCampaign',
  'reviewRectification',
  'responsibilityList',
] as const

/** Kinds of record that have a trash. */
export const trashKinds = ['member', 'organization', ...plainTrashKinds] as const

export type TrashKind = (typeof trashKinds)[number]

export interface TrashRow {
  readonly kind: TrashKind
  readonly id: string
  readonly version: number
  readonly name: string
  /** Enough to know it by: the masked ID number of a member, the kind of an organisation. */
  readonly note: string
  /** Where it stood and will stand again. */
  readonly organizationName: string
  readonly deletedAt: Instant
  readonly deletedBy: string
  readonly deletedReason: string
  /** Records that went with it and will come back with it. */
  readonly hanging: number
}

export interface TrashSummaryRow {
  readonly kind: TrashKind
  readonly label: string
  readonly count: number
  readonly oldest: Instant | null
}

const kind = z.enum(trashKinds)
const id = z.string().min(1).max(64)

export const trashRoutes = {
  'trash.list': query(
    z.strictObject({
      kind: kind.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    'trash.restore',
  ).output<{ readonly rows: readonly TrashRow[]; readonly total: number }>(),
  /** Back to where it was with what hung on it; CONFLICT says what stands in the way. All or nothing. */
  'trash.restore': command(
    z.strictObject({ items: z.array(z.strictObject({ kind, id })).min(1).max(5000) }),
    'trash.restore',
  ).output<{ readonly count: number }>(),
  /** Counts only: the administrator sees nobody's name. */
  'trash.summary': query(z.strictObject({}), 'trash.purge').output<{
    readonly rows: readonly TrashSummaryRow[]
  }>(),
  /** For good: the records and the old values kept for undoing. What the log keeps is masked. */
  'trash.empty': command(
    z.strictObject({
      kind: kind.nullable(),
      /** Only what has lain there for so many days; 0 for all. */
      olderThanDays: z.int().min(0).max(3650),
      reason: z.string().overwrite(plainText).min(1, '请填写清空原因').max(200, '最多 200 个字'),
      ownPassword: z.string().min(1, '请填写您自己的密码').max(128),
    }),
    'trash.purge',
  ).output<{
    readonly count: number
    /** A sentence about organisations that had to stay because something points at them; null when none had to. */
    readonly keptZh: string | null
  }>(),
}
