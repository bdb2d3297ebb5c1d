import { Radio } from 'antd'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { roleDuties, roleLabels, roles } from '#shared/contract/rights.ts'
import { FormRow } from '../../ui/FormRow.tsx'

interface RoleFieldProps<T extends FieldValues, O> {
  readonly control: Control<T, unknown, O>
  readonly name: FieldPath<T>
}

/** Every role with what it may do, since nobody knows that by heart. */
export function RoleField<T extends FieldValues, O>({ control, name }: RoleFieldProps<T, O>) {
  const { field, fieldState } = useController({ control, name })
  const value: unknown = field.value
  return (
    <FormRow label="角色" as="group" required error={fieldState.error?.message}>
      {() => (
        <Radio.Group
          className="role-choice"
          name={field.name}
          value={value}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
        >
          {roles.map((role) => (
            <Radio key={role} value={role}>
              {roleLabels[role]}
              <span className="role-duty">　{roleDuties[role]}</span>
            </Radio>
          ))}
        </Radio.Group>
      )}
    </FormRow>
  )
}
