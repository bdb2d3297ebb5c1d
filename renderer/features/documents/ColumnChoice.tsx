import { Button, Checkbox } from 'antd'
import {
  fieldGroupLabels,
  fieldGroups,
  type MemberField,
  memberFieldKeys,
  memberFields,
} from '#shared/domain/memberFields.ts'
import { firstChoice, inOrder } from './exportForm.ts'

interface ColumnChoiceProps {
  readonly value: readonly MemberField[]
  readonly onChange: (columns: MemberField[]) => void
}

/** The columns of the sheet, ticked under the headings of the record. */
export function ColumnChoice({ value, onChange }: ColumnChoiceProps) {
  const toggle = (key: MemberField, isOn: boolean): void =>
    onChange(inOrder(isOn ? [...value, key] : value.filter((each) => each !== key)))
  return (
    <div className="export-column-choice">
      <div className="export-column-choice-tools">
        <span className="muted">已选 {value.length} 栏</span>
        <Button size="small" onClick={() => onChange([...memberFieldKeys])}>
          全选
        </Button>
        <Button size="small" onClick={() => onChange(inOrder(firstChoice))}>
          常用栏目
        </Button>
      </div>
      {fieldGroups.map((group) => (
        <fieldset key={group} className="export-column-group">
          <legend>{fieldGroupLabels[group]}</legend>
          {memberFieldKeys
            .filter((key) => memberFields[key].group === group)
            .map((key) => (
              <Checkbox
                key={key}
                checked={value.includes(key)}
                onChange={(event) => toggle(key, event.target.checked)}
              >
                {memberFields[key].label}
              </Checkbox>
            ))}
        </fieldset>
      ))}
    </div>
  )
}
