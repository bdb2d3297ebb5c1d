import type { ImportKind } from '#shared/contract/imports.ts'
import { memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { organizationFieldKeys, organizationFields } from '#shared/domain/organizationFields.ts'
import { squeeze } from '#shared/lib/text.ts'

/** What a column may mean, as far as finding and mapping columns needs to know. */
export interface ImportField {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly isSensitive: boolean
}

/** How the tables of a kind are recognised. */
export interface TableKind {
  readonly fields: readonly ImportField[]
  /** A row with one of these filled is a person (or an organisation). */
  readonly identity: readonly string[]
  /** The one that no total or footnote row ever has. */
  readonly strongIdentity: string
  /** Says where a row belongs, not who it is; often filled down over empty lines. */
  readonly context: readonly string[]
  /** Headers that are understood but hold nothing to take over. */
  readonly computed: ReadonlySet<string>
}

const rosterKind: TableKind = {
  fields: memberFieldKeys.map((key) => {
    const { label, aliases, sensitive } = memberFields[key]
    return { key, label, aliases, isSensitive: sensitive }
  }),
  identity: ['name', 'idNo'],
  strongIdentity: 'idNo',
  context: ['organizationId', 'groupId'],
  computed: new Set(['党龄', '年龄', '信息完整度', '信息完整度(%)']),
}

const organizationsKind: TableKind = {
  fields: organizationFieldKeys.map((key) => ({ key, ...organizationFields[key] })),
  identity: ['code', 'fullName', 'shortName'],
  strongIdentity: 'code',
  context: ['parentCode', 'type'],
  computed: new Set(['党员人数', '党员数', '正式党员', '预备党员', '正式党员数', '预备党员数']),
}

export const tableKinds: Readonly<Record<ImportKind, TableKind>> = {
  roster: rosterKind,
  organizations: organizationsKind,
}

/** Numbers the lines and nothing else. */
export const sequenceHeaders: ReadonlySet<string> = new Set([
  '序号',
  '编号',
  '序',
  '行号',
  'NO',
  'NO.',
  'No',
  'No.',
])

export type HeaderReader = (header: string) => string | null

/** Header text -> field key: spaces, width, stars and a note in brackets do not matter. */
export function headerReader(kind: TableKind): HeaderReader {
  const known = new Map<string, string>()
  for (const { key, label, aliases } of kind.fields) {
    for (const name of [label, ...aliases]) if (!known.has(squeeze(name))) known.set(squeeze(name), key)
  }
  return (header) => {
    const text = squeeze(header)
    return known.get(text) ?? known.get(squeeze(text.replace(/\([^)]*\)/g, ''))) ?? null
  }
}
