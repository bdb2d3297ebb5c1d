import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type {
  ArrivalKind,
  DevelopmentEventKind,
  DevelopmentReviewKind,
  DevelopmentVoteOn,
  GuarantorDuty,
  PublicityResult,
} from '#shared/domain/development/records.ts'
import type { MaterialNo } from '#shared/domain/development/materials.ts'
import type { Milestone, StepNo } from '#shared/domain/development/milestones.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import type { Severity } from '#shared/domain/finding.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { members } from './members.ts'
import { organizations } from './organizations.ts'

const partialDate = (name: string) => text(name).$type<PartialDate>()
const flag = (name: string) => integer(name, { mode: 'boolean' })

/**
 * 发展党员档案: one for each person, from the application to the archive. Its `version` stands for all its parts: whoever writes a
 * part raises it. `member_id` is the person in the roster, from the approval on.
 */
export const developmentFiles = sqliteTable(
  'development_files',
  {
    id: text('id').primaryKey(),
    /** The branch in charge. */
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    memberId: text('member_id').references(() => members.id),
    name: text('name').notNull(),
    gender: text('gender'),
    idNo: text('id_no'),
    ethnicity: text('ethnicity'),
    birthDate: partialDate('birth_date'),
    nativePlace: text('native_place'),
    education: text('education'),
    unitDuty: text('unit_duty'),
    phone: text('phone'),
    isLeagueMember: flag('is_league_member'),
    /** 推优: put forward by the league or another mass organisation. */
    isRecommended: flag('is_recommended'),
    /** 家庭主要成员, 主要社会关系, as the registration form has them. */
    family: text('family'),
    relations: text('relations'),
    /** 公示 of the 发展对象. */
    publicityPlace: text('publicity_place'),
    publicityPhone: text('publicity_phone'),
    publicityResult: text('publicity_result').$type<PublicityResult>(),
    publicityWords: text('publicity_words'),
    /** 政审. */
    isPoliticallyQualified: flag('is_politically_qualified'),
    hasReviewSummary: flag('has_review_summary'),
    politicalWords: text('political_words'),
    /** 集中培训, where no class of the register says so. */
    trainingDays: integer('training_days'),
    trainingHours: integer('training_hours'),
    /** 未来 3 个月内将离开单位. */
    leavesSoon: flag('leaves_soon'),
    /** 志愿书 says the meeting resolved on this day. */
    resolutionOn: partialDate('resolution_on'),
    /** The day somebody would like the 支部大会 to be held. */
    wishedOn: text('wished_on').$type<DateOnly>(),
    /** 转入 of somebody who came with a file. */
    arrivalKind: text('arrival_kind').$type<ArrivalKind>(),
    arrivalFrom: text('arrival_from'),
    arrivalLeftOn: partialDate('arrival_left_on'),
    arrivalOn: partialDate('arrival_on'),
    arrivalVerified: flag('arrival_verified'),
    arrivalContinuous: flag('arrival_continuous'),
    arrivalDelayMonths: integer('arrival_delay_months'),
    remark: text('remark'),
    /** Taken over from a sheet: of lists without a row (考察、材料、联系人) nothing is known, instead of that there are none. */
    isImported: flag('is_imported').notNull().default(false),
    ...trashable(),
  },
  (t) => [
    index('development_files_organization').on(t.organizationId),
    index('development_files_member').on(t.memberId),
    index('development_files_id_no').on(t.idNo),
  ],
)

const fileId = () =>
  text('file_id')
    .notNull()
    .references(() => developmentFiles.id)

// Parts point at their file alone, so that undoing one never leaves another hanging on it. What fell away when the person was
// returned to an earlier stage stays, with the event that took it (`superseded_by`).

/** A dated fact of a file with what is known of it. */
export const developmentSteps = sqliteTable(
  'development_steps',
  {
    id: text('id').primaryKey(),
    fileId: fileId(),
    milestone: text('milestone').$type<Milestone>().notNull(),
    doneOn: partialDate('done_on').notNull(),
    place: text('place'),
    /** 谈话人, 经办人, 审查人: names as written. */
    people: text('people'),
    /** The organisation that did it, where that matters (DEV-50 to DEV-52). */
    bodyId: text('body_id'),
    bodyName: text('body_name'),
    docNo: text('doc_no'),
    opinion: text('opinion'),
    /** Why it was recorded although it could not be done in this order on this day. */
    overrideReason: text('override_reason'),
    supersededBy: text('superseded_by'),
  },
  (t) => [
    uniqueIndex('development_steps_of')
      .on(t.fileId, t.milestone)
      .where(sql`superseded_by is null`),
    index('development_steps_on').on(t.milestone, t.doneOn),
  ],
)

/** 培养联系人 and 入党介绍人, each for as long as it lasted. The name stands beside an id that may point at nobody any more. */
export const developmentGuarantors = sqliteTable(
  'development_guarantors',
  {
    id: text('id').primaryKey(),
    fileId: fileId(),
    duty: text('duty').$type<GuarantorDuty>().notNull(),
    memberId: text('member_id'),
    name: text('name').notNull(),
    fromOn: partialDate('from_on'),
    toOn: partialDate('to_on'),
    isKin: flag('is_kin'),
    position: integer('position').notNull(),
  },
  (t) => [index('development_guarantors_of').on(t.fileId, t.duty, t.position)],
)

