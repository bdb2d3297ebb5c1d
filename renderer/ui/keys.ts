export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export function matchesKeys(press: KeyPress, keys: string): boolean {
  const parts = keys.toLowerCase().split('+')
  const key = parts.at(-1) ?? ''
  if (press.key.toLowerCase() !== key) return false
  if ((press.ctrlKey || press.metaKey) !== parts.includes('ctrl')) return false
  if (press.altKey !== parts.includes('alt')) return false
  // What needs Shift to be typed (such as ?) differs between keyboards.
  return key.length === 1 && !/[a-z0-9]/.test(key) ? true : press.shiftKey === parts.includes('shift')
}
