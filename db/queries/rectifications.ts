import { and, eq, isNull } from 'drizzle-orm'
import type { RectifyState } from '#shared/domain/reviews/rectification.ts'
import type { SubjectKind } from '#shared/domain/reviews/words.ts'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, WriteDb } from '../database.ts'
import { reviewRectifications } from '../schema/reviews.ts'
import { andAskedFor } from './organizationLife.ts'
import { andInScope } from './scope.ts'

export type StoredRectification = typeof reviewRectifications.$inferSelect

/** A 述职人 as rectifications need one. */
export interface RectifiedSubject {
  readonly subjectId: string
  readonly subjectName: string
  readonly kind: SubjectKind
  readonly duty: string | null
  readonly memberId: string | null
  readonly organizationId: string
  readonly organizationName: string
  readonly campaignId: string
  /** Of the campaign. */
  readonly year: number
}

type Fields = Omit<
  StoredRectification,
  'subjectId' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'deletedReason'
>

export interface ListedRectification extends Fields, RectifiedSubject {}

export type RectificationCounts = Readonly<Record<RectifyState, number>>

const ofSubject = `s.id as subjectId, s.name as subjectName, s.kind, s.duty, s.member_id as memberId,
  s.organization_id as organizationId, o.short_name as organizationName, s.campaign_id as campaignId, c.year`

const columns = `r.id, r.version, r.position, r.problem, r.source, r.carried_from_id as carriedFromId, r.measure,
  r.duty_name as dutyName, r.due_on as dueOn, r.progress, r.progress_words as progressWords, r.done_on as doneOn, r.result,
  r.accepted_by as acceptedBy, r.accepted_on as acceptedOn, r.reported_on as reportedOn, r.reported_words as reportedWords,
  ${ofSubject}`

const subjects = `review_subjects s join review_campaigns c on c.id = s.campaign_id
  join organizations o on o.id = s.organization_id`

/** Out of sight with a campaign or an organisation in the trash. */
const isThere = 'c.deleted_at is null and o.deleted_at is null'

const items = `review_rectifications r join review_subjects s on s.id = r.subject_id
  join review_campaigns c on c.id = s.campaign_id join organizations o on o.id = s.organization_id
  where r.deleted_at is null and ${isThere}`

/** `rectifyState` in SQL; asks for @today. */
const stateOf = `case when r.progress = 'done' then case when r.accepted_on is null then 'toAccept' else 'accepted' end
  when r.due_on < @today then 'overdue' else r.progress end`

/** In reach and not in the trash, itself, its campaign or its organisation. */
export function getRectification(db: ReadDb, id: string): ListedRectification | undefined {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.get<ListedRectification>(`select ${columns} from ${items} and r.id = @id${mine.sql}`, {
    id,
    ...mine.params,
  })
}

/** Whose items may be written: in reach, of a campaign that is not in the trash. */
export function rectifiedSubject(db: ReadDb, subjectId: string): RectifiedSubject | undefined {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.get<RectifiedSubject>(
    `select ${ofSubject} from ${subjects} where s.id = @subjectId and ${isThere}${mine.sql}`,
    { subjectId, ...mine.params },
  )
}

/** Of these people, as far as in reach; by person in the order they were written. */
export function rectificationsOf(db: ReadDb, subjectIds: readonly string[]): readonly ListedRectification[] {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<ListedRectification>(
    `select ${columns} from ${items} and r.subject_id in (select value from json_each(@subjectIds))${mine.sql}
     order by r.subject_id, r.position, r.id`,
    { subjectIds: JSON.stringify(subjectIds), ...mine.params },
  )
}

export interface LastYearItem extends ListedRectification {
  /** Who is to report it this year. */
  readonly forSubjectId: string
}

/** `now` is who reports, `s` an earlier one: the same person, or whoever held the same post and accounts no more. */
const samePersonOrPost = `(s.member_id = now.member_id or (s.organization_id = now.organization_id and s.kind = now.kind
  and (s.name = now.name or now.kind = 'secretary' or (s.duty = now.duty and not exists (select 1 from review_subjects t
    where t.campaign_id = now.campaign_id and t.organization_id = s.organization_id and t.kind = s.kind
      and (t.member_id = s.member_id or t.name = s.name))))))`

/**
 * What these people are to report first: items of the latest earlier campaign of the same organisation, of the same person or post.
 * As far as in reach, by person in the order they were written.
 */
