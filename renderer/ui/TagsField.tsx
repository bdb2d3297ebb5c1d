import { Select } from 'antd'
import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'

interface TagsFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly placeholder?: string
}

/** A list of words, one added with Enter or by 、 or ，. */
export function TagsField<T extends FieldValues, O>(props: TagsFieldProps<T, O>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <Select
          {...ids}
          ref={field.ref}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', '；', ';']}
          value={Array.isArray(value) ? value : []}
          disabled={props.disabled ?? false}
          placeholder={props.placeholder ?? '写一个按一次回车'}
          onChange={field.onChange}
          onBlur={field.onBlur}
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
