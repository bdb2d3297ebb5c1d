import { type PutBack, takeOutOfSight } from './hiddenScreen.ts'

/** What the window is called when nothing else may be read from it. */
export const plainTitle = '党务台账'

interface Screen {
  readonly documentElement: { readonly dataset: DOMStringMap }
  title: string
}

export interface ScreenLock {
  readonly isLocked: () => boolean
  /** Takes the pages out of the document before anything is drawn again. */
  readonly lock: () => void
  /** Puts them back as they were. */
  readonly unlock: () => void
  /** Names the page; while locked the name is kept for later. */
  readonly setTitle: (title: string) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Whether the lock screen stands instead of the pages. Their tree stays mounted, so nothing typed is lost. */
export function createScreenLock(screen: () => Screen, takeOut: () => PutBack): ScreenLock {
  const listeners = new Set<() => void>()
  let putBack: PutBack | null = null
  let title = plainTitle
  function show(nextTitle: string): void {
    screen().title = nextTitle
    for (const listener of listeners) listener()
  }
  return {
    isLocked: () => putBack !== null,
    lock: () => {
      if (putBack !== null) return
      putBack = takeOut()
      screen().documentElement.dataset['locked'] = ''
      show(plainTitle)
    },
    unlock: () => {
      if (putBack === null) return
      const back = putBack
      putBack = null
      delete screen().documentElement.dataset['locked']
      back()
      show(title)
    },
    setTitle: (next) => {
      title = next
      if (putBack === null) screen().title = next
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const screenLock = createScreenLock(
  () => document,
  () => takeOutOfSight(window),
)
