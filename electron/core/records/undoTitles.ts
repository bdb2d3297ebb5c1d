import type { ReadDb } from '#db/database.ts'
import { undoAncestors } from '#db/queries/undo.ts'
import { routeTitle } from '#shared/labels/activities.ts'

/** What each of these entries did, in Chinese: 修改党员信息, 撤销：修改党员信息, 重做：修改党员信息. */
export function readTitles(
  db: ReadDb,
  entries: readonly { readonly seq: number; readonly route: string; readonly undoes: number | null }[],
): ReadonlyMap<number, string> {
  const undoing = entries.filter(({ undoes, route }) => undoes !== null && route === 'activity.undo')
  const roots = new Map(
    (undoing.length === 0
      ? []
      : undoAncestors(
          db,
          undoing.map(({ seq }) => seq),
        )
    ).map((each) => [each.of, each]),
  )
  return new Map(
    entries.map(({ seq, route }) => {
      const root = roots.get(seq)
      if (!root) return [seq, routeTitle(route)]
      return [seq, `${root.depth % 2 === 1 ? '撤销' : '重做'}：${routeTitle(root.route)}`]
    }),
  )
}
