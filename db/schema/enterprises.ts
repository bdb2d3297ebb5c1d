import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CoverForm, EnterpriseKind } from '#shared/domain/enterprises.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const flag = (name: string) => integer(name, { mode: 'boolean' })

/** 两新组织覆盖台账 (domain 1.6). Null is not known, and never held against a unit. */
export const enterprises = sqliteTable(
  'enterprises',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** 统一社会信用代码 as it was given; a wrong check digit is a finding. */
    creditCode: text('credit_code'),
    kind: text('kind').$type<EnterpriseKind>().notNull(),
    industry: text('industry'),
    address: text('address'),
    /** ORG-76: chosen from a list the office keeps. */
    department: text('department'),
    isAboveScale: flag('is_above_scale'),
    staff: integer('staff'),
    /** Everybody who works there, wherever the membership is. */
    fullMembers: integer('full_members'),
    probationaryMembers: integer('probationary_members'),
    membersHere: integer('members_here'),
    hiddenMembers: integer('hidden_members'),
    activists: integer('activists'),
    coverForm: text('cover_form').$type<CoverForm>().notNull(),
    /** The organisation it is covered by, or looked after by: what scope it belongs to. */
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    instructor: text('instructor'),
    liaison: text('liaison'),
    hasUnion: flag('has_union'),
    hasYouth: flag('has_youth'),
    hasWomen: flag('has_women'),
    isHeadMember: flag('is_head_member'),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    visitedOn: text('visited_on').$type<PartialDate>(),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('enterprises_organization')
      .on(t.organizationId, t.name)
      .where(sql`deleted_at is null`),
    index('enterprises_code').on(t.creditCode),
  ],
)
