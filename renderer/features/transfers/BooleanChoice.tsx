import { Radio } from 'antd'
import { FormRow } from '../../ui/FormRow.tsx'

interface BooleanChoiceProps {
  readonly label: string
  readonly yes: string
  readonly no: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** One of two, outside a form. */
export function BooleanChoice({ label, yes, no, value, onChange }: BooleanChoiceProps) {
  return (
    <FormRow label={label} as="group" wide>
      {() => (
        <Radio.Group
          options={[
            { label: yes, value: true },
            { label: no, value: false },
          ]}
          value={value}
          onChange={(event) => onChange(event.target.value === true)}
        />
      )}
    </FormRow>
  )
}
