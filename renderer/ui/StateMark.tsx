import type { ReactNode } from 'react'
import './stateMark.css'

type State = 'good' | 'bad' | 'warning' | 'none'

/** A shape each, so that they are told apart without colour. */
const shapes: Readonly<Record<State, string>> = {
  good: 'M1 5.2 4 8.2 9.2 2',
  bad: 'M5 .8 9.5 9.2H.5zM5 4v2.4M5 7.6v.4',
  warning: 'M5 .8a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 5 .8zM5 2.8v2.6M5 7.1v.2',
  none: 'M5 .8a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 5 .8zM3 5h4',
}

/** Whether something that runs by itself is well, in a shape and a word. */
export function StateMark({ state, children }: { readonly state: State; readonly children: ReactNode }) {
  return (
    <span className={`state-mark state-mark-${state}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      {children}
    </span>
  )
}
