import { Radio } from 'antd'
import { useMemo } from 'react'
import { type Control, useController, useWatch } from 'react-hook-form'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { branchItems } from './branchItems.ts'
import type { MoveForm, MoveFormInput } from './moveForm.ts'

interface MoveFieldsProps {
  readonly control: Control<MoveFormInput, unknown, MoveForm>
  readonly organizations: readonly OrganizationNode[]
}

function HowField({ control }: Pick<MoveFieldsProps, 'control'>) {
  const { field } = useController({ control, name: 'how' })
  return (
    <FormRow
      label="情况"
      as="group"
      hint={
        field.value === 'moved'
          ? '原支部的经历到这一天为止，这一天起算在新支部。'
          : '只是登记错了支部：整段经历改记到所选支部，进入日期不变。'
      }
    >
      {() => (
        <Radio.Group
          name={field.name}
          value={field.value}
          options={[
            { label: '调整：人换了支部', value: 'moved' },
            { label: '更正：从来不在原支部', value: 'neverThere' },
          ]}
          onChange={(event) => field.onChange(event.target.value)}
        />
      )}
    </FormRow>
  )
}

/** To which branch, since when, by which paper. Between organisations of different 基层党委 a transfer is due. */
export function MoveFields({ control, organizations }: MoveFieldsProps) {
  const items = useMemo(() => branchItems(organizations), [organizations])
  const [toId, how] = useWatch({ control, name: ['toId', 'how'] })
  const { field: group } = useController({ control, name: 'groupId' })
  const groups = organizations
    .filter((node) => node.type === 'XZ' && node.parentId === toId && node.status !== 'dissolved')
    .map((node) => ({ code: node.id, name: node.shortName }))
  return (
    <>
      <TreeField
        control={control}
        name="toId"
        label="新的党支部"
        required
        items={items}
        placeholder="选择党支部"
        hint="在街道党工委内部换支部用这里；转到街道以外、从外面转来，请办组织关系转接。"
        onChosen={() => group.onChange(null)}
      />
      {groups.length > 0 && <CodeSelect control={control} name="groupId" label="党小组" entries={groups} />}
      <HowField control={control} />
      {how === 'moved' && (
        <PartialDateField control={control} name="on" label="从哪一天起" required wholeDay />
      )}
      <TextField control={control} name="reason" label="原因" required maxLength={200} />
      <TextField control={control} name="docNo" label="依据（文号）" hint="没有文件可不填" maxLength={100} />
    </>
  )
}
