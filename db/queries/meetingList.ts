import type { MeetingListInput } from '#shared/contract/meetingInputs.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import type { StoredMeeting } from './meetings.ts'
import { andInScope } from './scope.ts'

export interface MeetingFilter extends Omit<MeetingListInput, 'organizationId' | 'offset' | 'limit'> {
  /** Null for all in reach. */
  readonly organizationIds: readonly string[] | null
  /** A record entered more days after the meeting is 补录. */
  readonly lateDays: number
}

interface Where {
  readonly sql: string
  readonly params: SqlParams
}

const late = 'julianday(t.entered_on) - julianday(t.held_on) > @lateDays'

function whereOf(db: ReadDb, filter: MeetingFilter): Where {
  const { organizationIds, from, to, kinds, status, check, onlyLate, text, lateDays } = filter
  // What hangs on an organisation in the trash is out of sight with it.
  const parts = [
    't.deleted_at is null',
    't.organization_id not in (select id from organizations where deleted_at is not null)',
  ]
  const params: Record<string, string | number> = {}
  const when = (isAsked: boolean, sql: string, given: Readonly<Record<string, string | number>> = {}) => {
    if (!isAsked) return
    parts.push(sql)
    Object.assign(params, given)
  }
  when(organizationIds !== null, 't.organization_id in (select value from json_each(@organizations))', {
    organizations: JSON.stringify(organizationIds),
  })
  when(from !== null, 't.held_on >= @from', { from: from ?? '' })
  when(to !== null, 't.held_on <= @to', { to: to ?? '' })
  when(
    kinds.length > 0,
    `exists (select 1 from json_each(@kinds) k where ',' || t.kinds || ',' like '%,' || k.value || ',%')`,
    { kinds: JSON.stringify(kinds) },
  )
  when(status !== null, 't.status = @status', { status: status ?? '' })
  when(check === 'unchecked', `t.status = 'final' and t.check_state is null`)
  when(check !== null && check !== 'unchecked', 't.check_state = @check', { check: check ?? '' })
  when(onlyLate, late, { lateDays })
  // Whoever sees numbers masked does not find them by their digits either.
  const title = db.mayReveal ? 't.title' : 'shown_text(t.title)'
  when(text !== null, `instr(lower(${title}), lower(@text)) > 0`, { text: text ?? '' })
  const mine = andInScope(db, 't.organization_id')
  return { sql: parts.join(' and ') + mine.sql, params: { ...params, ...mine.params } }
}

/** Ids, newest first; what is held on one day by its time. */
export function listMeetings(
  db: ReadDb,
  filter: MeetingFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly string[] {
  const where = whereOf(db, filter)
  return db.sql
    .all<{ readonly id: string }>(
      `select t.id from meetings t where ${where.sql}
       order by t.held_on desc, t.start_time desc, t.organization_id, t.id limit @limit offset @offset`,
      { ...where.params, limit, offset },
    )
    .map(({ id }) => id)
}

/** How many there are of each set of kinds. */
export function countMeetings(
  db: ReadDb,
  filter: MeetingFilter,
): readonly { readonly kinds: string; readonly count: number }[] {
  const where = whereOf(db, filter)
  return db.sql.all(
    `select t.kinds, count(*) as count from meetings t where ${where.sql} group by t.kinds`,
    where.params,
  )
}

export interface MeetingBeside {
  readonly id: string
  readonly items: number
  readonly openFollowUps: number
  readonly scans: number
  /** The day the last 签到表 was added. */
  readonly signInAt: string | null
  /** Others of the branch on the day, at the time, by their kinds. */
  readonly twins: string | null
}

/** What stands beside these meetings. Whoever asks has read them, cut to the scope, before. */
export function besideMeetings(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, MeetingBeside> {
  const rows = db.sql.all<MeetingBeside>(
    `select t.id,
       (select count(*) from meeting_items i where i.meeting_id = t.id) as items,
       (select count(*) from follow_ups f where f.subject = 'meeting' and f.subject_id = t.id and f.closed_on is null)
         as openFollowUps,
       (select count(*) from attachments a
         where a.subject = 'meeting' and a.subject_id = t.id and a.deleted_at is null) as scans,
       (select max(a.created_at) from attachments a
         where a.subject = 'meeting' and a.subject_id = t.id and a.slot = 'signIn' and a.deleted_at is null) as signInAt,
       (select group_concat(o.kinds, ';') from meetings o
         where o.organization_id = t.organization_id and o.held_on = t.held_on and o.id <> t.id
           and o.start_time is t.start_time and o.group_id is t.group_id and o.deleted_at is null) as twins
     from meetings t where t.id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export interface NumberedMeeting {
  readonly id: string
  readonly organizationId: string
  readonly groupId: string | null
  readonly kind: string
  readonly termNo: number | null
  /** Where the count begins: the first day of the term, or of the year where no term is known. */
  readonly from: string
  readonly heldOn: DateOnly
}

/**
 * The number after the highest a final meeting of this first kind has, in the term, or in the year where no term is known. Null
 * where final ones without a number (taken over from a ledger) stand since the last numbered one: how many there were is not known.
 */
export function nextSeqNo(
  db: ReadDb,
  { id, organizationId, groupId, kind, termNo, from, heldOn }: NumberedMeeting,
): number | null {
  const of = { id, organizationId, groupId, kind, termNo, from, heldOn, year: `${heldOn.slice(0, 4)}-%` }
  const row = db.sql.get<{ readonly last: number | null; readonly unnumbered: number }>(
    `with alike as (
       select seq_no, term_no, held_on from meetings
       where organization_id = @organizationId and deleted_at is null and status = 'final' and group_id is @groupId
         and (kinds = @kind or kinds like @kind || ',%') and id <> @id),
     numbered as (
       select seq_no, held_on from alike
       where seq_no is not null and term_no is @termNo and (@termNo is not null or held_on like @year))
     select (select max(seq_no) from numbered) as last,
       exists (select 1 from alike
         where seq_no is null and held_on <= @heldOn
           and held_on > coalesce((select max(held_on) from numbered), '') and held_on >= @from) as unnumbered`,
    of,
  )
  return row === undefined || row.unnumbered === 1 ? null : (row.last ?? 0) + 1
}

/** Other final meetings with this one's number: of the branch, the group, the first kind and the term, or the year where no term is known. */
export function numberTwins(db: ReadDb, { id, kinds, seqNo, ...of }: StoredMeeting): number {
  const { organizationId, groupId, termNo, heldOn } = of
  const kind = kinds.split(',')[0] ?? ''
  const asked = { id, organizationId, groupId, termNo, seqNo, kind, year: `${heldOn.slice(0, 4)}-%` }
  const row = db.sql.get<{ readonly n: number }>(
    `select count(*) as n from meetings
     where organization_id = @organizationId and id <> @id and deleted_at is null and status = 'final'
       and group_id is @groupId and (kinds = @kind or kinds like @kind || ',%') and term_no is @termNo
       and seq_no = @seqNo and (@termNo is not null or held_on like @year)`,
    asked,
  )
  return row?.n ?? 0
}
