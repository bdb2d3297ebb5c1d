import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../../lib/queries.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import type { ResponsibilityForm } from './responsibilityForm.ts'

interface PeopleSectionProps {
  readonly form: ResponsibilityForm
  readonly isNew: boolean
  readonly disabled: boolean
}

/** Whose list it is, and the three who answer for it. */
export function PeopleSection({ form: { control }, isNew, disabled }: PeopleSectionProps) {
  // A list of a year long past may be of an organisation that has ended.
  const tree = useCall('organizations.tree', { includeEnded: true })
  const common = { control, disabled }
  return (
    <SectionCard title="责任人">
      <div className="form-grid">
        <TreeField
          {...common}
          name="organizationId"
          label="党组织"
          required
          disabled={disabled || !isNew}
          items={(tree.data?.nodes ?? [])
            .filter(({ type }) => isOrganizationLevel(type))
            .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
        />
        <NumberField {...common} name="year" label="年度" required min={1949} max={2199} unit="年" />
        <TextField {...common} name="firstName" label="第一责任人" maxLength={50} hint="一般为党组织书记" />
        <TextField {...common} name="directName" label="直接责任人" maxLength={50} />
        <TextField {...common} name="specificName" label="具体责任人" maxLength={50} />
        <TextField {...common} name="remark" label="备注" wide maxLength={500} />
      </div>
    </SectionCard>
  )
}
