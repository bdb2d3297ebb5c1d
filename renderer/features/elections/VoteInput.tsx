import { InputNumber } from 'antd'

interface VoteInputProps {
  readonly label: string
  /** Null while nobody has counted. */
  readonly value: number | null
  readonly error: string | undefined
  readonly onChange: (value: number | null) => void
}

/** A number of votes; what stands there is selected, so that typing replaces it. */
export function VoteInput({ label, value, error, onChange }: VoteInputProps) {
  return (
    <>
      <InputNumber
        aria-label={label}
        aria-invalid={error !== undefined}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        {...(error === undefined ? {} : { status: 'error' as const })}
      />
      {error !== undefined && (
        <div className="form-error" role="alert">
          {error}
        </div>
      )}
    </>
  )
}
