import { Select } from 'antd'
import { type FieldValues, useController } from 'react-hook-form'
import { type FieldProps, rowOf } from '../../ui/field.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { useFileSearch } from './useFileSearch.ts'

/** Somebody with a development file, found by typing. */
export function FileField<T extends FieldValues, O>(props: FieldProps<T, O>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const { options, onSearch, hint } = useFileSearch()
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <Select<string>
          {...ids}
          ref={field.ref}
          showSearch={{ filterOption: false, onSearch }}
          placeholder="输入姓名、拼音首字母查找"
          notFoundContent={hint}
          options={[...options]}
          value={typeof value === 'string' && value !== '' ? value : null}
          onBlur={field.onBlur}
          onChange={(next) => field.onChange(next)}
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
