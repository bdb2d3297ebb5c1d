import { z } from 'zod'
import type { Instant } from '../lib/dates.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'

/** Every kind of record that writes are logged of. `db/audited.ts` says which table is which. */
export const recordKinds = [
  'member',
  'organization',
  'organizationEvent',
  'membership',
  'statusSpell',
  'groupSpell',
  'term',
  'post',
  'mobilityRecord',
  'mobilityContact',
  'election',
  'electionStep',
  'electionCandidate',
  'electionExemption',
  'electionTeller',
  'electionRound',
  'electionVote',
  'transfer',
  'lostCase',
  'lostAttempt',
  'enterprise',
  'developmentFile',
  'developmentStep',
  'developmentGuarantor',
  'developmentReview',
  'developmentVote',
  'developmentMaterial',
  'developmentEvent',
  'applicationForm',
  'developmentQuota',
  'trainingClass',
  'trainingPlace',
  'calendarDay',
  'attachment',
  'meeting',
  'meetingItem',
  'meetingVersion',
  'followUp',
  'meetingPlan',
  'meetingPlanItem',
  'topicGuide',
  'lifeMeeting',
  'lifeProblem',
  'appraisal',
  'appraisalPerson',
  'talk',
  'reviewCampaign',
  'reviewScheme',
  'reviewSubject',
  'reviewStep',
  'reviewComment',
  'reviewDailyScore',
  'reviewBatch',
  'reviewBatchSubject',
  'reviewRectification',
  'responsibilityList',
  'responsibilityGoal',
  'responsibilityCheck',
  'bridgeFreeze',
  'findingOverride',
  'importBatch',
  'importMapping',
  'documentExport',
  'account',
  'setting',
] as const

export type RecordKind = (typeof recordKinds)[number]

/** They come and go with a record that is named itself; lists neither name nor count them beside it. */
export const sideKinds: readonly RecordKind[] = [
  'organizationEvent',
  'importMapping',
  'membership',
  'statusSpell',
  'groupSpell',
  'electionStep',
  'electionCandidate',
  'electionExemption',
  'electionTeller',
  'electionRound',
  'electionVote',
  'developmentStep',
  'developmentGuarantor',
  'developmentReview',
  'developmentVote',
  'developmentMaterial',
  'developmentEvent',
  'trainingPlace',
  'meetingItem',
  'meetingVersion',
  'meetingPlanItem',
  'lifeProblem',
  'appraisalPerson',
  'reviewStep',
  'reviewComment',
  'reviewDailyScore',
  'reviewBatchSubject',
  'responsibilityGoal',
  'responsibilityCheck',
]

export const changeActions = ['added', 'changed', 'removed', 'purged', 'noted'] as const

/** `noted`: nothing was written, something was looked at (revealed) or done outside the tables. */
export type ChangeAction = (typeof changeActions)[number]

export interface FieldChange {
  readonly field: string
  readonly label: string
  /** As a screen shows it; masked where sensitive. */
  readonly old: string
  readonly new: string
  /** Whether `activity.putBack` takes it: fields of a form, not what follows from moving, ending or deleting. */
  readonly canPutBack: boolean
}

export interface RecordChange {
  /** Of the log; unique. */
  readonly id: number
  readonly kind: RecordKind
  readonly recordId: string
  /** As it was called then. */
  readonly name: string | null
  readonly action: ChangeAction
  readonly fields: readonly FieldChange[]
}

/** Whose hand, through which door. */
export interface Doing {
  readonly seq: number
  readonly at: Instant
  readonly accountId: string | null
  readonly accountName: string
  readonly via: 'electron' | 'browser' | 'cli' | 'system'
  /** The route, and what it does in Chinese. */
  readonly route: string
  readonly title: string
}

export interface Activity extends Doing {
  /** Of the whole entry, as far as it is in the caller's scope. */
  readonly changeCount: number
  /** The first three records, named. */
  readonly subjects: readonly { readonly kind: RecordKind; readonly id: string; readonly name: string }[]
  /** The entry this one took back. */
  readonly undoes: number | null
  /** By whom and when it was taken back; null while it stands. */
  readonly undone: { readonly seq: number; readonly at: Instant; readonly accountName: string } | null
  /** Why it cannot be taken back at all (a sign-in, a backup); null when it may be tried. */
  readonly notUndoable: string | null
}

export interface HistoryEntry extends Doing {
  readonly changeId: number
  readonly action: ChangeAction
  readonly fields: readonly FieldChange[]
  readonly undone: Activity['undone']
}

export interface UndoCheck {
  /** Later actions that built on it, newest first; while there is one it cannot be taken back. */
  readonly blockers: readonly {
    readonly seq: number
    readonly at: Instant
    readonly accountName: string
    readonly title: string
    /** The record and why, in Chinese. */
    readonly what: string
  }[]
  readonly changeCount: number
}

const kind = z.enum(recordKinds)
const id = z.string().min(1).max(64)
const seq = z.int().min(1)
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export const activityListInput = z.strictObject({
  accountId: id.nullable(),
  kind: kind.nullable(),
  from: dateOnlySchema.nullable(),
  to: dateOnlySchema.nullable(),
  /** Part of a record's name. */
  text: z.string().trim().max(50).nullable(),
  ...page,
})

export const activityRoutes = {
  /** Writes of the office, newest first; sign-ins and the like are the auditor's. */
  'activity.list': query(activityListInput, 'activity.read').output<{
    readonly rows: readonly Activity[]
    readonly total: number
    /** For the filter. */
    readonly accounts: readonly { readonly id: string; readonly displayName: string }[]
  }>(),
  'activity.changes': query(z.strictObject({ seq, ...page }), 'activity.read').output<{
    readonly rows: readonly RecordChange[]
    readonly total: number
  }>(),
  /** History of one record, newest first. */
  'activity.history': query(z.strictObject({ kind, id }), 'activity.read').output<{
    readonly entries: readonly HistoryEntry[]
  }>(),
  'activity.checkUndo': query(z.strictObject({ seq }), 'activity.undo').output<UndoCheck>(),
  /** All of it or nothing; CONFLICT names what was built on it since. An undo can be undone. */
  'activity.undo': command(z.strictObject({ seq }), 'activity.undo').output<{
    readonly seq: number
    readonly changeCount: number
  }>(),
  /** The last thing this session did to such records and has not taken back: what Ctrl+Z means here. */
  'activity.lastOwn': query(
    z.strictObject({ kinds: z.array(kind).min(1).max(recordKinds.length), recordId: id.nullable() }),
    'activity.undo',
  ).output<Activity | null>(),
  /** Puts the value a field had before this change back; itself a change. */
  'activity.putBack': command(
    z.strictObject({ changeId: z.int().min(1), field: z.string().min(1).max(64), version: z.int().min(1) }),
    'activity.undo',
  ).output<null>(),
}
