import { and, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { ContactSummary } from '#shared/domain/mobilityDue.ts'
import { type MobilityDirection, mobilityStatuses, isOpenMobility } from '#shared/domain/mobility.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'
import { members } from '../schema/members.ts'
import { mobilityContacts, mobilityRecords } from '../schema/mobility.ts'

export type StoredMobility = typeof mobilityRecords.$inferSelect
export type StoredContact = typeof mobilityContacts.$inferSelect

/** A record with what the roster says of its person. */
export interface MobilityOfPerson {
  readonly record: StoredMobility
  /** Null for whom the roster does not have: an inflow, or an outflow not linked yet. */
  readonly member: {
    readonly name: string
    readonly gender: string | null
    readonly idNo: string
    readonly mobile: string | null
    readonly personType: string
    readonly partyStatus: string
    readonly organizationId: string
    readonly joinedOn: string | null
  } | null
}

const openStatuses = mobilityStatuses.filter(isOpenMobility)

const memberColumns = {
  name: members.name,
  gender: members.gender,
  idNo: members.idNo,
  mobile: members.mobile,
  personType: members.personType,
  partyStatus: members.partyStatus,
  organizationId: members.organizationId,
  joinedOn: members.joinedOn,
}

/** The branch an outflow stands under is its member's, wherever that is now. */
const place = sql`coalesce(${members.organizationId}, ${mobilityRecords.organizationId})`

function placeIn(ids: readonly string[] | null): SQL | undefined {
  return ids === null ? undefined : sql`${place} in (select value from json_each(${JSON.stringify(ids)}))`
}

/** Neither what lies in the trash, nor what speaks of somebody there. */
function select(db: ReadDb, where: SQL | undefined): readonly MobilityOfPerson[] {
  return db.orm
    .select({ record: mobilityRecords, member: memberColumns })
    .from(mobilityRecords)
    .leftJoin(members, eq(members.id, mobilityRecords.memberId))
    .where(and(isNull(mobilityRecords.deletedAt), isNull(members.deletedAt), placeIn(db.scope), where))
    .orderBy(desc(mobilityRecords.outOn), mobilityRecords.id)
    .all()
}

export interface LedgerPart {
  readonly direction: MobilityDirection | null
  readonly isOpen: boolean | null
  /** Branches; null for all in scope. */
  readonly organizationIds: readonly string[] | null
}

export function listMobility(
  db: ReadDb,
  { direction, isOpen, organizationIds }: LedgerPart,
): readonly MobilityOfPerson[] {
  const open = inArray(mobilityRecords.status, openStatuses)
  return select(
    db,
    and(
      direction === null ? undefined : eq(mobilityRecords.direction, direction),
      isOpen === null ? undefined : isOpen ? open : sql`not ${open}`,
      placeIn(organizationIds),
    ),
  )
}

export function getMobility(db: ReadDb, id: string): MobilityOfPerson | undefined {
  return select(db, eq(mobilityRecords.id, id))[0]
}

export function mobilityOfMember(db: ReadDb, memberId: string): readonly MobilityOfPerson[] {
  return select(db, eq(mobilityRecords.memberId, memberId))
}

/** In the order of the ids. */
export function mobilityByIds(db: ReadDb, ids: readonly string[]): readonly MobilityOfPerson[] {
  const found = select(
    db,
    sql`${mobilityRecords.id} in (select value from json_each(${JSON.stringify(ids)}))`,
  )
  const byId = new Map(found.map((of) => [of.record.id, of]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Outflows of these members, over or not. */
export function mobilityOfMembers(db: ReadDb, memberIds: readonly string[]): readonly MobilityOfPerson[] {
  const ids = JSON.stringify(memberIds)
  return select(db, sql`${mobilityRecords.memberId} in (select value from json_each(${ids}))`)
}

/** The outflow a member is away by now; undefined for who is here. */
export function openOutflowOf(db: ReadDb, memberId: string): StoredMobility | undefined {
  // Asked of everybody an import adds or changes: most have none.
  const found = db.sql.get<{ readonly id: string }>(
    `select id from mobility_records where member_id = @memberId and status in (select value from json_each(@open)) limit 1`,
    { memberId, open: JSON.stringify(openStatuses) },
  )
  if (found === undefined) return undefined
  const where = and(eq(mobilityRecords.memberId, memberId), inArray(mobilityRecords.status, openStatuses))
  return select(db, where)[0]?.record
}

/** Outflows of people with these ID numbers whom the roster did not have when they were written down. */
export function unlinkedOutflowsOf(db: ReadDb, idNos: readonly string[]): readonly StoredMobility[] {
  const params = { idNos: JSON.stringify(idNos) }
  const ids = db.sql.all<{ id: string }>(
    `select id from mobility_records indexed by mobility_unlinked where member_id is null and direction = 'LC' and deleted_at is null
       and id_no in (select value from json_each(@idNos))`,
    params,
  )
  // Asked at every new member: most have none.
  if (ids.length === 0) return []
  const found = JSON.stringify(ids.map(({ id }) => id))
  const where = sql`${mobilityRecords.id} in (select value from json_each(${found}))`
  return select(db, where).map(({ record }) => record)
}

/** Whether an outflow waits for this living member's ID number. Asked at every new member: two index look-ups, and nobody's record read. */
export function hasUnlinkedOutflow(db: ReadDb, memberId: string): boolean {
  const sql = `select r.id from members m join mobility_records r on r.id_no = m.id_no
    where m.id = @memberId and m.deleted_at is null and r.member_id is null and +r.direction = 'LC' and r.deleted_at is null
    limit 1`
  return db.sql.get(sql, { memberId }) !== undefined
}

/** Whoever stands under these organisations without being a member of one. */
export function nonMembersUnder(db: ReadDb, organizationIds: readonly string[]): readonly StoredMobility[] {
  const ids = JSON.stringify(organizationIds)
  const where = and(
    isNull(mobilityRecords.memberId),
    sql`${mobilityRecords.organizationId} in (select value from json_each(${ids}))`,
  )
  return select(db, where).map(({ record }) => record)
}

/** Inflows with one of these ID numbers or names. */
export function inflowsOf(
  db: ReadDb,
  { idNos, names }: { readonly idNos: readonly string[]; readonly names: readonly string[] },
): readonly StoredMobility[] {
  const listed = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`
  const where = and(
    eq(mobilityRecords.direction, 'LR'),
    or(sql`${mobilityRecords.idNo} in ${listed(idNos)}`, sql`${mobilityRecords.name} in ${listed(names)}`),
  )
  return select(db, where).map(({ record }) => record)
}

/** Contacts of these records, oldest first; not cut to the scope, as the records are. */
export function contactsOf(db: ReadDb, recordIds: readonly string[]): readonly StoredContact[] {
  const ids = JSON.stringify(recordIds)
  return db.orm
    .select()
    .from(mobilityContacts)
    .where(sql`${mobilityContacts.recordId} in (select value from json_each(${ids}))`)
    .orderBy(
      mobilityContacts.recordId,
      mobilityContacts.contactedOn,
      mobilityContacts.createdAt,
      mobilityContacts.id,
    )
    .all()
}

/** What the rules ask of each record's contacts: there may be tens of thousands of them. Not cut to the scope, as the records are. */
export function contactSummariesOf(
  db: ReadDb,
  recordIds: readonly string[],
): ReadonlyMap<string, ContactSummary> {
  const rows = db.sql.all<{
    readonly id: string
    readonly lastReachedOn: DateOnly | null
    readonly unanswered: number
    readonly isOriginAsked: number
  }>(
    `select s.recordId as id, s.lastReachedOn, s.isOriginAsked,
       case when s.missed = 0 or s.lastReachedOn is null then s.missed else
         (select count(*) from mobility_contacts c
          where c.record_id = s.recordId and c.contacted_on >= s.lastReachedOn and c.is_reached = 0) end as unanswered
     from (select record_id as recordId, max(case when is_reached then contacted_on end) as lastReachedOn,
             sum(is_reached = 0) as missed, max(way = 'originOrganization') as isOriginAsked
           from mobility_contacts where record_id in (select value from json_each(@ids)) group by record_id) s`,
    { ids: JSON.stringify(recordIds) },
  )
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, isOriginAsked: row.isOriginAsked === 1 }]))
}

/** Undefined too when its record is out of the scope or in the trash. */
export function getContact(db: ReadDb, id: string): StoredContact | undefined {
  const contact = db.orm.select().from(mobilityContacts).where(eq(mobilityContacts.id, id)).get()
  return contact && getMobility(db, contact.recordId) ? contact : undefined
}
