import type { TableColumnsType } from 'antd'
import { useSyncExternalStore } from 'react'
import { sizesOf } from './theme.ts'
import { useScale } from './useScale.ts'

/** The widest tables are laid out for 1366 px at the usual size, less some for a narrower window. */
const roomyCharacters = 92

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange)
  return () => window.removeEventListener('resize', onChange)
}

/** The columns without the `lesser` ones (by key) where the window is too narrow for all, as in large type at 1366 px. */
export function useFittingColumns<Row>(
  columns: TableColumnsType<Row>,
  lesser: readonly string[],
): TableColumnsType<Row> {
  const { scale } = useScale()
  const width = useSyncExternalStore(subscribe, () => window.innerWidth)
  if (width / sizesOf(scale).fontSize >= roomyCharacters) return columns
  return columns.filter(({ key }) => !lesser.includes(String(key)))
}
