/** What the window is called when nothing else may be read from it. */
export const plainTitle = '党务台账'

interface Screen {
  readonly documentElement: { readonly dataset: DOMStringMap }
  title: string
}

export interface ScreenLock {
  readonly isLocked: () => boolean
  /** Hides the pages before anything is drawn again: base.css hides them by the attribute set here. */
  readonly lock: () => void
  readonly unlock: () => void
  /** Names the page; while locked the name is kept for later. */
  readonly setTitle: (title: string) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Whether the pages are hidden behind the lock screen. Their tree stays mounted, so nothing typed is lost. */
export function createScreenLock(screen: () => Screen): ScreenLock {
  const listeners = new Set<() => void>()
  let isLocked = false
  let title = plainTitle
  function set(next: boolean): void {
    if (next === isLocked) return
    isLocked = next
    const { documentElement } = screen()
    if (next) documentElement.dataset['locked'] = ''
    else delete documentElement.dataset['locked']
    screen().title = next ? plainTitle : title
    for (const listener of listeners) listener()
  }
  return {
    isLocked: () => isLocked,
    lock: () => set(true),
    unlock: () => set(false),
    setTitle: (next) => {
      title = next
      if (!isLocked) screen().title = next
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const screenLock = createScreenLock(() => document)
