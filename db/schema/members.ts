import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PartialDate } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const flag = (name: string) => integer(name, { mode: 'boolean' })
const partialDate = (name: string) => text(name).$type<PartialDate>()

/** Columns carry the keys of shared/domain/memberFields.ts; null means not filled in. */
export const members = sqliteTable(
  'members',
  {
    /** Internal: SQLite's row number, so that indexes and search keys carry 8 bytes instead of a UUID. Never leaves db/. */
    seq: integer('seq').primaryKey(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    nameReading: text('name_reading'),
    /** Pinyin the list is sorted by; from nameReading where the office has set one. */
    nameKey: text('name_key').notNull(),
    formerName: text('former_name'),
    idNo: text('id_no').notNull(),
    idNoReason: text('id_no_reason'),
    gender: text('gender'),
    birthDate: partialDate('birth_date'),
    ethnicity: text('ethnicity'),
    nativePlace: text('native_place'),
    isTaiwanNative: flag('is_taiwan_native'),
    education: text('education'),
    degree: text('degree'),
    school: text('school'),
    major: text('major'),
    workStartedOn: partialDate('work_started_on'),
    marital: text('marital'),

    personType: text('person_type').notNull(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    groupId: text('group_id').references(() => organizations.id),
    jointUnit: text('joint_unit'),
    joinedOn: partialDate('joined_on'),
    joinKind: text('join_kind'),
    joinBranch: text('join_branch'),
    introducers: text('introducers'),
    regularOn: partialDate('regular_on'),
    regularKind: text('regular_kind'),
    probationExtendedMonths: integer('probation_extended_months'),
    partyAgeCorrectionMonths: integer('party_age_correction_months'),
    partyStatus: text('party_status').notNull(),
    partyStatusKind: text('party_status_kind'),
    partyStatusOn: partialDate('party_status_on'),
    partyStatusDoc: text('party_status_doc'),
    archiveUnit: text('archive_unit'),
    enteredKind: text('entered_kind'),
    enteredOn: partialDate('entered_on'),

    jobPost: text('job_post'),
    unitDuty: text('unit_duty'),
    techTitle: text('tech_title'),
    newStratum: text('new_stratum'),
    frontline: text('frontline'),
    isMigrantWorker: flag('is_migrant_worker'),
    isSocialWorker: flag('is_social_worker'),

    mobile: text('mobile'),
    phone: text('phone'),
    hukou: text('hukou'),
    address: text('address'),
    gridNo: text('grid_no'),
    manageClass: text('manage_class'),
    /** Codes joined by commas, in code order. */
    skills: text('skills'),
    isHardship: flag('is_hardship'),
    hardshipKind: text('hardship_kind'),
    cannotAttend: flag('cannot_attend'),
    isLost: flag('is_lost'),
    lostSince: partialDate('lost_since'),
    isFloating: flag('is_floating'),
    floatingTo: text('floating_to'),
    abroadSince: partialDate('abroad_since'),
    remark: text('remark'),

    ...trashable(),
  },
  (t) => [
    uniqueIndex('members_id').on(t.id),
    uniqueIndex('members_id_no')
      .on(t.idNo)
      .where(sql`deleted_at is null`),
    index('members_name')
      .on(t.nameKey, t.organizationId, t.partyStatus)
      .where(sql`deleted_at is null`),
    // Covers the counts of the tree: nothing but this index is read for them.
    index('members_organization')
      .on(t.organizationId, t.groupId, t.partyStatus, t.personType)
      .where(sql`deleted_at is null`),
    // A branch's people by name, read in order: its page, and the whole list sorted by branch.
    index('members_branch_name')
      .on(t.organizationId, t.nameKey, t.partyStatus)
      .where(sql`deleted_at is null`),
    // Covers the counts of lists, which nearly all ask for those in good standing.
    index('members_status')
      .on(t.partyStatus, t.personType, t.organizationId, t.groupId)
      .where(sql`deleted_at is null`),
    index('members_group').on(t.groupId),
    index('members_birth')
      .on(t.birthDate, t.organizationId, t.partyStatus)
      .where(sql`deleted_at is null`),
    index('members_joined')
      .on(t.joinedOn, t.organizationId, t.partyStatus)
      .where(sql`deleted_at is null`),
    index('members_mobile').on(t.mobile),
    // The few marked 失联, for the home page's card: by name, without reading the others.
    index('members_lost')
      .on(t.nameKey)
      .where(sql`is_lost = 1 and deleted_at is null`),
    index('members_deleted')
      .on(t.deletedAt)
      .where(sql`deleted_at is not null`),
  ],
)
