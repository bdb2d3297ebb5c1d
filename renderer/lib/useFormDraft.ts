import { useOfferedDraft } from './offeredDraft.ts'

const isGroup = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

/** Whether what was kept still has the fields of the form, lists where it has lists. */
function fits<T extends object>(base: T, value: unknown): value is T {
  if (!isGroup(value)) return false
  const kept = new Map<string, unknown>(Object.entries(value))
  const wanted = Object.entries(base)
  return (
    kept.size === wanted.length &&
    wanted.every(([key, part]: [string, unknown]) => {
      if (isGroup(part)) return fits(part, kept.get(key))
      return kept.has(key) && Array.isArray(kept.get(key)) === Array.isArray(part)
    })
  )
}

/** A draft of the whole form. */
export function useFormDraft<T extends object>(key: `draft:${string}`, base: T) {
  return useOfferedDraft<T>(key, (value) => (fits(base, value) ? value : null))
}
