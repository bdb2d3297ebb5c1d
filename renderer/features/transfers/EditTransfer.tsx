import { useState } from 'react'
import type { TransferDetail } from '#shared/contract/transfers.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { TransferForm } from './TransferForm.tsx'
import { changedValues, valuesOf } from './transferForm.ts'
import { transferTarget } from './transferView.ts'

interface EditTransferProps {
  readonly detail: TransferDetail
  readonly onClose: () => void
}

/** Corrects what was written down; how far it has come changes by its steps alone. */
export function EditTransfer({ detail, onClose }: EditTransferProps) {
  // What somebody started from stays what the changes are told by, whatever is read again meanwhile.
  const [start] = useState(detail)
  const [isDirty, setIsDirty] = useState(false)
  const tree = useCall('organizations.tree', { includeEnded: true })
  const update = useCommand('transfers.update')
  const undo = useUndo()
  const guard = useUnsavedGuard(isDirty)
  const { direction, status, fields } = start
  const initial = valuesOf(fields)
  const isMember = direction === 'out' && start.memberId !== null
  return (
    <SectionCard title="修改">
      <TransferForm
        isNew={false}
        initial={initial}
        subject={{ direction, status, isMember, personType: fields.personType }}
        organizations={tree.data?.nodes ?? []}
        busy={update.isPending}
        error={update.error}
        onDirty={setIsDirty}
        onCancel={onClose}
        onSave={(saved) => {
          const { materials, ...changes } = changedValues(initial, saved)
          const all = { ...changes, ...(materials === undefined ? {} : { materials: [...materials] }) }
          if (Object.keys(all).length === 0) return onClose()
          return update.mutate(
            { id: start.id, version: start.version, fields: all },
            {
              onSuccess: () => {
                guard.leaveFreely()
                undo.done('已保存', transferTarget)
                onClose()
              },
            },
          )
        }}
      />
      {guard.dialog}
    </SectionCard>
  )
}
