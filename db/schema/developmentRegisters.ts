import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FormStatus, TrainingKind } from '#shared/domain/development/records.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { trashable, written } from './bookkeeping.ts'
import { developmentFiles } from './development.ts'
import { organizations } from './organizations.ts'

const partialDate = (name: string) => text(name).$type<PartialDate>()

/** 《入党志愿书》登记: every numbered booklet the committee has, from the box to the file (DEV-53). */
export const applicationForms = sqliteTable(
  'application_forms',
  {
    id: text('id').primaryKey(),
    /** The committee that numbers, issues and takes back. */
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    serialNo: text('serial_no').notNull(),
    status: text('status').$type<FormStatus>().notNull(),
    /** For whom it was issued. */
    fileId: text('file_id').references(() => developmentFiles.id),
    issuedOn: partialDate('issued_on'),
    /** 领用人. */
    receivedBy: text('received_by'),
    returnedOn: partialDate('returned_on'),
    voidedOn: partialDate('voided_on'),
    voidReason: text('void_reason'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    uniqueIndex('application_forms_no')
      .on(t.organizationId, t.serialNo)
      .where(sql`deleted_at is null`),
    index('application_forms_file').on(t.fileId),
    index('application_forms_status').on(t.status, t.serialNo),
  ],
)

/** 年度发展计划数, as the superior set it for an organisation with everything below it (DEV-23). */
export const developmentQuotas = sqliteTable(
  'development_quotas',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    year: integer('year').notNull(),
    planned: integer('planned').notNull(),
    docNo: text('doc_no'),
    ...written(),
  },
  (t) => [uniqueIndex('development_quotas_of').on(t.organizationId, t.year)],
)

/** 集中培训班. */
export const trainingClasses = sqliteTable(
  'training_classes',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<TrainingKind>().notNull(),
    name: text('name').notNull(),
    fromOn: partialDate('from_on').notNull(),
    toOn: partialDate('to_on').notNull(),
    days: integer('days'),
    hours: integer('hours'),
    place: text('place'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [index('training_classes_of').on(t.organizationId, t.fromOn)],
)

/** Who sat in a class, with hours of their own and the 结业证. */
export const trainingPlaces = sqliteTable(
  'training_places',
  {
    id: text('id').primaryKey(),
    classId: text('class_id')
      .notNull()
      .references(() => trainingClasses.id),
    fileId: text('file_id')
      .notNull()
      .references(() => developmentFiles.id),
    hours: integer('hours'),
    score: text('score'),
    isPassed: integer('is_passed', { mode: 'boolean' }),
    certNo: text('cert_no'),
  },
  (t) => [
    uniqueIndex('training_places_of').on(t.classId, t.fileId),
    index('training_places_file').on(t.fileId),
  ],
)

/** A day the administrator set otherwise than the calendar that comes with the program has it. */
export const calendarDays = sqliteTable(
  'calendar_days',
  {
    id: text('id').primaryKey(),
    day: text('day').$type<DateOnly>().notNull(),
    isWorkingDay: integer('is_working_day', { mode: 'boolean' }).notNull(),
    name: text('name'),
    ...written(),
  },
  (t) => [uniqueIndex('calendar_days_of').on(t.day)],
)
