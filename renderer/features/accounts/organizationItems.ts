import type { RouteOutput } from '#shared/contract/routes.ts'
import type { TreeItem } from '../../ui/tree.ts'

type Row = RouteOutput<'accounts.organizations'>['rows'][number]

/** Tree order and depth say who stands under whom: the last row before it that is less deep. */
export function organizationItems(rows: readonly Row[]): readonly TreeItem[] {
  return rows.map(({ id, shortName, depth }, at) => ({
    id,
    parentId: rows.slice(0, at).findLast((above) => above.depth < depth)?.id ?? null,
    label: shortName,
  }))
}
