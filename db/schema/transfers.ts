import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TransferReach } from '#shared/domain/transferDates.ts'
import type { TransferDirection, TransferMode, TransferStatus } from '#shared/domain/transferStates.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { members } from './members.ts'
import { organizations } from './organizations.ts'

const day = (name: string) => text(name).$type<DateOnly>()

/**
 * 组织关系转接 out of our branches and into them. Whoever leaves is a member and stays one where he is until the receipt is here;
 * whoever comes stands here by himself until he is accepted, and `member_id` says who he became.
 */
export const transfers = sqliteTable(
  'transfers',
  {
    id: text('id').primaryKey(),
    direction: text('direction').$type<TransferDirection>().notNull(),
    mode: text('mode').$type<TransferMode>().notNull(),
    status: text('status').$type<TransferStatus>().notNull(),
    /** Our branch: the one left, or the one come to. */
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    memberId: text('member_id').references(() => members.id),
    /** When it was entered; who leaves as a member is called what the roster calls him now. */
    personName: text('person_name').notNull(),
    /** As the letter of somebody who comes has it, or an activist's papers, down to `phone`; null for who leaves as a member. */
    gender: text('gender'),
    birthDate: text('birth_date').$type<PartialDate>(),
    ethnicity: text('ethnicity'),
    personType: text('person_type'),
    idNo: text('id_no'),
    phone: text('phone'),
    /** Full names of the 基层党委 that give and take the letter. */
    fromOrg: text('from_org'),
    toOrg: text('to_org'),
    /** 由……去……: the branches or units below them. */
    fromUnit: text('from_unit'),
    toUnit: text('to_unit'),
    reach: text('reach').$type<TransferReach>().notNull(),
    reason: text('reason'),
    plannedMonths: integer('planned_months'),
    isSettled: integer('is_settled', { mode: 'boolean' }),
    /** The same on all three parts; of one coming, the other side's. Ours are unique by year, void ones too. */
    letterNo: text('letter_no'),
    feePaidTo: text('fee_paid_to').$type<PartialDate>(),
    validDays: integer('valid_days'),
    issuedOn: day('issued_on'),
    /** `issued_on` and `valid_days` in one; null where either is. */
    expireOn: day('expire_on'),
    sentOn: day('sent_on'),
    receivedOn: day('received_on'),
    receiptOn: day('receipt_on'),
    /** Returned or void. */
    endedOn: day('ended_on'),
    endReason: text('end_reason'),
    reportedTo: text('reported_to'),
    /** TRF-07: codes of the papers that are there, joined by commas. */
    materials: text('materials'),
    materialsNote: text('materials_note'),
    archiveOn: day('archive_on'),
    archiveHow: text('archive_how'),
    handledBy: text('handled_by'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('transfers_member').on(t.memberId),
    index('transfers_id_no').on(t.idNo),
    index('transfers_letter').on(t.letterNo),
    // The board and what is due: living rows by state and last day.
    index('transfers_board')
      .on(t.status, t.expireOn, t.organizationId)
      .where(sql`deleted_at is null`),
    index('transfers_of').on(t.organizationId, t.status),
  ],
)
