import type { EnteredBy, LeftBy, StartBasis } from '#shared/domain/memberships.ts'
import type { Instant, PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, SqlValue, WriteDb } from '../database.ts'
import type { groupSpells, memberships, statusSpells } from '../schema/memberships.ts'

export type StoredMembership = typeof memberships.$inferSelect
export type StoredStatusSpell = typeof statusSpells.$inferSelect
export type StoredGroupSpell = typeof groupSpells.$inferSelect

interface Row {
  readonly id: string
  readonly memberId: string
  readonly at: Instant
}

export interface NewMembership extends Row {
  readonly organizationId: string
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
  readonly startBasis: StartBasis
  readonly fullFrom: PartialDate | '' | null
  readonly enteredBy: EnteredBy | null
  readonly leftBy: LeftBy | null
  readonly enteredDoc: string | null
  readonly leftDoc: string | null
  readonly enteredReason: string | null
  readonly leftReason: string | null
}

/** One prepared statement: an import of 10,000 waits on it. */
export function insertMembership(db: WriteDb, row: NewMembership): void {
  db.sql.run(
    `insert into memberships (id, member_id, organization_id, from_on, to_on, start_basis, full_from, entered_by, left_by,
       entered_doc, left_doc, entered_reason, left_reason, version, created_at, updated_at)
     values (@id, @memberId, @organizationId, @fromOn, @toOn, @startBasis, @fullFrom, @enteredBy, @leftBy,
       @enteredDoc, @leftDoc, @enteredReason, @leftReason, 1, @at, @at)`,
    { ...row },
  )
}

export interface NewStatusSpell extends Row {
  readonly organizationId: string
  readonly status: string
  readonly kind: string | null
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
  readonly doc: string | null
  readonly reason: string | null
}

export function insertStatusSpell(db: WriteDb, row: NewStatusSpell): void {
  db.sql.run(
    `insert into status_spells (id, member_id, organization_id, status, kind, from_on, to_on, doc, reason, version, created_at, updated_at)
     values (@id, @memberId, @organizationId, @status, @kind, @fromOn, @toOn, @doc, @reason, 1, @at, @at)`,
    { ...row },
  )
}

export interface NewGroupSpell extends Row {
  readonly groupId: string
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
}

export function insertGroupSpell(db: WriteDb, row: NewGroupSpell): void {
  db.sql.run(
    `insert into group_spells (id, member_id, group_id, from_on, to_on, version, created_at, updated_at)
     values (@id, @memberId, @groupId, @fromOn, @toOn, 1, @at, @at)`,
    { ...row },
  )
}

const spellTables = {
  membership: 'memberships',
  statusSpell: 'status_spells',
  groupSpell: 'group_spells',
} as const

export type SpellKind = keyof typeof spellTables

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Sets columns given by their names in the schema. */
function update(
  db: WriteDb,
  kind: SpellKind,
  { id, set, at }: { readonly id: string; readonly set: SqlParams; readonly at: Instant },
): void {
  const sets = Object.keys(set).map((key) => `${snake(key)} = @${key}`)
  db.sql.run(
    `update ${spellTables[kind]} set ${[...sets, 'version = version + 1', 'updated_at = @at'].join(', ')} where id = @id`,
    { ...set, id, at },
  )
}

type Change<T extends object> = Partial<Omit<T, 'id' | 'memberId' | 'version' | 'createdAt' | 'updatedAt'>>

const params = (change: Readonly<Record<string, SqlValue>>): SqlParams => change

export function updateMembership(
  db: WriteDb,
  id: string,
  change: Change<StoredMembership>,
  at: Instant,
): void {
  update(db, 'membership', { id, set: params(change), at })
}

export function updateStatusSpell(
  db: WriteDb,
  id: string,
  change: Change<StoredStatusSpell>,
  at: Instant,
): void {
  update(db, 'statusSpell', { id, set: params(change), at })
}

export function updateGroupSpell(
  db: WriteDb,
  id: string,
  change: Change<StoredGroupSpell>,
  at: Instant,
): void {
  update(db, 'groupSpell', { id, set: params(change), at })
}

export function deleteSpell(db: WriteDb, kind: SpellKind, id: string): void {
  db.sql.run(`delete from ${spellTables[kind]} where id = @id`, { id })
}

