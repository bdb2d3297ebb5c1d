import { useWatch } from 'react-hook-form'
import {
  branchKinds,
  hasApprovalRightByDefault,
  isOrganizationLevel,
  organizationTypes,
  type OrganizationType,
  unitNatures,
} from '#shared/domain/organizationKinds.ts'
import { branchKindLabels, organizationTypeLabels, unitNatureLabels } from '#shared/labels/organizations.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TagsField } from '../../ui/TagsField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { fieldLabels as label } from './fields.ts'
import type { OrganizationFormState } from './formParts.ts'

interface IdentityFieldsProps {
  readonly form: OrganizationFormState
  readonly types: readonly OrganizationType[]
  readonly isNew: boolean
}

export function IdentityFields({ form, types, isNew }: IdentityFieldsProps) {
  const { control, setValue } = form
  const [type, branchKind] = useWatch({ control, name: ['type', 'branchKind'] })
  const isBranch = type === 'ZB'
  const onType = (code: string | null): void => {
    const chosen = organizationTypes.find((each) => each === code)
    if (chosen === undefined) return
    if (chosen !== 'ZB') setValue('branchKind', null)
    if (isNew) setValue('hasApprovalRight', hasApprovalRightByDefault(chosen))
  }
  return (
    <div className="form-grid">
      <CodeSelect
        control={control}
        name="type"
        label={label.type}
        required
        entries={types.map((code) => ({ code, name: organizationTypeLabels[code] }))}
        onChosen={onType}
      />
      {isBranch && (
        <CodeSelect
          control={control}
          name="branchKind"
          label={label.branchKind}
          entries={branchKinds.map((code) => ({ code, name: branchKindLabels[code] }))}
        />
      )}
      <TextField
        control={control}
        name="fullName"
        label={label.fullName}
        required
        wide
        {...(isOrganizationLevel(type)
          ? { hint: '以“中国共产党”或“中共”开头，如“中共××街道××社区支部委员会”' }
          : {})}
      />
      <TextField
        control={control}
        name="shortName"
        label={label.shortName}
        required
        hint="列表和名册里用的名称"
      />
      <TextField control={control} name="code" label={label.code} hint="全国系统给的编码，没有可不填" />
      <PartialDateField control={control} name="foundedOn" label={label.foundedOn} />
      <TextField control={control} name="foundedDoc" label={label.foundedDoc} />
      <TextField control={control} name="approvedBy" label={label.approvedBy} wide />
      <TextField control={control} name="unitName" label={label.unitName} />
      <CodeSelect
        control={control}
        name="unitNature"
        label={label.unitNature}
        entries={unitNatures.map((code) => ({ code, name: unitNatureLabels[code] }))}
      />
      {isBranch && branchKind === 'LH' && (
        <TagsField
          control={control}
          name="jointUnits"
          label={label.jointUnits}
          wide
          hint="联合党支部覆盖的单位一般不超过 5 个（ORG-02）"
        />
      )}
    </div>
  )
}
