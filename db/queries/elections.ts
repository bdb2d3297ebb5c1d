import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { ElectionStatus } from '#shared/domain/electionWords.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { elections } from '../schema/elections.ts'
import { andInScope, scopeCondition } from './scope.ts'

export type StoredElection = typeof elections.$inferSelect
type NewElectionRow = typeof elections.$inferInsert

// As terms.ts has it: what hangs on an organisation in the trash is out of sight with it.
const ofLivingOrganizations = sql`${elections.organizationId} in (select id from organizations where deleted_at is null)`

/** Not in the trash, of an organisation in reach. */
export function getElection(db: ReadDb, id: string): StoredElection | undefined {
  return db.orm
    .select()
    .from(elections)
    .where(
      and(
        eq(elections.id, id),
        isNull(elections.deletedAt),
        ofLivingOrganizations,
        scopeCondition(db, elections.organizationId),
      ),
    )
    .get()
}

/** Elections of an organisation, newest first. */
export function listElectionsOf(db: ReadDb, organizationId: string): readonly StoredElection[] {
  return db.orm
    .select()
    .from(elections)
    .where(
      and(
        eq(elections.organizationId, organizationId),
        isNull(elections.deletedAt),
        scopeCondition(db, elections.organizationId),
      ),
    )
    .orderBy(desc(elections.createdAt), asc(elections.id))
    .all()
}

export interface ElectionListRow extends Pick<
  StoredElection,
  'id' | 'version' | 'organizationId' | 'kind' | 'status' | 'isDirect' | 'plannedOn' | 'meetingOn'
> {
  readonly organizationName: string
  readonly organizationType: string
  /** Numbers of the steps that have a day, with commas; empty for none. */
  readonly stepsDone: string
}

interface ListFilter {
  readonly status: ElectionStatus | null
  readonly organizationIds: readonly string[] | null
}

function where(db: ReadDb, { status, organizationIds }: ListFilter) {
  const mine = andInScope(db, 'e.organization_id')
  return {
    sql: `e.deleted_at is null and o.deleted_at is null
      ${status === null ? '' : 'and e.status = @status'}
      ${organizationIds === null ? '' : 'and e.organization_id in (select value from json_each(@ids))'}${mine.sql}`,
    params: {
      ...mine.params,
      ...(status === null ? {} : { status }),
      ...(organizationIds === null ? {} : { ids: JSON.stringify(organizationIds) }),
    },
  }
}

/** Those under way first, then the newest. */
export function listElections(
  db: ReadDb,
  filter: ListFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly ElectionListRow[] {
  const { sql: condition, params } = where(db, filter)
  return db.sql
    .all<Omit<ElectionListRow, 'isDirect'> & { readonly isDirect: 0 | 1 }>(
      `select e.id, e.version, e.organization_id as organizationId, e.kind, e.status, e.is_direct as isDirect,
         e.planned_on as plannedOn, e.meeting_on as meetingOn, o.short_name as organizationName, o.type as organizationType,
         coalesce((select group_concat(s.step_no) from election_steps s
           where s.election_id = e.id and s.done_on is not null), '') as stepsDone
       from elections e join organizations o on o.id = e.organization_id where ${condition}
       order by e.status <> 'open', coalesce(e.meeting_on, e.planned_on, substr(e.created_at, 1, 10)) desc, o.tree_order, e.id
       limit @limit offset @offset`,
      { ...params, limit, offset },
    )
    .map((row) => ({ ...row, isDirect: row.isDirect === 1 }))
}

/** How many of each status. */
export function countElections(
  db: ReadDb,
  organizationIds: readonly string[] | null,
): Readonly<Record<ElectionStatus, number>> {
  const { sql: condition, params } = where(db, { status: null, organizationIds })
  const rows = db.sql.all<{ readonly status: ElectionStatus; readonly n: number }>(
    `select e.status, count(*) as n from elections e join organizations o on o.id = e.organization_id
     where ${condition} group by e.status`,
    params,
  )
  const of = (status: ElectionStatus) => rows.find((row) => row.status === status)?.n ?? 0
  return { open: of('open'), done: of('done'), invalid: of('invalid'), cancelled: of('cancelled') }
}

export function insertElection(db: WriteDb, row: NewElectionRow): void {
  db.orm.insert(elections).values(row).run()
}

export type ElectionChange = Partial<
  Omit<StoredElection, 'id' | 'organizationId' | 'version' | 'createdAt' | 'updatedAt'>
>

/** With an empty change it only raises the version, for a part that was written. False when somebody else has written in between. */
export function updateElection(
  db: WriteDb,
  { id, version }: Pick<StoredElection, 'id' | 'version'>,
  set: ElectionChange,
  at: Instant,
): boolean {
  return (
    db.orm
      .update(elections)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(elections.id, id), eq(elections.version, version), isNull(elections.deletedAt)))
      .run().changes === 1
  )
}
