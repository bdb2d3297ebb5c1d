import { useState } from 'react'
import { MaskedText } from './MaskedText.tsx'

interface PhoneTextProps {
  /** Whose it is, for the button's name. */
  readonly name: string
  /** In part. */
  readonly phone: string
  /** Asks for the whole; null where the account may not. */
  readonly onReveal: (() => Promise<string | null>) | null
}

/** A number in part, until somebody who may asks for the whole. */
export function PhoneText({ name, phone, onReveal }: PhoneTextProps) {
  const [whole, setWhole] = useState<string | null>(null)
  if (onReveal === null) return <span className="muted number">{phone}</span>
  return (
    <MaskedText
      label={`${name}的电话`}
      masked={phone}
      revealed={whole}
      onReveal={async () => setWhole(await onReveal())}
      onHide={() => setWhole(null)}
    />
  )
}
