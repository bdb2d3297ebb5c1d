import { createContext, useContext, useEffect, useEffectEvent } from 'react'

export interface Shortcut {
  /** As people write it: Ctrl+S, /, F1, Alt+N. */
  readonly keys: string
  readonly label: string
  readonly run: () => void
  /** Left to the text field somebody is writing in: Ctrl+Z. */
  readonly yieldsToText?: boolean
}

export interface ShortcutRegistry {
  add(shortcut: Shortcut): () => void
  list(): readonly Shortcut[]
}

/** The last one registered for the same keys wins, so a dialog's Ctrl+S comes before its page's. */
export function createShortcutRegistry(): ShortcutRegistry {
  let shortcuts: readonly Shortcut[] = []
  return {
    add: (shortcut) => {
      shortcuts = [...shortcuts, shortcut]
      return () => {
        shortcuts = shortcuts.filter((each) => each !== shortcut)
      }
    },
    list: () => shortcuts,
  }
}

export const ShortcutContext = createContext<ShortcutRegistry>(createShortcutRegistry())

/** A bare character is a shortcut only where nobody is typing. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

const wordless = /^(checkbox|radio|button|submit|reset|file|range|color)$/

/** The browser has an undo of its own there. */
export function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !wordless.test(target.type) && !target.readOnly
  return target instanceof HTMLElement && (target.isContentEditable || target.tagName === 'TEXTAREA')
}

/** Active while the component is shown, and listed under F1. */
export function useShortcut(
  keys: string,
  label: string,
  run: () => void,
  enabled = true,
  yieldsToText = false,
): void {
  const registry = useContext(ShortcutContext)
  const onRun = useEffectEvent(run)
  useEffect(() => {
    if (!enabled) return undefined
    return registry.add({ keys, label, yieldsToText, run: () => onRun() })
  }, [registry, keys, label, enabled, yieldsToText])
}
