import type { MemberListInput } from '#shared/contract/memberListInput.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'
import { filterSql, type Where } from './memberFilters.ts'
import { textSource } from './memberSearch.ts'
import { andInScope } from './scope.ts'

export interface ListScope {
  /** Members of these branches, or of these groups; null for everybody. */
  readonly of: { readonly column: 'organization_id' | 'group_id'; readonly ids: readonly string[] } | null
  readonly today: DateOnly
}

export type ListCondition = Pick<MemberListInput, 'text' | 'filters'>

function whereOf(db: ReadDb, { filters }: ListCondition, { of, today }: ListScope): Where {
  const parts: Where[] = [{ sql: 'members.deleted_at is null', params: {} }]
  if (of !== null)
    parts.push({
      sql: `members.${of.column} in (select value from json_each(@ids))`,
      params: { ids: JSON.stringify(of.ids) },
    })
  filters.forEach((filter, n) => parts.push(filterSql(db, filter, n, today)))
  const mine = andInScope(db, 'members.organization_id')
  return {
    sql: parts.map((part) => part.sql).join(' and ') + mine.sql,
    params: Object.assign({}, ...parts.map((part) => part.params), mine.params),
  }
}

const orderColumns: Readonly<Record<MemberListInput['sort']['field'], string>> = {
  name: 'members.name_key',
  organizationId: 'organizations.tree_order',
  birthDate: 'members.birth_date',
  joinedOn: 'members.joined_on',
  regularOn: 'members.regular_on',
  gender: 'members.gender',
  education: 'members.education',
  updatedAt: 'members.updated_at',
}

function orderOf({ field, descending }: MemberListInput['sort']): string {
  const direction = descending ? 'desc' : 'asc'
  const first = `${orderColumns[field]} ${direction}`
  // The id makes the outer row unique, so that SQLite sees the joined indexes are in order already.
  if (field === 'organizationId')
    return `${first}, organizations.id ${direction}, members.name_key ${direction}, members.party_status ${direction}, members.seq ${direction}`
  if (field !== 'name') return `${first}, members.name_key, members.seq`
  // Exactly the columns of members_name, so that a page is read from the index without sorting.
  return ['name_key', 'organization_id', 'party_status', 'seq']
    .map((c) => `members.${c} ${direction}`)
    .join(', ')
}

const indexOfSort: Readonly<Partial<Record<MemberListInput['sort']['field'], string>>> = {
  name: 'members_name',
  birthDate: 'members_birth',
  joinedOn: 'members_joined',
}

/** Up to so many branches, finding their few members first is faster than walking everybody in order. */
const fewBranches = 3

interface Source extends Where {
  readonly order: string
}

/** A wide list is read in the index's own order; a narrow one (a text, few branches, a finding) is found first and sorted after. */
function sourceOf(
  db: ReadDb,
  { text, filters, sort }: Omit<MemberListInput, 'offset' | 'limit'>,
  scope: ListScope,
): Source {
  const order = orderOf(sort)
  if (text !== null) {
    const found = textSource(db, text)
    const join =
      sort.field === 'organizationId'
        ? ` join organizations on organizations.id = members.organization_id`
        : ''
    return {
      sql: `(${found.sql}) found cross join members on members.seq = found.seq${join}`,
      params: found.params,
      order,
    }
  }
  if (sort.field === 'organizationId')
    return {
      sql: `organizations cross join members indexed by members_branch_name on members.organization_id = organizations.id${andInScope(db, 'organizations.id').sql}`,
      params: {},
      order,
    }
  const wanted = scope.of?.ids ?? db.scope
  const isNarrow =
    (wanted !== null && wanted.length <= fewBranches) || filters.some(({ op }) => op === 'finding')
  const index = indexOfSort[sort.field]
  // The people of one community are found by their branches, in which a day of birth would have to be looked up one by one.
  if (db.scope !== null && (isNarrow || index === undefined || sort.field === 'name'))
    return { sql: 'members indexed by members_branch_name', params: {}, order }
  return {
    sql: isNarrow || index === undefined ? 'members' : `members indexed by ${index}`,
    params: {},
    order,
  }
}

/** Row numbers of one page. Wide rows are fetched after, for the page only. */
export function listMemberSeqs(db: ReadDb, input: MemberListInput, scope: ListScope): readonly number[] {
  const where = whereOf(db, input, scope)
  const source = sourceOf(db, input, scope)
  const rows = db.sql.all<{ seq: number }>(
    `select members.seq from ${source.sql} where ${where.sql} order by ${source.order} limit @limit offset @offset`,
    { ...source.params, ...where.params, limit: input.limit, offset: input.offset },
  )
  return rows.map((row) => row.seq)
}

export function countMembers(db: ReadDb, condition: ListCondition, scope: ListScope): number {
  const where = whereOf(db, condition, scope)
  const found = condition.text === null ? null : textSource(db, condition.text)
  const all = db.scope === null ? 'members' : 'members indexed by members_organization'
  const source = found === null ? all : `(${found.sql}) found cross join members on members.seq = found.seq`
  const sql = `select count(*) as n from ${source} where ${where.sql}`
  return db.sql.get<{ n: number }>(sql, { ...found?.params, ...where.params })?.n ?? 0
}

export function listMemberIds(
  db: ReadDb,
  input: Omit<MemberListInput, 'offset' | 'limit'>,
  scope: ListScope,
  limit: number,
): readonly string[] {
  const where = whereOf(db, input, scope)
  const source = sourceOf(db, input, scope)
  const rows = db.sql.all<{ id: string }>(
    `select members.id from ${source.sql} where ${where.sql} order by ${source.order} limit @limit`,
    { ...source.params, ...where.params, limit },
  )
  return rows.map((row) => row.id)
}