/** Oldest first, those of the same day as they were written. Not cut to the scope. */
export function membershipsOf(db: ReadDb, memberId: string): readonly StoredMembership[] {
  return db.sql.all<StoredMembership>(
    `select id, member_id as memberId, organization_id as organizationId, from_on as fromOn, to_on as toOn,
       start_basis as startBasis, full_from as fullFrom, entered_by as enteredBy, left_by as leftBy, entered_doc as enteredDoc,
       left_doc as leftDoc, entered_reason as enteredReason, left_reason as leftReason, version,
       created_at as createdAt, updated_at as updatedAt
     from memberships where member_id = @memberId order by from_on, rowid`,
    { memberId },
  )
}

export function statusSpellsOf(db: ReadDb, memberId: string): readonly StoredStatusSpell[] {
  return db.sql.all<StoredStatusSpell>(
    `select id, member_id as memberId, organization_id as organizationId, status, kind, from_on as fromOn, to_on as toOn,
       doc, reason, version, created_at as createdAt, updated_at as updatedAt
     from status_spells where member_id = @memberId order by from_on, rowid`,
    { memberId },
  )
}

export function groupSpellsOf(db: ReadDb, memberId: string): readonly StoredGroupSpell[] {
  return db.sql.all<StoredGroupSpell>(
    `select id, member_id as memberId, group_id as groupId, from_on as fromOn, to_on as toOn, version,
       created_at as createdAt, updated_at as updatedAt
     from group_spells where member_id = @memberId order by from_on, rowid`,
    { memberId },
  )
}

/**
 * 正式党员 from when, as the record says now (`fullFromOf`): it follows from the record, so that neither log nor scope ask about it.
 * Stays of before somebody joined again (重新入党) keep what was true of them.
 */
export function renewFullFrom(db: WriteDb, memberIds: readonly string[]): void {
  const now = `(select case when m.person_type = '2' then null else coalesce(m.regular_on, '') end
    from members m where m.id = memberships.member_id)`
  db.sql.run(
    `update memberships set full_from = ${now}
     where member_id in (select value from json_each(@ids)) and full_from is not ${now} and not exists (
       select 1 from members m where m.id = memberships.member_id and m.join_kind = '2'
         and memberships.to_on <> '' and memberships.to_on <= m.joined_on)`,
    { ids: JSON.stringify(memberIds) },
  )
}

/** Names of people not in the trash who have been in one of these branches. Not cut to the scope: the caller has seen to it. */
export function pastPeople(db: ReadDb, organizationIds: readonly string[]): readonly string[] {
  return db.sql
    .all<{ name: string }>(
      `select distinct m.name, m.name_key, m.id from memberships s join members m on m.id = s.member_id
       where s.organization_id in (select value from json_each(@ids)) and m.deleted_at is null
         and (s.to_on is null or s.to_on > s.from_on)
       order by m.name_key, m.id`,
      { ids: JSON.stringify(organizationIds) },
    )
    .map(({ name }) => name)
}

interface StayEnds {
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
}

/** The newest stay of each of these people. The caller has seen to the scope. */
export function lastStaysOf(db: ReadDb, memberIds: readonly string[]): ReadonlyMap<string, StayEnds> {
  const rows = db.sql.all<StayEnds & { readonly memberId: string }>(
    `select s.member_id as memberId, s.from_on as fromOn, s.to_on as toOn from memberships s
     where s.member_id in (select value from json_each(@ids)) order by s.from_on, s.rowid`,
    { ids: JSON.stringify(memberIds) },
  )
  return new Map(rows.map((row) => [row.memberId, row]))
}

/** Since when each of these people is in the branch of today; without those counted no more. The caller has seen to the scope. */
export function openStaysOf(db: ReadDb, memberIds: readonly string[]): ReadonlyMap<string, PartialDate | ''> {
  return new Map(
    [...lastStaysOf(db, memberIds)].flatMap(([id, { fromOn, toOn }]) =>
      toOn === null ? [[id, fromOn]] : [],
    ),
  )
}

/** Undefined for a stay that is not there any more. Not cut to the scope. */
export function getMembership(db: ReadDb, id: string): StoredMembership | undefined {
  const row = db.sql.get<{ memberId: string }>(
    'select member_id as memberId from memberships where id = @id',
    { id },
  )
  return row && membershipsOf(db, row.memberId).find((stay) => stay.id === id)
}
