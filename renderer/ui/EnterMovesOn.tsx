import type { FormEventHandler, KeyboardEvent, ReactNode } from 'react'

interface EnterMovesOnProps {
  readonly children: ReactNode
  readonly onSubmit: FormEventHandler<HTMLFormElement>
  readonly className?: string
  readonly label?: string
  readonly id?: string
}

const stops =
  'input:not([disabled]):not([type="hidden"]), select:not([disabled]), textarea:not([disabled]), button[type="submit"]:not([disabled])'

/** One stop for each group of radio buttons: the chosen one. What is seldom filled in (`data-enter="passes"`) is left to Tab. */
function isStop(element: HTMLElement): boolean {
  if (element.offsetParent === null || element.tabIndex < 0 || element.dataset['enter'] === 'passes')
    return false
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
  return element.checked
}

function nextStop(form: HTMLFormElement, from: HTMLElement): HTMLElement | undefined {
  const all = [...form.querySelectorAll<HTMLElement>(stops)].filter((each) => each === from || isStop(each))
  return all[all.indexOf(from) + 1]
}

/** A form in which Enter goes to the next field; at the last one it reaches the submit button, or saves at once (`data-enter="saves"`). */
export function EnterMovesOn({ children, onSubmit, className, label, id }: EnterMovesOnProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const { target } = event
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.shiftKey) return
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    if (target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    event.stopPropagation()
    if (target.dataset['enter'] === 'saves') return event.currentTarget.requestSubmit()
    nextStop(event.currentTarget, target)?.focus()
  }
  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onKeyDownCapture={onKeyDown}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(id === undefined ? {} : { id })}
    >
      {children}
    </form>
  )
}
