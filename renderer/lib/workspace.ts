import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '#shared/lib/dates.ts'
import { call } from './api.ts'
import { toCallError } from './callError.ts'
import { addDelayedWrite } from './delayedWrites.ts'
import { useCall } from './queries.ts'

const draftDelayMs = 600
const viewDelayMs = 400

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Waiting {
  readonly key: string
  readonly timer: number
  readonly run: () => Promise<void>
}

interface DelayedWriter {
  readonly write: (value: unknown) => void
  readonly drop: () => void
}

/** Stores the last value after a pause; what is still waiting is stored when the page is left or the screen locked. */
function useDelayedWriter(key: string, delayMs: number): DelayedWriter {
  const waiting = useRef<Waiting | null>(null)
  const drop = useCallback(() => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer)
    waiting.current = null
  }, [])
  const write = useCallback(
    (value: unknown) => {
      if (waiting.current?.key !== key) void waiting.current?.run()
      drop()
      const run = async (): Promise<void> => {
        waiting.current = null
        try {
          await call('workspace.put', { key, value: JSON.stringify(value) })
        } catch (error) {
          // It waits for the screen to be unlocked; losing a draft's last second is otherwise no reason to disturb anybody.
          if (toCallError(error).code === 'SESSION_LOCKED') waiting.current ??= { key, timer: 0, run }
        }
      }
      waiting.current = { key, timer: window.setTimeout(() => void run(), delayMs), run }
    },
    [key, delayMs, drop],
  )
  useEffect(() => {
    const flush = async (): Promise<void> => {
      const last = waiting.current
      drop()
      await last?.run()
    }
    const onHide = (): void => void flush()
    window.addEventListener('pagehide', onHide)
    const remove = addDelayedWrite(flush)
    return () => {
      window.removeEventListener('pagehide', onHide)
      remove()
      void flush()
    }
  }, [drop])
  return { write, drop }
}

export interface Draft<T> {
  readonly isLoading: boolean
  /** What was kept when the page was opened; null when there was nothing or it was discarded. */
  readonly stored: { readonly value: T; readonly updatedAt: Instant } | null
  readonly save: (value: T) => void
  readonly discard: () => void
}

/** A half-filled form kept in the encrypted database. `parse` turns stored JSON into a value, or null when it no longer fits. */
export function useDraft<T>(key: `draft:${string}`, parse: (value: unknown) => T | null): Draft<T> {
  const answer = useCall('workspace.get', { key }, { fresh: true })
  const writer = useDelayedWriter(key, draftDelayMs)
  const [discardedKey, setDiscardedKey] = useState<string | null>(null)
  const { drop, write } = writer
  const discard = useCallback(() => {
    drop()
    setDiscardedKey(key)
    void call('workspace.discard', { key }).catch(() => undefined)
  }, [drop, key])
  const kept = discardedKey === key ? null : (answer.data ?? null)
  const value = kept === null ? null : parse(parseJson(kept.value))
  return {
    isLoading: answer.isPending,
    stored: kept === null || value === null ? null : { value, updatedAt: kept.updatedAt },
    save: write,
    discard,
  }
}

/** How somebody likes a page (columns, widths, folded parts), remembered for the account. */
export function useView<T>(
  key: `view:${string}`,
  parse: (value: unknown) => T | null,
  initial: T,
): { readonly view: T; readonly isLoading: boolean; readonly setView: (next: T) => void } {
  const answer = useCall('workspace.get', { key }, { fresh: true })
  const { write } = useDelayedWriter(key, viewDelayMs)
  const [chosen, setChosen] = useState<T | null>(null)
  const kept = answer.data ?? null
  const stored = kept === null ? null : parse(parseJson(kept.value))
  const setView = useCallback(
    (next: T) => {
      setChosen(next)
      write(next)
    },
    [write],
  )
  return { view: chosen ?? stored ?? initial, isLoading: answer.isPending, setView }
}
