import { Select, type SelectProps } from 'antd'
import { useController, type FieldValues } from 'react-hook-form'
import { clearable } from './clearable.tsx'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'

export interface Choice {
  readonly code: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly group?: string
}

interface CodeSelectProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly entries: readonly Choice[]
  readonly placeholder?: string
  /** The value is a list of codes. */
  readonly multiple?: boolean
  readonly onChosen?: (code: string | null) => void
}

type Options = NonNullable<SelectProps['options']>

/** Options of a code table, under their headings; found by name, alias or code. */
export function codeOptions(entries: readonly Choice[]): Options {
  const option = (entry: Choice) => ({
    value: entry.code,
    label: entry.name,
    search: [entry.name, entry.code, ...(entry.aliases ?? [])].join(' ').toLowerCase(),
  })
  const groups = Map.groupBy(entries, (entry) => entry.group ?? '')
  return [...groups].flatMap(([group, members]): Options => {
    const options = members.map(option)
    return group === '' ? options : [{ label: group, title: group, options }]
  })
}

export function matchesOption(typed: string, option: unknown): boolean {
  if (typeof option !== 'object' || option === null || !('search' in option)) return false
  return String(option.search).includes(typed.trim().toLowerCase())
}

export function CodeSelect<T extends FieldValues, O>(props: CodeSelectProps<T, O>) {
  const { entries, multiple = false, onChosen } = props
  const placeholder = props.placeholder ?? (props.disabled === true ? '' : '请选择')
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <Select
          {...ids}
          ref={field.ref}
          {...(multiple ? { mode: 'multiple' as const } : {})}
          showSearch={{ filterOption: matchesOption }}
          allowClear={props.required !== true && clearable}
          placeholder={placeholder}
          disabled={props.disabled ?? false}
          options={codeOptions(entries)}
          value={value ?? undefined}
          onBlur={field.onBlur}
          onChange={(next: unknown) => {
            field.onChange(next ?? (multiple ? [] : null))
            onChosen?.(typeof next === 'string' ? next : null)
          }}
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
