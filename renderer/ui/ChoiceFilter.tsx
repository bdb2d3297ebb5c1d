import { Select } from 'antd'

interface ChoiceFilterProps<T extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string
  /** 全部种类: the words for no choice. */
  readonly all: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  /** Null for no choice. */
  readonly value: T | null
  readonly onChoose: (value: T | null) => void
  readonly className?: string
}

/** One of several, or all of them, in a toolbar. */
export function ChoiceFilter<T extends string>(props: ChoiceFilterProps<T>) {
  const { label, all, choices, value, onChoose, className = 'toolbar-select' } = props
  return (
    <Select<T | ''>
      className={className}
      aria-label={label}
      popupMatchSelectWidth={false}
      options={[{ value: '', label: all }, ...choices]}
      value={value ?? ''}
      onChange={(chosen) => onChoose(chosen === '' ? null : chosen)}
    />
  )
}
