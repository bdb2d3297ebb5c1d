import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../lib/queries.ts'
import { TreePicker } from './TreePicker.tsx'

interface OrganizationFilterProps {
  readonly label?: string
  /** Null for all in reach. */
  readonly value: string | null
  readonly onChoose: (organizationId: string | null) => void
}

/** One organisation with everything below it, in a toolbar. */
export function OrganizationFilter({ label = '党组织', value, onChoose }: OrganizationFilterProps) {
  const tree = useCall('organizations.tree', { includeEnded: false })
  return (
    <div className="toolbar-organization">
      <TreePicker
        label={label}
        placeholder="全部党组织"
        allowClear
        items={(tree.data?.nodes ?? [])
          .filter(({ type }) => isOrganizationLevel(type))
          .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
        value={value}
        onChange={onChoose}
      />
    </div>
  )
}
