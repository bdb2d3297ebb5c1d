import { randomBytes } from 'node:crypto'
import type { ChangeAction, RecordKind } from '#shared/contract/activity.ts'
import { maskAddress, maskIdNo, maskMobile, maskNumbers } from '#shared/lib/idNumber.ts'
import type { SqlValue } from '../database.ts'
import { auditedTables } from './auditedTables.ts'
import { secretDigestOf } from './chain.ts'
import type { Touched } from './touched.ts'
import type { Columns } from './triggers.ts'

/** A change as the log keeps it. */
export interface Sealed {
  readonly kind: RecordKind
  readonly recordId: string
  readonly name: string | null
  readonly organizationId: string | null
  readonly action: ChangeAction
  readonly diff: string | null
  readonly secret: string | null
  readonly secretDigest: string | null
}

const withoutValues = { diff: null, secret: null, secretDigest: null } as const

/** Undefined when the row is as it was, but for columns that only follow. */
export function sealChange(touched: Touched, columns: Columns): Sealed | undefined {
  const audited = auditedTables[touched.table]
  if (!audited || (touched.isNew && touched.isGone)) return undefined
  const base = {
    kind: audited.kind,
    recordId: touched.key,
    name: touched.name === null ? null : maskNumbers(touched.name),
    organizationId: touched.newOrganization ?? touched.oldOrganization,
  }
  if (touched.isNew) return { ...base, action: 'added', ...withoutValues }
  if (touched.isPurged) return { ...base, action: 'purged', ...withoutValues }
  const parts = differences(touched, columns)
  if (parts.diff === null) return undefined
  return { ...base, action: touched.isGone ? 'removed' : 'changed', ...parts }
}

const maskers: Readonly<Record<string, (text: string) => string>> = {
  id_no: maskIdNo,
  mobile: maskMobile,
  phone: maskMobile,
  hukou: maskAddress,
  address: maskAddress,
}

/** Digits of a UUID may look like a phone number. */
const unmasked = (text: string): string => text

/** Old and new of the columns that differ. What looks like an ID card or a phone number is masked wherever it stands. */
function differences(
  { table, before, after, isGone }: Touched,
  columns: Columns,
): Pick<Sealed, 'diff' | 'secret' | 'secretDigest'> {
  const { key, ignored = [], secret = [] } = auditedTables[table] ?? {}
  const diff: Record<string, readonly [SqlValue, SqlValue]> = {}
  const clear: Record<string, readonly [SqlValue, SqlValue]> = {}
  columns.get(table)?.forEach((column, i) => {
    const old = before?.[i] ?? null
    const now = after?.[i] ?? null
    if (old === now || (ignored.includes(column) && !isGone)) return
    const isId = column === key || column.endsWith('_id')
    const mask = secret.includes(column) ? (maskers[column] ?? maskNumbers) : isId ? unmasked : maskNumbers
    const hidden = [masked(old, mask), masked(now, mask)] as const
    diff[column] = hidden
    if (hidden[0] !== old || hidden[1] !== now) clear[column] = [old, now]
  })
  const diffText = Object.keys(diff).length === 0 ? null : JSON.stringify(diff)
  if (Object.keys(clear).length === 0) return { ...withoutValues, diff: diffText }
  // Without the salt a digest of eighteen digits could be guessed after the purge.
  const text = JSON.stringify({ salt: randomBytes(16).toString('hex'), values: clear })
  return { diff: diffText, secret: text, secretDigest: secretDigestOf(text) }
}

function masked(value: SqlValue, mask: (text: string) => string): SqlValue {
  return typeof value === 'string' ? mask(value) : value
}
