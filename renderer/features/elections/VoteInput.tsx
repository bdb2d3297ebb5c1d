import { InputNumber } from 'antd'

interface VoteInputProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A number of votes; what stands there is selected, so that typing replaces it. */
export function VoteInput({ label, value, onChange }: VoteInputProps) {
  return (
    <InputNumber
      aria-label={label}
      min={0}
      precision={0}
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
    />
  )
}
