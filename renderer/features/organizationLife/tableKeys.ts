import type { KeyboardEvent } from 'react'

/** Up and down go to the same column of the next person. */
export function moveRow(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const { currentTarget: from } = event
  const column = from.dataset['column'] ?? ''
  if (step === 0) return
  const all = [
    ...(from.closest('table')?.querySelectorAll<HTMLInputElement>(`[data-column="${column}"]`) ?? []),
  ]
  event.preventDefault()
  const next = all[all.indexOf(from) + step]
  next?.focus()
  next?.select()
}
