import { Modal } from 'antd'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { firstStop } from './firstStop.ts'
import './form.css'

interface DialogProps {
  readonly title: ReactNode
  /** Null where it cannot be waved away: something runs. */
  readonly onClose: (() => void) | null
  readonly children: ReactNode
  /** A dialog that is there only while it is asked for leaves it out. */
  readonly open?: boolean
  readonly width?: number | string
  readonly className?: string
  /** Esc is for another dialog on top of this one. */
  readonly keyboard?: boolean
  /** Nothing is typed in it, so a click beside it may close it. */
  readonly isReading?: boolean
  readonly centered?: boolean
  /** Where it should begin elsewhere than at its first field. */
  readonly onShown?: () => void
}

/** Every dialog of the app: it begins at its first field, else at its first button, never at the cross, where Enter would close it. */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, open = true, width, className, keyboard = true } = props
  const { isReading = false, centered = false, onShown } = props
  const body = useRef<HTMLDivElement>(null)
  const begin = useEffectEvent((): void => {
    const { current } = body
    if (current === null) return
    // What runs is not to be cancelled by an Enter that was meant for what started it.
    if (onClose === null) return current.focus({ preventScroll: true })
    // What stands in it has chosen already.
    if (current.contains(document.activeElement)) return
    if (onShown !== undefined) return onShown()
    const place = firstStop(current) ?? current
    place.focus({ preventScroll: true })
  })
  const [isShown, setIsShown] = useState(false)
  const [opener] = useState(() => document.activeElement)
  // antd gives the keyboard back when a dialog closes, not when the page drops it: then it would start at the top again.
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === document.body || document.activeElement === null
        if (isLost && opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true })
      })
    },
    [opener],
  )
  // antd gives the keyboard to the cross at once and says only later that the dialog is there: too late for a quick Enter.
  useEffect(() => {
    if (isShown) return begin()
    if (!open) return undefined
    const onFocus = (): void => {
      const { current } = body
      const { activeElement } = document
      const isOutside = current !== null && !current.contains(activeElement)
      if (isOutside && current.closest('[role="dialog"]')?.contains(activeElement) === true) begin()
    }
    onFocus()
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [open, isShown])
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      destroyOnHidden
      closable={onClose !== null}
      keyboard={onClose !== null && keyboard}
      centered={centered}
      mask={{ closable: isReading }}
      {...(onClose === null ? {} : { onCancel: onClose })}
      afterOpenChange={setIsShown}
      {...(width === undefined ? {} : { width })}
      {...(className === undefined ? {} : { className })}
    >
      <div ref={body} className="dialog-body" tabIndex={-1}>
        {children}
      </div>
    </Modal>
  )
}
