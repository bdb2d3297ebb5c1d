import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Instant, PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { lostAttempts, lostCases } from '../schema/lostCases.ts'
import { members } from '../schema/members.ts'
import { inScope, scopeCondition } from './scope.ts'

export type StoredLostCase = typeof lostCases.$inferSelect
export type StoredLostAttempt = typeof lostAttempts.$inferSelect

/** A case and what is asked of its member. */
export interface LostCaseOfMember {
  readonly lost: StoredLostCase
  readonly memberName: string
  readonly nameKey: string
  readonly personType: string
  readonly partyStatus: string
  readonly organizationId: string
  readonly isLost: boolean | null
  readonly abroadSince: PartialDate | null
}

/** Living cases of living members in the caller's scope. */
function select(db: ReadDb, where: SQL | undefined): readonly LostCaseOfMember[] {
  return db.orm
    .select({
      lost: lostCases,
      memberName: members.name,
      nameKey: members.nameKey,
      personType: members.personType,
      partyStatus: members.partyStatus,
      organizationId: members.organizationId,
      isLost: members.isLost,
      abroadSince: members.abroadSince,
    })
    .from(lostCases)
    .innerJoin(members, eq(members.id, lostCases.memberId))
    .where(
      and(
        isNull(lostCases.deletedAt),
        isNull(members.deletedAt),
        scopeCondition(db, members.organizationId),
        where,
      ),
    )
    .orderBy(asc(members.nameKey), asc(lostCases.createdAt), asc(lostCases.id))
    .all()
}

/** By name; of these branches, or of all in the caller's scope. */
export function listLostCases(
  db: ReadDb,
  organizationIds: readonly string[] | null,
): readonly LostCaseOfMember[] {
  return select(
    db,
    organizationIds === null
      ? undefined
      : sql`${members.organizationId} in (select value from json_each(${JSON.stringify(organizationIds)}))`,
  )
}

/** Undefined when it is in the trash, or its member is. */
export function getLostCase(db: ReadDb, id: string): LostCaseOfMember | undefined {
  return select(db, eq(lostCases.id, id))[0]
}

/** Oldest first. */
export function lostCasesOf(db: ReadDb, memberId: string): readonly LostCaseOfMember[] {
  return select(db, eq(lostCases.memberId, memberId))
}

/** The one that is not settled. */
export function openLostCaseOf(db: ReadDb, memberId: string): LostCaseOfMember | undefined {
  const isOpen = or(eq(lostCases.status, 'searching'), eq(lostCases.status, 'stopped'))
  return select(db, and(eq(lostCases.memberId, memberId), isOpen))[0]
}

/** Newest first. The callers have found the cases within their scope. */
export function lostAttemptsOf(db: ReadDb, caseIds: readonly string[]): readonly StoredLostAttempt[] {
  return db.orm
    .select()
    .from(lostAttempts)
    .where(sql`${lostAttempts.caseId} in (select value from json_each(${JSON.stringify(caseIds)}))`)
    .orderBy(desc(lostAttempts.triedOn), desc(lostAttempts.createdAt), desc(lostAttempts.id))
    .all()
}

/** Undefined when its case cannot be seen. */
export function getLostAttempt(
  db: ReadDb,
  id: string,
): { readonly attempt: StoredLostAttempt; readonly of: LostCaseOfMember } | undefined {
  const attempt = db.orm.select().from(lostAttempts).where(eq(lostAttempts.id, id)).get()
  const of = attempt && getLostCase(db, attempt.caseId)
  return attempt && of ? { attempt, of } : undefined
}

export interface MarkedLost {
  readonly memberId: string
  readonly memberName: string
  readonly organizationId: string
  readonly lostSince: PartialDate | null
}

/** Counted members marked 失联 in the roster without an open case; by name. */
export function markedLostWithoutCase(
  db: ReadDb,
  {
    organizationIds,
    statuses,
    limit,
  }: {
    readonly organizationIds: readonly string[] | null
    readonly statuses: readonly string[]
    readonly limit: number
  },
): { readonly rows: readonly MarkedLost[]; readonly total: number } {
  const mine = inScope(db, 'm.organization_id')
  // The plus keeps SQLite from reading all of a status: those marked have an index of their own.
  const from = `from members m where m.deleted_at is null and m.is_lost = 1
    and +m.party_status in (select value from json_each(@statuses)) and ${mine.sql}
    and (@organizations is null or m.organization_id in (select value from json_each(@organizations)))
    and not exists (select 1 from lost_cases l where l.member_id = m.id and l.deleted_at is null and l.status in ('searching', 'stopped'))`
  const params = {
    ...mine.params,
    statuses: JSON.stringify(statuses),
    organizations: organizationIds === null ? null : JSON.stringify(organizationIds),
  }
  return {
    rows: db.sql.all<MarkedLost>(
      `select m.id as memberId, m.name as memberName, m.organization_id as organizationId, m.lost_since as lostSince ${from}
       order by m.name_key, m.seq limit @limit`,
      { ...params, limit },
    ),
    total: db.sql.get<{ n: number }>(`select count(*) as n ${from}`, params)?.n ?? 0,
  }
}

export function insertLostCase(db: WriteDb, row: typeof lostCases.$inferInsert): void {
  db.orm.insert(lostCases).values(row).run()
}

export type LostCaseChange = Partial<
  Omit<
    StoredLostCase,
    'id' | 'memberId' | 'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'deletedReason'
  >
>

interface Versioned {
  readonly id: string
  readonly version: number
}

/** False when somebody else has written in between. */
export function updateLostCase(
  db: WriteDb,
  { id, version }: Versioned,
  set: LostCaseChange,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(lostCases)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(lostCases.id, id), eq(lostCases.version, version), isNull(lostCases.deletedAt)))
    .run()
  return changes === 1
}

export function insertLostAttempts(db: WriteDb, rows: readonly (typeof lostAttempts.$inferInsert)[]): void {
  if (rows.length > 0)
    db.orm
      .insert(lostAttempts)
      .values([...rows])
      .run()
}

/** False when somebody else has written in between. */
export function updateLostAttempt(
  db: WriteDb,
  { id, version }: Versioned,
  set: Partial<Omit<StoredLostAttempt, 'id' | 'caseId' | 'version' | 'createdAt' | 'updatedAt'>>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(lostAttempts)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(lostAttempts.id, id), eq(lostAttempts.version, version)))
    .run()
  return changes === 1
}

/** False when somebody else has written in between. */
export function deleteLostAttempt(db: WriteDb, { id, version }: Versioned): boolean {
  const mine = and(eq(lostAttempts.id, id), eq(lostAttempts.version, version))
  return db.orm.delete(lostAttempts).where(mine).run().changes === 1
}
