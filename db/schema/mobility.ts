import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  ContactWay,
  FeePlace,
  MobilityDirection,
  MobilityKind,
  MobilityReason,
  MobilityStatus,
} from '#shared/domain/mobility.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { trashable, written } from './bookkeeping.ts'
import { members } from './members.ts'
import { organizations } from './organizations.ts'

const partialDate = (name: string) => text(name).$type<PartialDate>()

/**
 * 流动党员. Of an outflow (`LC`) the person is a member and the branch is the one the member is in; of an inflow (`LR`) the person's
 * own particulars stand here, for such a person is no member here and never counted as one (FLO-07). So they do of an outflow somebody
 * wrote down of a person the roster does not have (yet): member_id is null until a member with that ID number comes to be.
 */
export const mobilityRecords = sqliteTable(
  'mobility_records',
  {
    id: text('id').primaryKey(),
    direction: text('direction').$type<MobilityDirection>().notNull(),
    /** Of an outflow only; null while the roster does not have the person. */
    memberId: text('member_id').references(() => members.id),
    /** In charge of whom the roster does not have; null for a member's outflow, which is the member's branch. */
    organizationId: text('organization_id').references(() => organizations.id),
    /** Of whom the roster does not have, down to `personType`. */
    name: text('name'),
    gender: text('gender'),
    idNo: text('id_no'),
    personType: text('person_type'),
    /** Where to reach the person while away. */
    phone: text('phone'),
    status: text('status').$type<MobilityStatus>().notNull(),
    kind: text('kind').$type<MobilityKind>(),
    reason: text('reason').$type<MobilityReason>(),
    outOn: partialDate('out_on'),
    expectedBack: partialDate('expected_back'),
    /** The day it ended, however it ended. */
    returnedOn: partialDate('returned_on'),
    endedReason: text('ended_reason'),
    province: text('province'),
    city: text('city'),
    district: text('district'),
    place: text('place'),
    unit: text('unit'),
    destOrg: text('dest_org'),
    destContact: text('dest_contact'),
    origOrg: text('orig_org'),
    origContact: text('orig_contact'),
    certNo: text('cert_no'),
    certIssuedOn: partialDate('cert_issued_on'),
    certExpiresOn: partialDate('cert_expires_on'),
    isRegistered: integer('is_registered', { mode: 'boolean' }).notNull(),
    reportedOn: partialDate('reported_on'),
    contactMonths: integer('contact_months'),
    feePlace: text('fee_place').$type<FeePlace>(),
    annualReportOn: partialDate('annual_report_on'),
    evalPlace: text('eval_place').$type<FeePlace>(),
    evalResult: text('eval_result'),
    evalNotifiedOn: partialDate('eval_notified_on'),
    isTransferable: integer('is_transferable', { mode: 'boolean' }),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('mobility_member').on(t.memberId, t.status),
    index('mobility_ledger').on(t.direction, t.status),
    index('mobility_organization').on(t.organizationId),
    index('mobility_unlinked')
      .on(t.idNo)
      .where(sql`member_id is null`),
  ],
)

export const mobilityContacts = sqliteTable(
  'mobility_contacts',
  {
    id: text('id').primaryKey(),
    recordId: text('record_id')
      .notNull()
      .references(() => mobilityRecords.id),
    contactedOn: text('contacted_on').$type<DateOnly>().notNull(),
    way: text('way').$type<ContactWay>().notNull(),
    isReached: integer('is_reached', { mode: 'boolean' }).notNull(),
    /** Who of the branch made the contact. */
    contactPerson: text('contact_person'),
    content: text('content'),
    ...written(),
  },
  (t) => [index('mobility_contacts_record').on(t.recordId, t.contactedOn)],
)
