import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { followUps, meetingItems, meetings, meetingVersions } from '../schema/meetings.ts'
import { scopeCondition } from './scope.ts'

export type StoredMeeting = typeof meetings.$inferSelect
export type StoredMeetingItem = typeof meetingItems.$inferSelect
export type StoredFollowUp = typeof followUps.$inferSelect
export type StoredMeetingVersion = typeof meetingVersions.$inferSelect
export type MeetingColumns = Partial<Omit<StoredMeeting, 'id' | 'version' | 'createdAt' | 'updatedAt'>>

const among = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`

/** Trashed ones too: the page of one shows it as deleted. */
export function getMeeting(db: ReadDb, id: string): StoredMeeting | undefined {
  return getMeetings(db, [id])[0]
}

/** Trashed ones too, in no order. */
export function getMeetings(db: ReadDb, ids: readonly string[]): readonly StoredMeeting[] {
  return db.orm
    .select()
    .from(meetings)
    .where(and(sql`${meetings.id} in ${among(ids)}`, scopeCondition(db, meetings.organizationId)))
    .all()
}

// Parts: whoever asks has read the meeting itself, cut to the scope, before.

/** By meeting, in their order. */
export function itemsOfMeetings(db: ReadDb, meetingIds: readonly string[]): readonly StoredMeetingItem[] {
  return db.orm
    .select()
    .from(meetingItems)
    .where(sql`${meetingItems.meetingId} in ${among(meetingIds)}`)
    .orderBy(asc(meetingItems.meetingId), asc(meetingItems.position), asc(meetingItems.id))
    .all()
}

/** By meeting, in their order. */
export function followUpsOfMeetings(db: ReadDb, meetingIds: readonly string[]): readonly StoredFollowUp[] {
  return db.orm
    .select()
    .from(followUps)
    .where(and(eq(followUps.subject, 'meeting'), sql`${followUps.subjectId} in ${among(meetingIds)}`))
    .orderBy(asc(followUps.subjectId), asc(followUps.position), asc(followUps.id))
    .all()
}

/** Oldest first. */
export function versionsOfMeeting(db: ReadDb, meetingId: string): readonly StoredMeetingVersion[] {
  return db.orm
    .select()
    .from(meetingVersions)
    .where(eq(meetingVersions.meetingId, meetingId))
    .orderBy(asc(meetingVersions.no))
    .all()
}

export function insertMeeting(db: WriteDb, row: StoredMeeting): void {
  db.orm.insert(meetings).values(row).run()
}

/** False when somebody else has written in between, or it is in the trash. */
export function updateMeeting(
  db: WriteDb,
  { id, version, at }: { readonly id: string; readonly version: number; readonly at: Instant },
  set: MeetingColumns,
): boolean {
  return (
    db.orm
      .update(meetings)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(meetings.id, id), eq(meetings.version, version), isNull(meetings.deletedAt)))
      .run().changes === 1
  )
}

/** For what follows from an undo: whoever has the page open is to read it again. Over the whole street; nobody is shown it. */
export function raiseMeetings(db: WriteDb, ids: readonly string[], at: Instant): void {
  db.orm
    .update(meetings)
    .set({ version: sql`${meetings.version} + 1`, updatedAt: at })
    .where(and(inArray(meetings.id, [...ids]), isNull(meetings.deletedAt)))
    .run()
}

/** What was checked says something else now. Over the whole street; nobody is shown it. */
export function uncheckMeetings(db: WriteDb, ids: readonly string[], at: Instant): void {
  db.orm
    .update(meetings)
    .set({
      checkState: null,
      checkWords: null,
      checkedOn: null,
      checkedBy: null,
      version: sql`${meetings.version} + 1`,
      updatedAt: at,
    })
    .where(and(inArray(meetings.id, [...ids]), isNotNull(meetings.checkState)))
    .run()
}

export function insertMeetingItem(db: WriteDb, row: StoredMeetingItem): void {
  db.orm.insert(meetingItems).values(row).run()
}

export function updateMeetingItem(db: WriteDb, { id, ...set }: StoredMeetingItem): void {
  db.orm.update(meetingItems).set(set).where(eq(meetingItems.id, id)).run()
}

export function deleteMeetingItems(db: WriteDb, ids: readonly string[]): void {
  if (ids.length > 0)
    db.orm
      .delete(meetingItems)
      .where(inArray(meetingItems.id, [...ids]))
      .run()
}

export function insertFollowUp(db: WriteDb, row: StoredFollowUp): void {
  db.orm.insert(followUps).values(row).run()
}

export function updateFollowUp(db: WriteDb, { id, ...set }: StoredFollowUp): void {
  db.orm.update(followUps).set(set).where(eq(followUps.id, id)).run()
}

export function deleteFollowUps(db: WriteDb, ids: readonly string[]): void {
  if (ids.length > 0)
    db.orm
      .delete(followUps)
      .where(inArray(followUps.id, [...ids]))
      .run()
}

export function insertMeetingVersion(db: WriteDb, row: StoredMeetingVersion): void {
  db.orm.insert(meetingVersions).values(row).run()
}
