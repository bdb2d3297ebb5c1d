/** One instant on two clocks: the wall clock goes on while the computer sleeps, the steady one is never set back. */
export interface Moment {
  readonly wallMs: number
  readonly steadyMs: number
}

export function momentNow(): Moment {
  return { wallMs: Date.now(), steadyMs: performance.now() }
}

/** Milliseconds since the last key or click, by whichever clock says more; `elsewhereAtMs` is another tab's, by the wall clock. */
export function idleMs(last: Moment, now: Moment, elsewhereAtMs: number): number {
  const here = Math.max(now.wallMs - last.wallMs, now.steadyMs - last.steadyMs)
  const elsewhere = now.wallMs - elsewhereAtMs
  return elsewhere < 0 ? here : Math.min(here, elsewhere)
}
