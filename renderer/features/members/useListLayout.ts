import { z } from 'zod'
import { useView } from '../../lib/workspace.ts'
import { type ColumnChoice, defaultColumns, parseColumns } from './listColumns.ts'

interface ListLayout {
  readonly columns: readonly ColumnChoice[]
  readonly showsTree: boolean
}

const initial: ListLayout = { columns: defaultColumns.columns, showsTree: true }

const storedTree = z.object({ showsTree: z.boolean() })

function parseLayout(value: unknown): ListLayout | null {
  const tree = storedTree.safeParse(value)
  const columns = parseColumns(value)
  return columns === null || !tree.success ? null : { ...columns, ...tree.data }
}

/** Columns and the tree beside the list, as the account last had them. */
export function useListLayout() {
  const { view, isLoading, setView } = useView('view:members.list', parseLayout, initial)
  return {
    ...view,
    isLoading,
    setColumns: (columns: readonly ColumnChoice[]) => setView({ ...view, columns }),
    setShowsTree: (showsTree: boolean) => setView({ ...view, showsTree }),
  }
}