export function lastYearItemsOf(db: ReadDb, subjectIds: readonly string[]): readonly LastYearItem[] {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<LastYearItem>(
    `select ${columns}, now.id as forSubjectId
     from review_subjects now join review_campaigns here on here.id = now.campaign_id
       join review_campaigns c on c.id = (select x.id from review_campaigns x
         where x.organization_id = here.organization_id and x.year < here.year and x.deleted_at is null
         order by x.year desc limit 1)
       join review_subjects s on s.campaign_id = c.id and ${samePersonOrPost}
       join organizations o on o.id = s.organization_id
       join review_rectifications r on r.subject_id = s.id
     where now.id in (select value from json_each(@subjectIds)) and here.deleted_at is null
       and r.deleted_at is null and o.deleted_at is null${mine.sql}
     order by now.id, r.subject_id, r.position, r.id`,
    { subjectIds: JSON.stringify(subjectIds), ...mine.params },
  )
}

/** Of these items, those that go on in a later year's list already. */
export function carriedAlready(db: ReadDb, ids: readonly string[]): ReadonlySet<string> {
  const rows = db.sql.all<{ id: string }>(
    `select carried_from_id as id from review_rectifications
     where deleted_at is null and carried_from_id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
  return new Set(rows.map(({ id }) => id))
}

export interface RectificationFilter {
  readonly campaignId: string | null
  /** Of the campaign. */
  readonly year: number | null
  /** With everything below it; null for all in reach. */
  readonly organizationId: string | null
  readonly today: DateOnly
}

function asked(
  db: ReadDb,
  { campaignId, year, organizationId, today }: RectificationFilter,
): { readonly sql: string; readonly params: SqlParams } {
  const of = andAskedFor(db, 's.organization_id', organizationId)
  return {
    sql: `${of.sql}${campaignId === null ? '' : ' and s.campaign_id = @campaignId'}${year === null ? '' : ' and c.year = @year'}`,
    params: {
      today,
      ...of.params,
      ...(campaignId === null ? {} : { campaignId }),
      ...(year === null ? {} : { year }),
    },
  }
}

/** What is due first comes first, what was accepted last. */
export function listRectifications(
  db: ReadDb,
  filter: RectificationFilter,
  {
    state,
    offset,
    limit,
  }: { readonly state: RectifyState | null; readonly offset: number; readonly limit: number },
): readonly ListedRectification[] {
  const { sql, params } = asked(db, filter)
  const ofState = state === null ? '@today is not null' : `${stateOf} = @state`
  return db.sql.all<ListedRectification>(
    `select ${columns} from ${items} and ${ofState}${sql}
     order by r.accepted_on is not null, r.progress = 'done', r.due_on is null, r.due_on, c.year desc, o.tree_order, s.position,
       r.position, r.id limit @limit offset @offset`,
    { ...params, ...(state === null ? {} : { state }), offset, limit },
  )
}

export function countRectifications(db: ReadDb, filter: RectificationFilter): RectificationCounts {
  const { sql, params } = asked(db, filter)
  const rows = db.sql.all<{ state: RectifyState; n: number }>(
    `select ${stateOf} as state, count(*) as n from ${items}${sql} group by 1`,
    params,
  )
  const counted = new Map(rows.map(({ state, n }) => [state, n]))
  const of = (state: RectifyState) => counted.get(state) ?? 0
  return {
    notStarted: of('notStarted'),
    underway: of('underway'),
    overdue: of('overdue'),
    toAccept: of('toAccept'),
    accepted: of('accepted'),
  }
}

/** The place behind the last one of a person, those in the trash included. */
export function nextPosition(db: ReadDb, subjectId: string): number {
  const row = db.sql.get<{ n: number }>(
    'select coalesce(max(position) + 1, 0) as n from review_rectifications where subject_id = @subjectId',
    { subjectId },
  )
  return row?.n ?? 0
}

export function insertRectification(db: WriteDb, row: typeof reviewRectifications.$inferInsert): void {
  db.orm.insert(reviewRectifications).values(row).run()
}

/** False when somebody else has written in between. */
export function updateRectification(
  db: WriteDb,
  { id, version }: Pick<StoredRectification, 'id' | 'version'>,
  set: Partial<typeof reviewRectifications.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(reviewRectifications)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(
      and(
        eq(reviewRectifications.id, id),
        eq(reviewRectifications.version, version),
        isNull(reviewRectifications.deletedAt),
      ),
    )
    .run()
  return changes === 1
}
