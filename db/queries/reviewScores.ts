import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Grade } from '#shared/domain/reviews/grades.ts'
import type { SubjectKind } from '#shared/domain/reviews/words.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { reviewDailyScores } from '../schema/reviews.ts'
import { andInScope } from './scope.ts'

/** What of a person the scores and the decision rest on. */
export interface ScoredSubject {
  readonly id: string
  readonly version: number
  readonly campaignId: string
  readonly schemeId: string
  readonly organizationId: string
  readonly organizationName: string
  readonly kind: SubjectKind
  readonly memberId: string | null
  readonly name: string
  readonly duty: string | null
  readonly grade: Grade | null
  readonly decidedOn: DateOnly | null
  readonly decidedAt: string | null
  readonly decisionReason: string | null
  /** Ids of the scheme's vetoes, comma-separated. */
  readonly vetoIds: string
  readonly scoreDecided: number | null
  readonly handling: string | null
}

const columns = `s.id, s.version, s.campaign_id as campaignId, s.scheme_id as schemeId, s.organization_id as organizationId,
  o.short_name as organizationName, s.kind, s.member_id as memberId, s.name, s.duty, s.grade, s.decided_on as decidedOn,
  s.decided_at as decidedAt, s.decision_reason as decisionReason, s.veto_ids as vetoIds, s.score_decided as scoreDecided,
  s.handling`

/**
 * All of a campaign, in their order, whoever asks: ranks and REV-08 rest on everybody. Callers show nothing of those outside
 * the scope.
 */
export function anySubjectsOf(db: ReadDb, campaignId: string): readonly ScoredSubject[] {
  return db.sql.all<ScoredSubject>(
    `select ${columns} from review_subjects s indexed by review_subjects_of join organizations o on o.id = s.organization_id
     where s.campaign_id = @campaignId order by s.position, s.id`,
    { campaignId },
  )
}

export interface SubjectOfYear extends ScoredSubject {
  readonly year: number
  /** Of its scheme, as stored. */
  readonly schemeBody: string
}

/**
 * The same person, and whoever held the same post of the organisation, in the living campaigns of one organisation; oldest year
 * first. Cut to the caller's scope.
 */
export function subjectsOverYears(
  db: ReadDb,
  {
    memberId,
    organizationId,
    kind,
    holderId,
  }: Pick<ScoredSubject, 'memberId' | 'organizationId' | 'kind'> & { readonly holderId: string },
): readonly SubjectOfYear[] {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<SubjectOfYear>(
    `select ${columns}, c.year, h.body as schemeBody
     from (select id from review_subjects where member_id = @memberId
         union select id from review_subjects where organization_id = @organizationId and kind = @kind) found
       join review_subjects s on s.id = found.id join review_campaigns c on c.id = s.campaign_id
       join review_schemes h on h.id = s.scheme_id join organizations o on o.id = s.organization_id
     where c.organization_id = @holderId and c.deleted_at is null${mine.sql} order by c.year, s.position, s.id`,
    { memberId, organizationId, kind, holderId, ...mine.params },
  )
}

export interface StoredCount {
  readonly subjectId: string
  readonly groupId: string
  readonly issued: number
  readonly returned: number
  readonly invalid: number
  /** JSON of `Tally`. */
  readonly tally: string
}

const ofIds = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) })

/** Sums of all closed batches on these people, by rater group. */
export function groupCountsOf(db: ReadDb, subjectIds: readonly string[]): readonly StoredCount[] {
  return db.sql.all<StoredCount>(
    `select subject_id as subjectId, group_id as groupId, issued, returned, several + illegible + blank as invalid, tally
     from review_counts where subject_id in (select value from json_each(@ids))`,
    ofIds(subjectIds),
  )
}

export interface UnsettledBatch {
  readonly subjectId: string
  readonly groupId: string
  readonly state: 'open' | 'void'
  /** Of the person of the batch with most ballots too many: that made it void for all. */
  readonly issued: number
  readonly returned: number
}

/**
 * Batches that keep a group from being scored: not counted yet, or void (REV-02) and not held again. Held again is what was opened
 * after the batch became void, its last change: not one that lay open beside it.
 */
export function unsettledBatchesOf(db: ReadDb, subjectIds: readonly string[]): readonly UnsettledBatch[] {
  return db.sql.all<UnsettledBatch>(
    `select s.subject_id as subjectId, b.group_id as groupId, b.state, w.issued, w.returned
     from review_batch_subjects s join review_batches b on b.id = s.batch_id
       join review_batch_subjects w on w.id = (select id from review_batch_subjects
         where batch_id = b.id order by returned - issued desc, id limit 1)
     where s.subject_id in (select value from json_each(@ids)) and (b.state = 'open' or b.state = 'void' and not exists (
       select 1 from review_batch_subjects s2 join review_batches b2 on b2.id = s2.batch_id
       where s2.subject_id = s.subject_id and b2.group_id = b.group_id
         and (b2.created_at, b2.rowid) > (b.updated_at, b.rowid)))`,
    ofIds(subjectIds),
  )
}

export type StoredDaily = typeof reviewDailyScores.$inferSelect

/** Scores of daily work of many people, without what they rest on. */
export function dailyHundredthsOf(
  db: ReadDb,
  subjectIds: readonly string[],
): readonly Pick<StoredDaily, 'subjectId' | 'partId' | 'hundredths'>[] {
  return db.sql.all(
    `select subject_id as subjectId, part_id as partId, hundredths from review_daily_scores
     where subject_id in (select value from json_each(@ids))`,
    ofIds(subjectIds),
  )
}

/** The caller has seen the person to be in reach. */
export function listDaily(db: ReadDb, subjectId: string): readonly StoredDaily[] {
  return db.orm
    .select()
    .from(reviewDailyScores)
    .where(eq(reviewDailyScores.subjectId, subjectId))
    .orderBy(asc(reviewDailyScores.partId))
    .all()
}

// Daily scores have no version of their own: whoever writes one raises that of the person.

export function insertDaily(db: WriteDb, row: StoredDaily): void {
  db.orm.insert(reviewDailyScores).values(row).run()
}

export function updateDaily(db: WriteDb, row: StoredDaily): void {
  db.orm.update(reviewDailyScores).set(row).where(eq(reviewDailyScores.id, row.id)).run()
}

export function deleteDaily(db: WriteDb, subjectId: string, partIds: readonly string[]): void {
  db.orm
    .delete(reviewDailyScores)
    .where(and(eq(reviewDailyScores.subjectId, subjectId), inArray(reviewDailyScores.partId, [...partIds])))
    .run()
}

/** 意见建议 of one person by direction, in the order of their words. The caller has seen the person to be in reach. */
export function opinionsOn(
  db: ReadDb,
  subjectId: string,
): readonly { readonly componentId: string; readonly words: string }[] {
  return db.sql.all(
    `select component_id as componentId, words from review_opinions where subject_id = @subjectId order by component_id, words, id`,
    { subjectId },
  )
}
