import type { MemberFilter } from '#shared/contract/memberListInput.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { addYears, type DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, SqlValue } from '../database.ts'
import { refuseHidden, shownColumn } from './hiddenFields.ts'
import { columnOf } from './memberRecords.ts'

export interface Where {
  readonly sql: string
  readonly params: SqlParams
}

const unanswered = `not exists (select 1 from finding_overrides o
  where o.subject = 'member' and o.subject_id = f.member_id and o.code = f.code)`

/** `1968-07-01` as a lower bound must let `1968-07` and, on the first of January, `1968` pass. */
function lowerBound(date: string): string {
  return date.replace(/-01-01$/, '').replace(/-01$/, '')
}

/** Throws VALIDATION_FAILED when the filter would tell what the caller may not see. `n` keeps the parameters of several apart. */
export function filterSql(db: ReadDb, filter: MemberFilter, n: number, today: DateOnly): Where {
  refuseHidden(db, filter)
  const p = (name: string) => `@f${n}${name}`
  const params = (values: Readonly<Record<string, SqlValue>>): SqlParams =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`f${n}${name}`, value]))
  switch (filter.op) {
    case 'in': {
      const column = shownColumn(db, filter.field)
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
      const column = shownColumn(db, filter.field)
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
        sql: `${shownColumn(db, filter.field)} like ${p('v')} escape '\\'`,
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
