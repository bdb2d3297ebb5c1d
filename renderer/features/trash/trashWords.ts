import type { TrashKind, TrashRow } from '#shared/contract/trash.ts'
import { trashKinds } from '#shared/contract/trash.ts'

/** Counts records of a kind: 3 人, 2 个. */
export function trashUnit(kind: TrashKind): string {
  if (kind === 'member') return '人'
  return kind === 'organization' ? '个' : '条'
}

export function parseTrashKind(text: string | null): TrashKind | null {
  return trashKinds.find((kind) => kind === text) ?? null
}

export function trashKey({ kind, id }: Pick<TrashRow, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** Where a trashed record can still be read; null for kinds that show the living only. */
export function trashAddress({ kind, id }: Pick<TrashRow, 'kind' | 'id'>): string | null {
  return kind === 'member' ? `/members/${id}` : null
}

/** What went with it and comes back with it. */
export function hangingText({ kind, hanging }: Pick<TrashRow, 'kind' | 'hanging'>): string {
  if (hanging === 0) return ''
  return kind === 'organization' ? `下设党小组等 ${hanging} 个` : `附属记录 ${hanging} 条`
}

export const ages = [
  { days: 30, label: '删除满 30 天的' },
  { days: 90, label: '删除满 90 天的' },
  { days: 365, label: '删除满 1 年的' },
  { days: 0, label: '全部（不论何时删除）' },
] as const

/** Records marked for restoring, by their key. */
export type Chosen = ReadonlyMap<string, { readonly kind: TrashKind; readonly id: string }>

export function emptiedText({
  count,
  keptZh,
}: {
  readonly count: number
  readonly keptZh: string | null
}): string {
  const gone =
    count === 0
      ? '没有符合条件的记录，什么也没有清除。'
      : `已彻底清除 ${count.toLocaleString('zh-CN')} 条记录。`
  return `${gone}${keptZh ?? ''}`
}
