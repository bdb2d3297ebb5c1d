import { useMemo } from 'react'
import { type Control, type FieldPath, type FieldValues, useWatch } from 'react-hook-form'
import { scopeOfRole } from '#shared/contract/rights.ts'
import { useCall } from '../../lib/queries.ts'
import { TreeField } from '../../ui/TreeField.tsx'
import { isRole } from './accountForm.ts'
import { organizationItems } from './organizationItems.ts'

interface TiedFieldProps<T extends FieldValues, O> {
  readonly control: Control<T, unknown, O>
  readonly name: FieldPath<T>
  readonly roleName: FieldPath<T>
}

/** The organisation an account is tied to, where its role may or must have one. */
export function TiedField<T extends FieldValues, O>({ control, name, roleName }: TiedFieldProps<T, O>) {
  const role: unknown = useWatch({ control, name: roleName })
  const organizations = useCall('accounts.organizations', {})
  const rows = organizations.data?.rows
  const items = useMemo(() => organizationItems(rows ?? []), [rows])
  const scope = isRole(role) ? scopeOfRole(role) : 'none'
  if (scope === 'none') return null
  return (
    <TreeField
      control={control}
      name={name}
      label="所管党组织"
      required={scope === 'required'}
      items={items}
      placeholder={scope === 'required' ? '选择党组织' : '全街道'}
      hint={
        scope === 'required'
          ? '只看得到、改得了这个党组织及下级的记录'
          : '不选则看全街道，选了只看这个党组织及下级'
      }
    />
  )
}