/** Half-yearly reviews of the activist and of the probationer, and 思想汇报. */
export const developmentReviews = sqliteTable(
  'development_reviews',
  {
    id: text('id').primaryKey(),
    fileId: fileId(),
    kind: text('kind').$type<DevelopmentReviewKind>().notNull(),
    reviewedOn: partialDate('reviewed_on').notNull(),
    contactOpinion: text('contact_opinion'),
    branchOpinion: text('branch_opinion'),
    signedBy: text('signed_by'),
  },
  (t) => [index('development_reviews_of').on(t.fileId, t.kind, t.reviewedOn)],
)

/** One vote on the person as counted: sums only, never who voted how. */
export const developmentVotes = sqliteTable(
  'development_votes',
  {
    id: text('id').primaryKey(),
    fileId: fileId(),
    /** What was voted on. */
    subject: text('subject').$type<DevelopmentVoteOn>().notNull(),
    heldOn: partialDate('held_on').notNull(),
    should: integer('should').notNull(),
    present: integer('present').notNull(),
    issued: integer('issued'),
    returned: integer('returned'),
    valid: integer('valid'),
    agreed: integer('agreed').notNull(),
    agreedInWriting: integer('agreed_in_writing').notNull(),
    against: integer('against'),
    abstained: integer('abstained'),
    tellers: text('tellers'),
    counters: text('counters'),
    hostName: text('host_name'),
    /** The meeting whose vote this is, once meetings are recorded here. */
    meetingId: text('meeting_id'),
    supersededBy: text('superseded_by'),
  },
  (t) => [index('development_votes_of').on(t.fileId, t.subject)],
)

/** 档案材料 M1 to M30 as they lie in the folder. */
export const developmentMaterials = sqliteTable(
  'development_materials',
  {
    id: text('id').primaryKey(),
    fileId: fileId(),
    materialNo: text('material_no').$type<MaterialNo>().notNull(),
    isPresent: flag('is_present').notNull(),
    isOriginal: flag('is_original'),
    copies: integer('copies'),
    pages: integer('pages'),
    formedOn: partialDate('formed_on'),
    /** Why it is missing. */
    note: text('note'),
  },
  (t) => [uniqueIndex('development_materials_of').on(t.fileId, t.materialNo)],
)

/** 退回、延长、取消资格、终止、转移: what happened to a file beside its steps. */
export const developmentEvents = sqliteTable(
  'development_events',
  {
    id: text('id').primaryKey(),
    fileId: fileId(),
    kind: text('kind').$type<DevelopmentEventKind>().notNull(),
    /** In the order they were taken. */
    position: integer('position').notNull(),
    happenedOn: partialDate('happened_on').notNull(),
    /** The setback of a return, the reason of an end. */
    cause: text('cause'),
    /** Where a return led to. */
    toState: text('to_state').$type<CourseState>(),
    /** Of an extension. */
    months: integer('months'),
    approvedOn: partialDate('approved_on'),
    bodyId: text('body_id'),
    bodyName: text('body_name'),
    docNo: text('doc_no'),
    words: text('words'),
    overrideReason: text('override_reason'),
    supersededBy: text('superseded_by'),
  },
  (t) => [uniqueIndex('development_events_of').on(t.fileId, t.position)],
)

/** Follows from the file, its parts and today: made anew on every write, on undo and once a day, never logged. */
export const developmentStatus = sqliteTable(
  'development_status',
  {
    fileId: text('file_id').primaryKey(),
    /** What lists are sorted by: pinyin syllables, then the name. */
    nameKey: text('name_key').notNull(),
    /** What the search box matches from their start, each after a `|`. */
    searchKeys: text('search_keys').notNull(),
    state: text('state').$type<CourseState>().notNull(),
    /** The last step that is done; 0 for none. */
    lastStep: integer('last_step').notNull(),
    nextMilestone: text('next_milestone').$type<Milestone>(),
    /** Every day that comes, soonest first: JSON of the rules' deadlines. */
    deadlines: text('deadlines').notNull(),
    /** The first day something is due, or opens. */
    dueOn: text('due_on').$type<DateOnly>(),
    /** The first last day of something. */
    mustOn: text('must_on').$type<DateOnly>(),
    worstSeverity: text('worst_severity').$type<Severity>(),
    findingCount: integer('finding_count').notNull(),
    /** The day it was made for. */
    madeOn: text('made_on').$type<DateOnly>().notNull(),
  },
  (t) => [
    index('development_status_state').on(t.state, t.lastStep),
    index('development_status_due').on(t.dueOn),
  ],
)

/** What the rules found in a file, so that lists can be filtered by it; rebuilt with the status. */
export const developmentFindings = sqliteTable(
  'development_findings',
  {
    fileId: text('file_id').notNull(),
    position: integer('position').notNull(),
    code: text('code').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    message: text('message').notNull(),
    basis: text('basis').notNull(),
    field: text('field'),
    step: integer('step').$type<StepNo>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.position] }),
    index('development_findings_code').on(t.code, t.fileId),
  ],
)
