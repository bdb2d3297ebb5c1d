import type { UseQueryResult } from '@tanstack/react-query'
import { LinkButton } from './LinkButton.tsx'
import type { Crumb } from './Page.tsx'
import { QueryBoundary } from './QueryBoundary.tsx'
import { ErrorState } from './states.tsx'

interface RecordStatesProps<T> {
  readonly query: UseQueryResult<T>
  /** Verb and object for the no-right state: 查看会议记录. */
  readonly what: string
  readonly lines?: number
  /** Said of one that is not there: 找不到这份会议记录. */
  readonly missing: string
  /** Where to go from there. */
  readonly back: Crumb
}

/** The page of a record that is not shown yet, or not at all: loading, no right, failed, or not there any more. */
export function RecordStates<T>({ query, what, lines = 10, missing, back }: RecordStatesProps<T>) {
  if (query.error?.code === 'NOT_FOUND') {
    return (
      <ErrorState
        error={query.error}
        title={missing}
        actions={<LinkButton to={back.to}>{back.label}</LinkButton>}
      />
    )
  }
  return (
    <QueryBoundary query={query} what={what} lines={lines}>
      {() => null}
    </QueryBoundary>
  )
}
