import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from '../../ui/field.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { PersonInput } from './PersonInput.tsx'

interface PersonFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly organizationId: string
  /** The id of the one person of the branch who is called so. */
  readonly onMember?: (memberId: string | null) => void
}

/** PersonInput bound to React Hook Form; an emptied name is null unless one is required. */
export function PersonField<T extends FieldValues, O>(props: PersonFieldProps<T, O>) {
  const { organizationId, required = false, onMember } = props
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <PersonInput
          id={ids.id}
          describedBy={ids['aria-describedby']}
          organizationId={organizationId}
          name={typeof value === 'string' ? value : ''}
          isInvalid={fieldState.error !== undefined}
          disabled={props.disabled ?? false}
          onPerson={(name, memberId) => {
            field.onChange(name === '' && !required ? null : name)
            onMember?.(memberId)
          }}
        />
      )}
    </FormRow>
  )
}
