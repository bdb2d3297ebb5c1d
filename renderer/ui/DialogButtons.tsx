import { Button } from 'antd'
import { useRef } from 'react'
import { useShortcut } from './shortcuts.ts'
import './form.css'

interface DialogButtonsProps {
  readonly confirmText: string
  readonly onCancel: () => void
  readonly cancelText?: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
}

/** The foot of a dialog or drawer that is a form. Ctrl+S saves it and never the page behind; what is dangerous wants its button. */
export function DialogButtons(props: DialogButtonsProps) {
  const foot = useRef<HTMLDivElement>(null)
  const submit = () => {
    if (props.danger === true || props.disabled === true || props.busy === true) return
    foot.current?.closest('form')?.requestSubmit()
  }
  useShortcut('Ctrl+S', props.confirmText, submit)
  return (
    <div className="dialog-buttons" ref={foot}>
      <Button onClick={props.onCancel}>{props.cancelText ?? '取消'}</Button>
      <Button
        htmlType="submit"
        {...(props.danger === true ? { danger: true } : { type: 'primary' as const })}
        loading={props.busy ?? false}
        disabled={props.disabled ?? false}
      >
        {props.confirmText}
      </Button>
    </div>
  )
}
