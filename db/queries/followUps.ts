import { eq } from 'drizzle-orm'
import type { FollowUpSubject } from '#shared/domain/meetings/records.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import { followUps } from '../schema/meetings.ts'
import type { StoredFollowUp } from './meetings.ts'
import { andInScope } from './scope.ts'

export interface FollowUpFilter {
  /** Null for all in reach. */
  readonly organizationIds: readonly string[] | null
  readonly subject: FollowUpSubject | null
  readonly today: DateOnly
}

export type FollowUpState = 'open' | 'overdue' | 'closed'

export interface ListedFollowUp {
  readonly id: string
  readonly subject: FollowUpSubject
  readonly subjectId: string
  readonly version: number
  readonly subjectTitle: string
  readonly organizationId: string
  readonly what: string
  readonly personName: string | null
  readonly dueOn: DateOnly | null
  readonly closedOn: DateOnly | null
  readonly result: string | null
}

const states: Readonly<Record<FollowUpState, string>> = {
  open: 'closedOn is null',
  overdue: 'closedOn is null and dueOn < @today',
  closed: 'closedOn is not null',
}

/** 落实事项 of meetings and 整改 of 组织生活会, none of a record or an organisation in the trash. */
function sourceOf(db: ReadDb, { organizationIds, subject, today }: FollowUpFilter) {
  const mine = andInScope(db, 'organizationId')
  const params: SqlParams = {
    today,
    ...(organizationIds === null ? {} : { organizations: JSON.stringify(organizationIds) }),
    ...mine.params,
  }
  const ofMeetings = `select f.id, 'meeting' as subject, f.subject_id as subjectId, m.version, replace(m.held_on, '-', '.') || ' ' || m.title as subjectTitle,
      f.organization_id as organizationId, f.what, f.person_name as personName, f.due_on as dueOn, f.closed_on as closedOn,
      f.result, f.position
    from follow_ups f join meetings m on m.id = f.subject_id where f.subject = 'meeting' and m.deleted_at is null`
  const ofLifeMeetings = `select p.id, 'lifeMeeting' as subject, l.id as subjectId, l.version, l.year || '年度组织生活会' as subjectTitle,
      l.organization_id as organizationId, p.problem as what, coalesce(p.duty_name, p.person_name) as personName,
      p.due_on as dueOn, p.done_on as closedOn, p.result, p.position
    from life_problems p join life_meetings l on l.id = p.life_meeting_id where l.deleted_at is null`
  const parts = [
    ...(subject === 'lifeMeeting' ? [] : [ofMeetings]),
    ...(subject === 'meeting' ? [] : [ofLifeMeetings]),
  ]
  const among =
    organizationIds === null ? '' : ' and organizationId in (select value from json_each(@organizations))'
  const inSight = 'organizationId not in (select id from organizations where deleted_at is not null)'
  return { sql: `(${parts.join(' union all ')}) where ${inSight}${among}${mine.sql}`, params }
}

/** What is due first comes first; of the closed, what was closed last. */
export function listFollowUps(
  db: ReadDb,
  filter: FollowUpFilter,
  {
    state,
    offset,
    limit,
  }: { readonly state: FollowUpState; readonly offset: number; readonly limit: number },
): readonly ListedFollowUp[] {
  const { sql, params } = sourceOf(db, filter)
  const order = state === 'closed' ? 'closedOn desc' : 'dueOn is null, dueOn'
  return db.sql.all<ListedFollowUp>(
    `select id, subject, subjectId, version, subjectTitle, organizationId, what, personName, dueOn, closedOn, result
     from ${sql} and ${states[state]} and @today is not null order by ${order}, subjectId, position, id
     limit @limit offset @offset`,
    { ...params, limit, offset },
  )
}

export function countFollowUps(db: ReadDb, filter: FollowUpFilter): Readonly<Record<FollowUpState, number>> {
  const { sql, params } = sourceOf(db, filter)
  const row = db.sql.get<Record<FollowUpState, number>>(
    `select count(case when ${states.open} then 1 end) as "open", count(case when ${states.overdue} then 1 end) as overdue,
       count(case when ${states.closed} then 1 end) as closed from ${sql}`,
    params,
  )
  return row ?? { open: 0, overdue: 0, closed: 0 }
}

/** Of a meeting; whether the caller may see that is asked after. */
export function getFollowUp(db: ReadDb, id: string): StoredFollowUp | undefined {
  return db.orm.select().from(followUps).where(eq(followUps.id, id)).get()
}
