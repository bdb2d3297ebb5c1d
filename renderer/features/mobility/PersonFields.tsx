import { Select } from 'antd'
import { useState } from 'react'
import type { Finding } from '#shared/domain/finding.ts'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { mobilityFieldLabels as label } from '#shared/labels/mobility.ts'
import { useCall } from '../../lib/queries.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { MaskedText } from '../../ui/MaskedText.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import type { MobilityFormState } from './formFields.ts'

export interface FormPartProps {
  readonly form: MobilityFormState
  readonly direction: MobilityDirection
  readonly findings: readonly Finding[]
}

interface PersonFieldsProps extends FormPartProps {
  /** Of a record that exists. */
  readonly fixedName: string | null
  /** Null once the numbers stand in the form as they are. */
  readonly onReveal: (() => Promise<void>) | null
}

export function PersonFields({ form, direction, fixedName, onReveal }: PersonFieldsProps) {
  const isUnlinked = direction === 'LC' && fixedName !== null && form.getValues('memberId') === ''
  return direction === 'LC' && !isUnlinked ? (
    <div className="form-grid">
      <MemberField form={form} fixedName={fixedName} />
      <NumberRow form={form} name="phone" text="外出期间联系电话" onReveal={onReveal} />
      <p className="muted small mobility-wide">
        姓名、身份证号、所在党支部以花名册为准；花名册的“是否流动党员”“外出流向”随这条记录变化，不用另填。
      </p>
    </div>
  ) : (
    <NonMemberFields form={form} onReveal={onReveal} isOutflow={isUnlinked} />
  )
}

interface NumbersProps {
  readonly form: MobilityFormState
  readonly onReveal: (() => Promise<void>) | null
}

interface NonMemberProps extends NumbersProps {
  /** Of somebody the roster does not have yet. */
  readonly isOutflow: boolean
}

function NonMemberFields({ form, onReveal, isOutflow }: NonMemberProps) {
  const { control } = form
  const tree = useCall('organizations.tree', { includeEnded: false })
  const items = (tree.data?.nodes ?? [])
    .filter(({ type }) => isOrganizationLevel(type))
    .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))
  return (
    <div className="form-grid">
      <TextField control={control} name="name" label={label.name} required blank="null" maxLength={50} />
      <CodeSelect control={control} name="gender" label={label.gender} entries={codeTables.gender} />
      <NumberRow form={form} name="idNo" text={label.idNo} onReveal={onReveal} />
      <CodeSelect
        control={control}
        name="personType"
        label={label.personType}
        entries={codeTables.personType}
      />
      <NumberRow form={form} name="phone" text={label.phone} onReveal={onReveal} />
      <TreeField
        control={control}
        name="organizationId"
        label={isOutflow ? '所在党支部' : label.organizationId}
        items={items}
        required
      />
      {!isOutflow && (
        <>
          <TextField
            control={control}
            name="origOrg"
            label={label.origOrg}
            required
            blank="null"
            maxLength={100}
          />
          <TextField
            control={control}
            name="origContact"
            label={label.origContact}
            required
            blank="null"
            maxLength={50}
          />
        </>
      )}
      <p className="muted small mobility-wide">
        {isOutflow
          ? '花名册里没有此人，补录后自动关联，姓名、身份证号、所在党支部随之以花名册为准。'
          : '流入党员组织关系在流出地，只作服务管理，不进花名册、不计入党员总数。'}
      </p>
    </div>
  )
}

interface NumberRowProps extends NumbersProps {
  readonly name: 'idNo' | 'phone'
  readonly text: string
}

/** A number already written down is shown masked until somebody asks for it; then it can be changed. */
function NumberRow({ form, name, text, onReveal }: NumberRowProps) {
  const masked = form.formState.defaultValues?.[name] ?? null
  if (onReveal === null || masked === null)
    return <TextField control={form.control} name={name} label={text} maxLength={name === 'idNo' ? 18 : 30} />
  return (
    <FormRow label={text} hint="要修改请先点“显示”">
      {() => <MaskedText label={text} masked={masked} revealed={null} onReveal={onReveal} />}
    </FormRow>
  )
}

interface MemberFieldProps {
  readonly form: MobilityFormState
  readonly fixedName: string | null
}

function MemberField({ form, fixedName }: MemberFieldProps) {
  const wanted = form.getValues('memberId')
  const [chosen, setChosen] = useState(wanted)
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 200)
  const known = useCall('members.get', { id: wanted }, { enabled: fixedName === null && wanted !== '' })
  const found = useCall('members.search', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true })
  const error = form.formState.errors.memberId?.message
  const name = fixedName ?? (chosen === wanted ? (known.data?.record.name ?? null) : null)
  return (
    <FormRow label="党员" required error={error}>
      {(ids) =>
        name !== null ? (
          <span className="form-plain">{name}</span>
        ) : (
          <Select<string>
            {...ids}
            className="mobility-member"
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder="输入姓名、拼音首字母查找"
            notFoundContent={text === '' ? '输入姓名查找' : '花名册里没有找到'}
            options={(text === '' ? [] : (found.data?.hits ?? [])).map((hit) => ({
              value: hit.id,
              label: `${hit.name}（${hit.organizationName}，${hit.maskedIdNo}）`,
            }))}
            onChange={(id) => {
              setChosen(id)
              form.setValue('memberId', id, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
            }}
            {...(error === undefined ? {} : { status: 'error' as const })}
          />
        )
      }
    </FormRow>
  )
}
