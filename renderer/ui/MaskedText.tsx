import { Button } from 'antd'
import { useState } from 'react'
import { errorText } from '../lib/errorText.ts'
import './form.css'

interface MaskedTextProps {
  /** What it is, for the button's name: 公民身份号码. */
  readonly label: string
  readonly masked: string
  /** The plain text once revealed; null while hidden. */
  readonly revealed: string | null
  /** Asks the core; the page keeps the answer and passes it back as `revealed`. */
  readonly onReveal: () => Promise<unknown>
  readonly onHide?: () => void
}

export function MaskedText({ label, masked, revealed, onReveal, onHide }: MaskedTextProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const reveal = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await onReveal()
    } catch (failure) {
      setError(errorText(failure))
    }
    setBusy(false)
  }
  return (
    <span className="masked">
      <span>{revealed ?? masked}</span>
      {masked !== '' && revealed === null && (
        <Button
          type="link"
          size="small"
          loading={busy}
          aria-label={`显示${label}`}
          title="查看会记入日志"
          onClick={() => void reveal()}
        >
          显示
        </Button>
      )}
      {revealed !== null && <span className="muted small">查看已记入日志</span>}
      {revealed !== null && onHide !== undefined && (
        <Button type="link" size="small" aria-label={`隐藏${label}`} onClick={onHide}>
          隐藏
        </Button>
      )}
      {error !== null && (
        <span className="form-error" role="alert">
          {error}
        </span>
      )}
    </span>
  )
}
