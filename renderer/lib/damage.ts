import { useSyncExternalStore } from 'react'

let isDamaged = false
const listeners = new Set<() => void>()

function set(next: boolean): void {
  if (next === isDamaged) return
  isDamaged = next
  for (const listener of listeners) listener()
}

/** Some call, of whatever page, was answered that the database is damaged. */
export function noteDamage(): void {
  set(true)
}

/** Whoever was told goes on without, to copy what is not saved. */
export function setDamageAside(): void {
  set(false)
}

export function useIsDamaged(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isDamaged,
  )
}
