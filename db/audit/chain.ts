import { createHash } from 'node:crypto'
import type { ReadSql } from '../database.ts'

export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

export const noHead: AuditHead = { seq: 0, hash: '' }

/** A head kept outside the database, and where. */
export interface AuditAnchor extends AuditHead {
  /** Chinese, for the sentence. */
  readonly where: string
}

/** Columns an entry's hash covers, in this order. */
export interface ChainedEntry {
  readonly seq: number
  readonly at: string
  readonly accountId: string | null
  readonly accountName: string
  readonly role: string | null
  readonly sessionId: string | null
  readonly via: string
  readonly route: string
  readonly undoes: number | null
  readonly detail: string | null
  readonly changeCount: number
}

export interface ChainedChange {
  readonly kind: string
  readonly recordId: string
  readonly name: string | null
  readonly organizationId: string | null
  readonly action: string
  readonly diff: string | null
  readonly secretDigest: string | null
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const secretDigestOf = (secret: string): string => sha256(secret)

/** Order of the changes counts: a log reordered within an entry is another log. */
export class EntryHash {
  readonly #hash = createHash('sha256')

  constructor(previous: string) {
    this.#hash.update(previous)
  }

  add({ kind, recordId, name, organizationId, action, diff, secretDigest }: ChainedChange): void {
    this.#hash.update(
      `\n${JSON.stringify([kind, recordId, name, organizationId, action, diff, secretDigest])}`,
    )
  }

  /** Hexadecimal SHA-256. */
  close(e: ChainedEntry): string {
    const fields = [e.seq, e.at, e.accountId, e.accountName, e.role, e.sessionId]
    this.#hash.update(`\n${JSON.stringify([...fields, e.via, e.route, e.undoes, e.detail, e.changeCount])}`)
    return this.#hash.digest('hex')
  }
}

const headKey = 'audit.head'

/** Stands beside the log in the same transaction: entries cut off the end leave it pointing nowhere. */
export function readHead(sql: ReadSql): AuditHead {
  const text = sql.get<{ value: string }>('select value from database_facts where key = @key', {
    key: headKey,
  })?.value
  if (text === undefined) return noHead
  const [seq = '0', hash = ''] = text.split(':')
  return { seq: Number(seq), hash }
}

export const headSql = `insert into database_facts (key, value) values ('${headKey}', @value)
  on conflict (key) do update set value = @value`

export const headText = ({ seq, hash }: AuditHead): string => `${seq}:${hash}`

/** Whether the log holds this very entry. */
export function hasHead(sql: ReadSql, { seq, hash }: AuditHead): boolean {
  return sql.get('select 1 from audit_entries where seq = @seq and hash = @hash', { seq, hash }) !== undefined
}
