import { Button } from 'antd'
import './form.css'

interface DialogButtonsProps {
  readonly confirmText: string
  readonly onCancel: () => void
  readonly cancelText?: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
}

/** The foot of a dialog or drawer that is a form. */
export function DialogButtons(props: DialogButtonsProps) {
  return (
    <div className="dialog-buttons">
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
