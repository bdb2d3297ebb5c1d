import { Button, Popover } from 'antd'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'

interface PopPanelProps {
  /** What the panel is, for screen readers. */
  readonly label: string
  /** The words on the button. */
  readonly button: string
  readonly placement: 'bottomLeft' | 'bottomRight'
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly children: ReactNode
}

/** Escape closes an open list first, and only then what the list stands in. */
function isOpenList(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.getAttribute('aria-expanded') === 'true'
}

/** A panel under its button; it stands beside the button in the page, so that Tab goes into it and out of it in order. */
export function PopPanel({ label, button, placement, open, onOpen, children }: PopPanelProps) {
  const holder = useRef<HTMLSpanElement>(null)
  const focusButton = () => holder.current?.querySelector('button')?.focus()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isOpenList(event.target)) return
    onOpen(false)
    focusButton()
  })
  useEffect(() => {
    if (!open) return undefined
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [open])
  const onShown = (isShown: boolean) => {
    if (isShown) holder.current?.querySelector<HTMLElement>('section input, section button')?.focus()
    else if (document.activeElement === document.body) focusButton()
  }
  return (
    <span ref={holder} className="pop-panel">
      <Popover
        open={open}
        onOpenChange={onOpen}
        trigger="click"
        placement={placement}
        destroyOnHidden
        getPopupContainer={() => holder.current ?? document.body}
        afterOpenChange={onShown}
        content={<section aria-label={label}>{children}</section>}
      >
        <Button aria-expanded={open}>{button}</Button>
      </Popover>
    </span>
  )
}
