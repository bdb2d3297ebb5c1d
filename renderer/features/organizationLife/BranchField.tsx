import type { FieldValues } from 'react-hook-form'
import { useCall } from '../../lib/queries.ts'
import type { FieldProps } from '../../ui/field.ts'
import { TreeField } from '../../ui/TreeField.tsx'

/** A branch, chosen from the tree; what stands above branches only shows the way. */
export function BranchField<T extends FieldValues, O>(props: FieldProps<T, O>) {
  // A record of a year long past may be of a branch that has ended.
  const tree = useCall('organizations.tree', { includeEnded: true })
  const items = (tree.data?.nodes ?? [])
    .filter(({ type }) => type !== 'XZ' && type !== 'ZXH')
    .map(({ id, parentId, shortName, type }) => ({
      id,
      parentId,
      label: shortName,
      selectable: type === 'ZB',
    }))
  return <TreeField {...props} items={items} placeholder="请选择党支部" />
}
