import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'
import type { TreeItem } from './tree.ts'
import { TreePicker } from './TreePicker.tsx'

interface TreeFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly items: readonly TreeItem[]
  readonly placeholder?: string
  readonly onChosen?: (id: string | null) => void
}

/** TreePicker bound to React Hook Form. */
export function TreeField<T extends FieldValues, O>(props: TreeFieldProps<T, O>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <TreePicker
          id={ids.id}
          items={props.items}
          value={typeof value === 'string' && value !== '' ? value : null}
          allowClear={props.required !== true}
          disabled={props.disabled ?? false}
          invalid={fieldState.error !== undefined}
          onBlur={field.onBlur}
          onChange={(id) => {
            field.onChange(id)
            props.onChosen?.(id)
          }}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
      )}
    </FormRow>
  )
}
