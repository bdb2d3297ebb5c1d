import { Input } from 'antd'

interface SearchInputProps {
  /** What is searched for; stands in the field while it is empty. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A text that narrows the list below, in a toolbar. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  return (
    <Input
      className="toolbar-text"
      type="search"
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={50}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
