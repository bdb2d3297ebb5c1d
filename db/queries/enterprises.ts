import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { enterprises } from '../schema/enterprises.ts'
import { organizations } from '../schema/organizations.ts'
import { isInScope, scopeCondition } from './scope.ts'

export type StoredEnterprise = typeof enterprises.$inferSelect

/** Living units of these organisations, or of all in the caller's scope: in tree order, then by name. */
export function listEnterprises(
  db: ReadDb,
  organizationIds: readonly string[] | null,
): readonly StoredEnterprise[] {
  return select(
    db,
    organizationIds === null
      ? undefined
      : sql`${enterprises.organizationId} in (select value from json_each(${JSON.stringify(organizationIds)}))`,
  )
}

function select(db: ReadDb, where: SQL | undefined): readonly StoredEnterprise[] {
  return db.orm
    .select({ unit: enterprises })
    .from(enterprises)
    .innerJoin(organizations, eq(organizations.id, enterprises.organizationId))
    .where(and(isNull(enterprises.deletedAt), scopeCondition(db, enterprises.organizationId), where))
    .orderBy(asc(organizations.treeOrder), asc(enterprises.name), asc(enterprises.id))
    .all()
    .map(({ unit }) => unit)
}

/** Undefined when it is in the trash or out of scope. */
export function getEnterprise(db: ReadDb, id: string): StoredEnterprise | undefined {
  const unit = db.orm.select().from(enterprises).where(eq(enterprises.id, id)).get()
  return unit && unit.deletedAt === null && isInScope(db, unit.organizationId) ? unit : undefined
}

/** How many living units of the whole street carry each code: a code belongs to one unit, whoever asks. */
export function countByCreditCode(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db.sql.all<{ code: string; n: number }>(
    `select credit_code as code, count(*) as n from enterprises
     where credit_code is not null and deleted_at is null group by credit_code`,
  )
  return new Map(rows.map(({ code, n }) => [code, n]))
}

/** Whether this session of this account has looked at the unit's phone already: once is logged. */
export function wasPhoneRevealed(
  db: ReadDb,
  seen: { readonly enterpriseId: string; readonly sessionId: string; readonly accountId: string },
): boolean {
  const row = db.sql.get(
    `select 1 from audit_changes c join audit_entries e on e.seq = c.entry
     where c.record_id = @enterpriseId and c.kind = 'enterprise' and c.action = 'noted'
       and e.route = 'enterprises.reveal' and e.session_id = @sessionId and e.account_id = @accountId limit 1`,
    seen,
  )
  return row !== undefined
}

export function insertEnterprises(db: WriteDb, rows: readonly (typeof enterprises.$inferInsert)[]): void {
  for (const row of rows) db.orm.insert(enterprises).values(row).run()
}

/** False when somebody else has written in between. */
export function updateEnterprise(
  db: WriteDb,
  {
    id,
    version,
    set,
    at,
  }: {
    readonly id: string
    readonly version: number
    readonly set: Partial<StoredEnterprise>
    readonly at: Instant
  },
): boolean {
  const { changes } = db.orm
    .update(enterprises)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(enterprises.id, id), eq(enterprises.version, version), isNull(enterprises.deletedAt)))
    .run()
  return changes === 1
}
