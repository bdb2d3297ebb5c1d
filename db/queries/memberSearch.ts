import type { ReadDb, SqlParams } from '../database.ts'
import { isNumberSearch, numberMatch } from './hiddenFields.ts'
import { andInScope, andSeqInScope } from './scope.ts'

/** One typed text: NFKC, lower case, without spaces and dots, as the search keys are. */
export function searchText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·•・']/g, '')
}

const lastCharacter = '\u{10FFFF}'

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)

export interface TextSource {
  /** A select of the row numbers found, each once. */
  readonly sql: string
  readonly params: SqlParams
}

/**
 * Members found by a text: part of the name, pinyin or initials from the start, part of the ID number or mobile number (the
 * whole of it for who may not look at them), part of the branch's name.
 */
export function textSource(db: Pick<ReadDb, 'mayReveal'>, typed: string): TextSource {
  const text = searchText(typed)
  if (text === '') return { sql: 'select seq from members where false', params: {} }
  if (isNumberSearch(db, text)) {
    const { idNo, mobile } = numberMatch(db, text)
    return {
      sql: `select seq from members where deleted_at is null and ${idNo.sql}
        union select seq from members where ${mobile.sql}`,
      params: { ...idNo.params, ...mobile.params },
    }
  }
  return {
    sql: `select seq from member_search_keys where key >= @keyFrom and key < @keyTo
      union select seq from members where deleted_at is null and organization_id in (
        select id from organizations where deleted_at is null and match_key like @branchPart escape '\\')`,
    params: { keyFrom: text, keyTo: text + lastCharacter, branchPart: `%${escaped(text)}%` },
  }
}

interface Hit {
  readonly seq: number
}

/** Row numbers of the best matches: names first, then numbers, then branches. Living members only. */
export function searchMembers(db: ReadDb, typed: string, limit: number): readonly number[] {
  const text = searchText(typed)
  if (text === '') return []
  if (isNumberSearch(db, text)) return searchNumbers(db, text, limit)
  const steps = [searchSurname, searchKeys, searchBranches]
  const found = new Set<number>()
  for (const step of steps)
    if (found.size < limit) for (const { seq } of step(db, text, limit)) found.add(seq)
  return [...found].slice(0, limit)
}

/** Whoever's first syllable is the whole text: `li` means 李 before 梁. */
function searchSurname(db: ReadDb, text: string, limit: number): readonly Hit[] {
  if (!/^[a-z]+$/.test(text)) return []
  const mine = andInScope(db, 'organization_id')
  return db.sql.all<Hit>(
    `select seq from members where deleted_at is null and name_key >= @from and name_key < @to${mine.sql}
     order by name_key, organization_id, party_status, seq limit @limit`,
    { from: `${text} `, to: `${text}!`, limit, ...mine.params },
  )
}

function searchKeys(db: ReadDb, text: string, limit: number): readonly Hit[] {
  const mine = andSeqInScope(db, 'seq')
  return db.sql.all<Hit>(
    `select m.seq from (
       select seq, min(key) as key from (
         select seq, key from member_search_keys where key >= @from and key < @to${mine.sql} order by key limit 400)
       group by seq) k
     join members m on m.seq = k.seq
     where m.deleted_at is null
     order by k.key, m.name_key, m.seq limit @limit`,
    { from: text, to: text + lastCharacter, limit, ...mine.params },
  )
}

function searchBranches(db: ReadDb, text: string, limit: number): readonly Hit[] {
  const mine = andInScope(db, 'id')
  return db.sql.all<Hit>(
    `select seq from members where deleted_at is null and organization_id in (
       select id from organizations where deleted_at is null and match_key like @part escape '\\'${mine.sql})
     order by name_key, seq limit @limit`,
    { part: `%${escaped(text)}%`, limit, ...mine.params },
  )
}

function searchNumbers(db: ReadDb, text: string, limit: number): readonly number[] {
  const mine = andSeqInScope(db, 'seq')
  const { idNo, mobile } = numberMatch(db, text)
  const hits = db.sql.all<Hit>(
    `select seq from members where deleted_at is null and ${idNo.sql}${mine.sql} limit @limit`,
    { ...idNo.params, limit, ...mine.params },
  )
  const phones = db.sql.all<Hit>(
    `select m.seq from (select seq from members where ${mobile.sql}${mine.sql} limit @limit) p
     join members m on m.seq = p.seq where m.deleted_at is null`,
    { ...mobile.params, limit, ...mine.params },
  )
  return [...new Set([...hits, ...phones].map((hit) => hit.seq))].slice(0, limit)
}
