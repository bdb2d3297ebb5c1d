import { InputNumber } from 'antd'

interface TallyCellProps {
  readonly label: string
  /** Null while nobody has counted. */
  readonly value: number | null
  readonly isWrong: boolean
  readonly onValue: (value: number | null) => void
}

/** Votes of the tally sheet. Arrows leave it alone, and what is no count stays as typed, to be put right. */
export function TallyCell({ label, value, isWrong, onValue }: TallyCellProps) {
  return (
    <InputNumber
      aria-label={label}
      aria-invalid={isWrong}
      controls={false}
      keyboard={false}
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(next) => onValue(typeof next === 'number' ? next : null)}
      {...(isWrong ? { status: 'error' as const } : {})}
    />
  )
}
