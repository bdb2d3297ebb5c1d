const fields = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled])'
const buttons = '.dialog-buttons button:not([disabled])'

function isStop(element: HTMLElement): boolean {
  if (element.offsetParent === null || element.tabIndex < 0) return false
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
  return element.checked
}

/** Where somebody begins in a dialog: its first field (of radio buttons the chosen one), else the first button of its foot, which takes nothing on itself. */
export function firstStop(body: HTMLElement): HTMLElement | null {
  const field = [...body.querySelectorAll<HTMLElement>(fields)].find(isStop)
  return field ?? body.querySelector<HTMLElement>(buttons)
}
