import { standardLevels } from '#shared/labels/organizations.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { fieldLabels as label } from './fields.ts'
import type { OrganizationFormState } from './formParts.ts'

interface MoreFieldsProps {
  readonly form: OrganizationFormState
  /** False for 党小组 and 党员中心户. */
  readonly isLevel: boolean
}

export function MoreFields({ form: { control }, isLevel }: MoreFieldsProps) {
  return (
    <div className="form-grid">
      <TextField control={control} name="secretaryName" label={isLevel ? label.secretaryName : '组长'} />
      <TextField control={control} name="contactName" label={label.contactName} />
      <TextField control={control} name="contactPhone" label={label.contactPhone} />
      <TextField control={control} name="contactFax" label={label.contactFax} />
      <TextField control={control} name="address" label={label.address} wide />
      <TextField control={control} name="postcode" label={label.postcode} />
      {isLevel && (
        <>
          <TextField
            control={control}
            name="standardLevel"
            label={label.standardLevel}
            hint={`如${standardLevels.join('、')}，或星级`}
          />
          <BooleanField
            control={control}
            name="hasApprovalRight"
            label={label.hasApprovalRight}
            decided
            hint="街道党工委（党委）才有，社区党委、党总支只审查"
          />
          <BooleanField control={control} name="isWeak" label={label.isWeak} decided />
        </>
      )}
    </div>
  )
}
