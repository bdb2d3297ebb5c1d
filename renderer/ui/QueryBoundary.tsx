import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, LoadingState, NoRightState } from './states.tsx'

interface QueryBoundaryProps<T> {
  readonly query: UseQueryResult<T>
  /** Verb and object for the no-right state: 查看党组织. */
  readonly what: string
  readonly lines?: number
  readonly children: (data: T) => ReactNode
}

/** Loading, no right, failed (with retry) or the data: the four states every page has. */
export function QueryBoundary<T>({ query, what, lines, children }: QueryBoundaryProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <LoadingState {...(lines === undefined ? {} : { lines })} />
  if (query.error?.code === 'FORBIDDEN') return <NoRightState what={what} />
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
}
