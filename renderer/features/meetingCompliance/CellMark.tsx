import type { DutyState } from '#shared/domain/meetings/duties.ts'
import { dutyStateLabels } from '#shared/labels/meetings.ts'

/** A shape each, so that they are told apart without colour. */
const shapes: Readonly<Record<DutyState, string>> = {
  done: 'M1 5.2 4 8.2 9.2 2',
  draft: 'M2 1h6v8H2zM4 3.5h2M4 5.5h2',
  open: 'M4 5h2',
  near: 'M5 .8a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 5 .8zM5 2.8V5l1.6 1',
  missing: 'M5 .8 9.5 9.2H.5zM5 4v2.4M5 7.6v.4',
}

interface CellMarkProps {
  readonly state: DutyState
  readonly words?: string
  /** In full, for screen readers; the words as they stand where it is left out. */
  readonly reading?: string
}

/** A duty's state in a shape; the words beside it say which duty. */
export function CellMark({ state, words = '', reading }: CellMarkProps) {
  return (
    <span className={`duty duty-${state}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      {reading === undefined ? (
        words
      ) : (
        <>
          <span aria-hidden="true">{words}</span>
          <span className="visually-hidden">{reading}</span>
        </>
      )}
    </span>
  )
}

/** The same with its word, for texts and panels. */
export function StateWord({ state }: { readonly state: DutyState }) {
  return <CellMark state={state} words={dutyStateLabels[state]} />
}
