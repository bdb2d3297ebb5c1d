import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { transfers } from '../schema/transfers.ts'
import { scopeCondition } from './scope.ts'
import { openStatuses, type StoredTransfer } from './transfers.ts'

/** Of these branches: what is under way for people who are in no roster of ours, and the versions. */
export function openOfNonMembers(
  db: ReadDb,
  organizationIds: readonly string[],
): readonly Pick<StoredTransfer, 'id' | 'version'>[] {
  return db.orm
    .select({ id: transfers.id, version: transfers.version })
    .from(transfers)
    .where(
      and(
        inArray(transfers.organizationId, [...organizationIds]),
        isNull(transfers.memberId),
        inArray(transfers.status, [...openStatuses]),
        isNull(transfers.deletedAt),
        scopeCondition(db, transfers.organizationId),
      ),
    )
    .orderBy(transfers.id)
    .all()
}

/** A member's transfer out that is not done yet goes with him to another branch of ours: he is counted there until the receipt is here (TRF-03). */
export function moveOpenOutgoing(
  db: WriteDb,
  {
    memberId,
    organizationId,
    at,
  }: { readonly memberId: string; readonly organizationId: string; readonly at: Instant },
): void {
  db.orm
    .update(transfers)
    .set({ organizationId, version: sql`${transfers.version} + 1`, updatedAt: at })
    .where(
      and(
        eq(transfers.memberId, memberId),
        eq(transfers.direction, 'out'),
        inArray(transfers.status, [...openStatuses]),
        isNull(transfers.deletedAt),
        ne(transfers.organizationId, organizationId),
      ),
    )
    .run()
}
