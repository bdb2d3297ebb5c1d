import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { TrashRow } from '#shared/contract/members.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import type { ReadDb } from '../database.ts'
import { members } from '../schema/members.ts'
import { organizations } from '../schema/organizations.ts'
import type { StoredMember } from './memberRecords.ts'

/** Trashed members too: the page of one shows them as deleted. */
export function getMember(db: ReadDb, id: string): StoredMember | undefined {
  return db.orm.select().from(members).where(eq(members.id, id)).get()
}

export function getMembers(db: ReadDb, ids: readonly string[]): readonly StoredMember[] {
  const found: StoredMember[] = []
  // SQLite takes at most 32,766 variables in one statement.
  for (let i = 0; i < ids.length; i += 5000)
    found.push(
      ...db.orm
        .select()
        .from(members)
        .where(inArray(members.id, ids.slice(i, i + 5000)))
        .all(),
    )
  return found
}

/** Living members in the order of their row numbers, after this one. */
export function listMembersAfter(db: ReadDb, seq: number, limit: number): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(isNull(members.deletedAt), gt(members.seq, seq)))
    .orderBy(members.seq)
    .limit(limit)
    .all()
}

/** The living member with this ID number, and trashed ones. */
export function findByIdNo(db: ReadDb, idNo: string): readonly StoredMember[] {
  return db.orm.select().from(members).where(eq(members.idNo, idNo)).all()
}

export function findByMobile(db: ReadDb, mobile: string): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(eq(members.mobile, mobile), isNull(members.deletedAt)))
    .limit(5)
    .all()
}

export function findByNameKey(db: ReadDb, nameKey: string): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(eq(members.nameKey, nameKey), isNull(members.deletedAt)))
    .limit(20)
    .all()
}

export function listTrash(
  db: ReadDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly rows: readonly TrashRow[]; readonly total: number } {
  const rows = db.orm
    .select({
      id: members.id,
      version: members.version,
      name: members.name,
      idNo: members.idNo,
      organizationName: organizations.shortName,
      deletedAt: members.deletedAt,
      deletedReason: members.deletedReason,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(isNotNull(members.deletedAt))
    .orderBy(sql`${members.deletedAt} desc`, members.seq)
    .limit(limit)
    .offset(offset)
    .all()
  const total =
    db.sql.get<{ n: number }>('select count(*) as n from members where deleted_at is not null')?.n ?? 0
  return {
    rows: rows.flatMap(({ idNo, deletedAt, deletedReason, ...row }) =>
      deletedAt === null
        ? []
        : [{ ...row, maskedIdNo: maskIdNo(idNo), deletedAt, deletedReason: deletedReason ?? '' }],
    ),
    total,
  }
}

/** In the order of the numbers given. */
export function getMembersBySeq(db: ReadDb, seqs: readonly number[]): readonly StoredMember[] {
  const rows = db.orm
    .select()
    .from(members)
    .where(inArray(members.seq, [...seqs]))
    .all()
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  return seqs.flatMap((seq) => bySeq.get(seq) ?? [])
}

/** Living members whose membership is in this branch. */
export function listMembersOf(db: ReadDb, organizationId: string): readonly StoredMember[] {
  return db.orm
    .select()
    .from(members)
    .where(and(eq(members.organizationId, organizationId), isNull(members.deletedAt)))
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
      and(isNull(members.deletedAt), or(inArray(members.organizationId, ids), inArray(members.groupId, ids))),
    )
    .orderBy(members.nameKey, members.seq)
    .all()
}
