import type { Milestone } from '#shared/domain/development/milestones.ts'
import type { MaterialNo } from '#shared/domain/development/materials.ts'
import type {
  DevelopmentEventKind,
  DevelopmentReviewKind,
  GuarantorDuty,
} from '#shared/domain/development/records.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import type { Ballot } from '#shared/domain/development/votes.ts'
import type { BranchKind, OrganizationType } from '#shared/domain/organizationKinds.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'

// As little of the parts as the rules ask for, of many files at once: there are ten thousand on a morning. Nothing that a return
// took. Whoever asks has read the files themselves, cut to the scope, before.

interface OfFile {
  readonly fileId: string
}

export interface StepFact extends OfFile {
  readonly milestone: Milestone
  readonly doneOn: PartialDate
  readonly bodyId: string | null
}

export interface GuarantorFact extends OfFile {
  readonly id: string
  readonly duty: GuarantorDuty
  readonly fromOn: PartialDate | null
  readonly toOn: PartialDate | null
  readonly isKin: 0 | 1 | null
  /** Of the roster; null for who is not in it. */
  readonly personType: string | null
  /** As memberships hold it: '' since before everything, null for a probationer. */
  readonly fullFrom: PartialDate | '' | null
  readonly memberId: string | null
}

export interface VoteFact extends OfFile, Ballot {
  readonly subject: 'admission' | 'regular'
}

export interface EventFact extends OfFile {
  readonly kind: DevelopmentEventKind
  readonly happenedOn: PartialDate
  readonly toState: CourseState | null
  readonly approvedOn: PartialDate | null
  readonly months: number | null
}

export interface TrainingFact extends OfFile {
  readonly days: number | null
  readonly hours: number | null
}

export interface FactRows {
  readonly steps: readonly StepFact[]
  readonly guarantors: readonly GuarantorFact[]
  readonly reviews: readonly (OfFile & {
    readonly kind: DevelopmentReviewKind
    readonly reviewedOn: PartialDate
  })[]
  readonly votes: readonly VoteFact[]
  /** Without a row nothing was ever written down of a file's papers. */
  readonly materials: readonly (OfFile & { readonly materialNo: MaterialNo; readonly isPresent: 0 | 1 })[]
  readonly events: readonly EventFact[]
  /** Committees whose booklet is with the file or the person. */
  readonly forms: readonly (OfFile & { readonly organizationId: string })[]
  /** Places in classes for 发展对象, but those not passed. */
  readonly trainings: readonly TrainingFact[]
}

const among = 'in (select value from json_each(@ids))'

export function factRowsOf(db: ReadDb, fileIds: readonly string[]): FactRows {
  const params = { ids: JSON.stringify(fileIds) }
  const all = <Row>(sql: string) => db.sql.all<Row>(sql, params)
  return {
    steps: all(
      `select file_id as fileId, milestone, done_on as doneOn, body_id as bodyId from development_steps
       where file_id ${among} and superseded_by is null`,
    ),
    guarantors: all(
      `select g.id, g.file_id as fileId, g.duty, g.from_on as fromOn, g.to_on as toOn, g.is_kin as isKin, g.member_id as memberId,
         m.person_type as personType,
         (select s.full_from from memberships s where s.member_id = m.id limit 1) as fullFrom
       from development_guarantors g left join members m on m.id = g.member_id and m.deleted_at is null
       where g.file_id ${among} order by g.position`,
    ),
    reviews: all(
      `select file_id as fileId, kind, reviewed_on as reviewedOn from development_reviews where file_id ${among}`,
    ),
    votes: all(
      `select file_id as fileId, subject, should, present, issued, returned, valid, agreed, agreed_in_writing as agreedInWriting,
         against, abstained from development_votes
       where file_id ${among} and superseded_by is null and subject in ('admission', 'regular') order by held_on`,
    ),
    materials: all(
      `select file_id as fileId, material_no as materialNo, is_present as isPresent from development_materials
       where file_id ${among}`,
    ),
    events: all(
      `select file_id as fileId, kind, happened_on as happenedOn, to_state as toState, approved_on as approvedOn, months from development_events
       where file_id ${among} and superseded_by is null order by file_id, position`,
    ),
    forms: all(
      `select file_id as fileId, organization_id as organizationId from application_forms
       where file_id ${among} and status in ('issued', 'filed') and deleted_at is null order by issued_on`,
    ),
    trainings: all(
      `select p.file_id as fileId, c.days, coalesce(p.hours, c.hours) as hours
       from training_places p join training_classes c on c.id = p.class_id
       where p.file_id ${among} and p.is_passed is not 0 and c.kind = 'target' and c.deleted_at is null`,
    ),
  }
}

export interface RosterDates {
  readonly id: string
  readonly joinKind: string | null
  readonly joinedOn: PartialDate | null
  readonly regularOn: PartialDate | null
}

/** When these people joined and became full by the roster; those in the trash have left it. Not cut to the scope. */
export function rosterDatesOf(db: ReadDb, memberIds: readonly string[]): ReadonlyMap<string, RosterDates> {
  const rows = db.sql.all<RosterDates>(
    `select id, join_kind as joinKind, joined_on as joinedOn, regular_on as regularOn from members where id ${among} and deleted_at is null`,
    { ids: JSON.stringify(memberIds) },
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export interface StatusStay {
  readonly memberId: string
  readonly status: string
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
}

/** When these people's 党籍状态 was another than 正常. Not cut to the scope. */
export function statusStaysOf(db: ReadDb, memberIds: readonly string[]): readonly StatusStay[] {
  return db.sql.all<StatusStay>(
    `select member_id as memberId, status, from_on as fromOn, to_on as toOn from status_spells where member_id ${among}`,
    { ids: JSON.stringify(memberIds) },
  )
}

export interface BodyRow {
  readonly id: string
  readonly name: string
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly hasApprovalRight: 0 | 1
}

/** Organisations that did something for a file; ended ones too. Not cut to the scope: a branch's committee stands above it. */
export function bodiesOf(db: ReadDb, organizationIds: readonly string[]): readonly BodyRow[] {
  return db.sql.all<BodyRow>(
    `select id, short_name as name, type, branch_kind as branchKind, has_approval_right as hasApprovalRight
     from organizations where id ${among} and deleted_at is null`,
    { ids: JSON.stringify(organizationIds) },
  )
}

/** Who has a duty in these files now, by name; in the order of each file. */
export function guarantorNamesOf(
  db: ReadDb,
  fileIds: readonly string[],
): readonly { readonly fileId: string; readonly duty: GuarantorDuty; readonly name: string }[] {
  return db.sql.all(
    `select file_id as fileId, duty, name from development_guarantors
     where file_id ${among} and to_on is null order by file_id, duty, position`,
    { ids: JSON.stringify(fileIds) },
  )
}
