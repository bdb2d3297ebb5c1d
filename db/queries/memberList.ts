import type { MemberFilter, MemberListInput } from '#shared/contract/members.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { addYears, type DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, SqlValue } from '../database.ts'
import { columnOf } from './memberRecords.ts'
import { textSource } from './memberSearch.ts'
import { andInScope } from './scope.ts'

export interface ListScope {
  /** Members of these branches, or of these groups; null for everybody. */
  readonly of: { readonly column: 'organization_id' | 'group_id'; readonly ids: readonly string[] } | null
  readonly today: DateOnly
}

export type ListCondition = Pick<MemberListInput, 'text' | 'filters'>

interface Where {
  readonly sql: string
  readonly params: SqlParams
}

const unanswered = `not exists (select 1 from finding_overrides o
  where o.subject = 'member' and o.subject_id = f.member_id and o.code = f.code)`

/** `1968-07-01` as a lower bound must let `1968-07` and, on the first of January, `1968` pass. */
function lowerBound(date: string): string {
  return date.replace(/-01-01$/, '').replace(/-01$/, '')
}

function filterSql(filter: MemberFilter, n: number, today: DateOnly): Where {
  const p = (name: string) => `@f${n}${name}`
  const params = (values: Readonly<Record<string, SqlValue>>): SqlParams =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`f${n}${name}`, value]))
  switch (filter.op) {
    case 'in': {
      const column = columnOf(filter.field)
      const list = params({ v: JSON.stringify(filter.values) })
      if (filter.field === 'skills')
        return {
          sql: `exists (select 1 from json_each(${p('v')}) j where ',' || ${column} || ',' like '%,' || j.value || ',%')`,
          params: list,
        }
      return { sql: `${column} in (select value from json_each(${p('v')}))`, params: list }
    }
    case 'is':
      return { sql: `${columnOf(filter.field)} is ${p('v')}`, params: params({ v: filter.value ? 1 : 0 }) }
    case 'between': {
      const column = columnOf(filter.field)
      const isDate = memberFields[filter.field].kind.type === 'date'
      const from = filter.from === null ? null : isDate ? lowerBound(filter.from) : filter.from
      return {
        sql: `(${p('a')} is null or ${column} >= ${p('a')}) and (${p('b')} is null or ${column} <= ${p('b')}) and ${column} is not null`,
        params: params({ a: from, b: filter.to }),
      }
    }
    case 'empty':
      return { sql: `${columnOf(filter.field)} is ${filter.empty ? '' : 'not '}null`, params: {} }
    case 'contains':
      return {
        sql: `${columnOf(filter.field)} like ${p('v')} escape '\\'`,
        params: params({ v: `%${filter.text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%` }),
      }
    case 'age': {
      // At least n years: born (or 转正) on or before today n years ago; at most m: after today m + 1 years ago.
      const latest = filter.from === null ? null : addYears(today, -filter.from)
      const earliest = filter.to === null ? null : addYears(today, -filter.to - 1)
      // MEM-20: only a 正式党员 has 党龄, from 转正 on and less the months that do not count. A month or year counts from its first day.
      const firstDay = (column: string) => `substr(${column} || '-01-01', 1, 10)`
      const since =
        filter.of === 'age'
          ? firstDay('birth_date')
          : `date(${firstDay('regular_on')}, '+' || coalesce(party_age_correction_months, 0) || ' months')`
      const who =
        filter.of === 'age' ? 'birth_date is not null' : "regular_on is not null and person_type = '1'"
      return {
        sql: `${who} and (${p('a')} is null or ${since} <= ${p('a')}) and (${p('b')} is null or ${since} > ${p('b')})`,
        params: params({ a: latest, b: earliest }),
      }
    }
    case 'finding':
      return {
        sql: `members.id in (select f.member_id from member_findings f where ${filter.code === 'any' ? '' : `f.code = ${p('v')} and `}${unanswered})`,
        params: filter.code === 'any' ? {} : params({ v: filter.code }),
      }
  }
}

function whereOf(db: ReadDb, { filters }: ListCondition, { of, today }: ListScope): Where {
  const parts: Where[] = [{ sql: 'members.deleted_at is null', params: {} }]
  if (of !== null)
    parts.push({
      sql: `members.${of.column} in (select value from json_each(@ids))`,
      params: { ids: JSON.stringify(of.ids) },
    })
  filters.forEach((filter, n) => parts.push(filterSql(filter, n, today)))
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
    const found = textSource(text)
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
  const found = condition.text === null ? null : textSource(condition.text)
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
