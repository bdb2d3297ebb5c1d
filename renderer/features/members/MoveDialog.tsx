import { useMemo, useState } from 'react'
import { useCall } from '../../lib/queries.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { TreePicker } from '../../ui/TreePicker.tsx'
import { BulkChangeDialog } from './BulkChangeDialog.tsx'
import { branchItems } from './branchItems.ts'
import { moveField } from './bulkChange.ts'

interface MoveDialogProps {
  readonly ids: readonly string[]
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

export function MoveDialog({ ids, onDone, onCancel }: MoveDialogProps) {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const items = useMemo(() => branchItems(tree.data?.nodes ?? []), [tree.data])
  const [branch, setBranch] = useState<string | null>(null)
  const change = branch === null ? null : { field: moveField, value: branch }
  return (
    <BulkChangeDialog title="移到支部" ids={ids} change={change} onDone={onDone} onCancel={onCancel}>
      <QueryBoundary query={tree} what="查看党组织" lines={2}>
        {() => (
          <FormRow
            label="移到哪个党支部"
            required
            hint="这里只更正名册中的所在支部；正式转接组织关系请按转接手续办理。"
          >
            {({ id }) => (
              <TreePicker
                id={id}
                items={items}
                value={branch}
                onChange={setBranch}
                placeholder="选择党支部"
              />
            )}
          </FormRow>
        )}
      </QueryBoundary>
    </BulkChangeDialog>
  )
}
