import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** From link (or button) to link of a table by the arrow keys, past cells without one; Tab goes from row to row. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const from = event.currentTarget.closest('td, th')
  if (step === undefined || !(from instanceof HTMLTableCellElement)) return
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const rows = from.closest('table')?.rows
  let row = from.closest('tr')?.rowIndex ?? -1
  let column = from.cellIndex
  for (;;) {
    row += step[0]
    column += step[1]
    const cell = rows?.[row]?.cells[column]
    if (cell === undefined) return
    const link = cell.querySelector<HTMLElement>('a, button')
    if (link === null) continue
    event.preventDefault()
    link.focus()
    return
  }
}
