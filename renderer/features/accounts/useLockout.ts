import { useEffect, useState } from 'react'
import { waitSecondsOf } from './signInRefusal.ts'

interface Attempt {
  readonly error: unknown
  /** Milliseconds, as a mutation knows it. */
  readonly submittedAt: number
}

/** Seconds until the lock-out this attempt met with is over, counted down; 0 when there is none. */
export function useLockout({ error, submittedAt }: Attempt): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  const seconds = error === null ? 0 : waitSecondsOf(error)
  // The clock of the page may stand still until its next tick; it never says more than the answer did.
  const left = Math.max(0, Math.min(seconds, Math.ceil((submittedAt + seconds * 1000 - nowMs) / 1000)))
  const isWaiting = left > 0
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setInterval(() => setNowMs(Date.now()), 500)
    return () => clearInterval(timer)
  }, [isWaiting])
  return left
}
