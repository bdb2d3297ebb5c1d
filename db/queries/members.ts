import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { ReadDb } from '../database.ts'
import { members } from '../schema/members.ts'
import type { StoredMember } from './memberRecords.ts'
import { isInScope, scopeCondition } from './scope.ts'

/** Trashed members too: the page of one shows them as deleted. */
export function getMember(db: ReadDb, id: string): StoredMember | undefined {
  const member = db.orm.select().from(members).where(eq(members.id, id)).get()
  return member && isInScope(db, member.organizationId) ? member : undefined
}

export function getMembers(db: ReadDb, ids: readonly string[]): readonly StoredMember[] {
  const found: StoredMember[] = []
  // SQLite takes at most 32,766 variables in one statement.
  for (let i = 0; i < ids.length; i += 5000)
    found.push(
      ...db.orm
        .select()
        .from(members)
        .where(and(inArray(members.id, ids.slice(i, i + 5000)), ofScope(db)))
        .all(),
    )
  return found
}

const ofScope = (db: ReadDb) => scopeCondition(db, members.organizationId)

/** Living members in the order of their row numbers, after this one. */
export function listMembersAfter(db: ReadDb, seq: number, limit: number): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(isNull(members.deletedAt), gt(members.seq, seq), ofScope(db)))
    .orderBy(members.seq)
    .limit(limit)
    .all()
}

/** The living member with this ID number, and trashed ones. */
export function findByIdNo(db: ReadDb, idNo: string): readonly StoredMember[] {
  return findAnyByIdNo(db, idNo).filter((member) => isInScope(db, member.organizationId))
}

/**
 * Same over the whole street, whoever asks: one number belongs to one person. Callers say nothing of who was found outside the
 * scope, neither name nor place.
 */
export function findAnyByIdNo(db: ReadDb, idNo: string): readonly StoredMember[] {
  return db.orm.select().from(members).where(eq(members.idNo, idNo)).all()
}

export function findByMobile(db: ReadDb, mobile: string): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(eq(members.mobile, mobile), isNull(members.deletedAt), ofScope(db)))
    .limit(5)
    .all()
}

export function findByNameKey(db: ReadDb, nameKey: string): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(eq(members.nameKey, nameKey), isNull(members.deletedAt), ofScope(db)))
    .limit(20)
    .all()
}

/** In the order of the numbers given. */
export function getMembersBySeq(db: ReadDb, seqs: readonly number[]): readonly StoredMember[] {
  const rows = db.orm
    .select()
    .from(members)
    .where(and(inArray(members.seq, [...seqs]), ofScope(db)))
    .all()
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  return seqs.flatMap((seq) => bySeq.get(seq) ?? [])
}

/** Living members whose membership is in this branch. */
export function listMembersOf(db: ReadDb, organizationId: string): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(eq(members.organizationId, organizationId), isNull(members.deletedAt), ofScope(db)))
    .orderBy(members.nameKey, members.seq)
    .all()
}

/** Living members whose branch, or whose group, is one of these; by name. */
export function listMembersIn(db: ReadDb, organizationIds: readonly string[]): readonly StoredMember[] {
  const ids = [...organizationIds]
  return db.orm
    .select()
    .from(members)
    .where(
      and(
        isNull(members.deletedAt),
        or(inArray(members.organizationId, ids), inArray(members.groupId, ids)),
        ofScope(db),
      ),
    )
    .orderBy(members.nameKey, members.seq)
    .all()
}

/** Whether this session of this account has looked at the member's full numbers already: once is logged. */
export function wasRevealed(
  db: ReadDb,
  seen: { readonly memberId: string; readonly sessionId: string; readonly accountId: string },
): boolean {
  const row = db.sql.get(
    `select 1 from audit_changes c join audit_entries e on e.seq = c.entry
     where c.record_id = @memberId and c.kind = 'member' and c.action = 'noted'
       and e.route = 'members.reveal' and e.session_id = @sessionId and e.account_id = @accountId limit 1`,
    seen,
  )
  return row !== undefined
}
