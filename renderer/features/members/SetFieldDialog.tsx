import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { memberInput } from '#shared/contract/members.ts'
import { fieldGroupLabels, fieldGroups, memberFields } from '#shared/domain/memberFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { parseWrittenDate } from '#shared/lib/dates.ts'
import { codeOptions, matchesOption } from '../../ui/CodeSelect.tsx'
import { type ControlIds, FormRow } from '../../ui/FormRow.tsx'
import { BulkChangeDialog } from './BulkChangeDialog.tsx'
import { mayBeEmptied, settableFields } from './bulkChange.ts'

interface SetFieldDialogProps {
  readonly ids: readonly string[]
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

const fieldOptions = fieldGroups.map((group) => ({
  label: fieldGroupLabels[group],
  title: fieldGroupLabels[group],
  options: settableFields
    .filter((field) => memberFields[field].group === group)
    .map((value) => ({ value, label: memberFields[value].label, search: memberFields[value].label })),
}))

interface ValueEditorProps {
  readonly field: MemberField
  readonly ids: ControlIds
  readonly value: unknown
  readonly onValue: (value: unknown) => void
}

function DateInput({ ids, onValue }: Pick<ValueEditorProps, 'ids' | 'onValue'>) {
  const [typed, setTyped] = useState('')
  return (
    <Input
      {...ids}
      value={typed}
      placeholder="如 1968、1968.07 或 1968.7.1"
      onChange={(event) => {
        setTyped(event.target.value)
        onValue(parseWrittenDate(event.target.value) ?? undefined)
      }}
    />
  )
}

function ValueEditor({ field, ids, value, onValue }: ValueEditorProps): ReactNode {
  const { kind } = memberFields[field]
  switch (kind.type) {
    case 'code':
    case 'codes':
      return (
        <Select
          {...ids}
          {...(kind.type === 'codes' ? { mode: 'multiple' as const } : {})}
          placeholder="请选择"
          showSearch={{ filterOption: matchesOption }}
          options={codeOptions(codeTables[kind.table])}
          value={value ?? undefined}
          onChange={(next: unknown) => onValue(next)}
        />
      )
    case 'boolean':
      return (
        <Radio.Group
          id={ids.id}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          options={[
            { label: '是', value: 'yes' },
            { label: '否', value: 'no' },
          ]}
          onChange={(event) => onValue(event.target.value === 'yes')}
        />
      )
    case 'date':
      return <DateInput ids={ids} onValue={onValue} />
    case 'integer':
      return (
        <InputNumber
          {...ids}
          min={kind.min}
          max={kind.max}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onValue(next ?? undefined)}
        />
      )
    case 'text':
    case 'name':
    case 'idNo':
    case 'mobile':
    case 'branch':
    case 'group':
      return (
        <Input
          {...ids}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onValue(event.target.value.trim() === '' ? undefined : event.target.value)}
        />
      )
  }
}

export function SetFieldDialog({ ids, onDone, onCancel }: SetFieldDialogProps) {
  const [field, setField] = useState<MemberField | null>(null)
  const [value, setValue] = useState<unknown>()
  const [isEmptying, setIsEmptying] = useState(false)
  const wanted = isEmptying
    ? field !== null && memberFields[field].kind.type === 'codes'
      ? []
      : null
    : value
  const parsed = field === null || wanted === undefined ? null : memberInput.shape[field].safeParse(wanted)
  const change = field !== null && parsed?.success === true ? { field, value: parsed.data } : null
  const error = parsed?.success === false ? parsed.error.issues[0]?.message : undefined
  return (
    <BulkChangeDialog title="设置字段" ids={ids} change={change} onDone={onDone} onCancel={onCancel}>
      <FormRow label="项目" required>
        {(control) => (
          <Select<MemberField>
            {...control}
            placeholder="选择要统一设置的项目"
            showSearch={{ filterOption: matchesOption }}
            options={fieldOptions}
            {...(field === null ? {} : { value: field })}
            onChange={(next) => {
              setField(next)
              setValue(undefined)
              setIsEmptying(false)
            }}
          />
        )}
      </FormRow>
      {field !== null && !isEmptying && (
        <FormRow label={`${memberFields[field].label}改为`} required error={error}>
          {(control) => (
            <ValueEditor key={field} field={field} ids={control} value={value} onValue={setValue} />
          )}
        </FormRow>
      )}
      {field !== null && mayBeEmptied(field) && (
        <Checkbox checked={isEmptying} onChange={(event) => setIsEmptying(event.target.checked)}>
          清空这一项
        </Checkbox>
      )}
    </BulkChangeDialog>
  )
}
