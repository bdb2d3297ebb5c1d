import { useQueryClient } from '@tanstack/react-query'
import type { ResponsibilityDetail } from '#shared/contract/responsibility.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useUndo } from '../../ui/undo.ts'
import { responsibilityTarget } from './responsibilityView.ts'

interface TrashListProps {
  readonly detail: ResponsibilityDetail
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Asks why a list goes to the trash. */
export function TrashList({ detail: { id, version }, onCancel, onDone }: TrashListProps) {
  const client = useQueryClient()
  const undo = useUndo()
  const trash = useCommand('responsibility.trash', { quiet: true })
  return (
    <ConfirmDialog
      open
      danger
      title="删除责任清单到回收站"
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：登错了党组织、重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done('已删除到回收站', responsibilityTarget)
              onDone()
              void invalidateAfter(client, 'responsibility.trash')
            },
          },
        )
      }
    >
      <p>责任人、目标、工作例会和督查记录一起进回收站，可以恢复。</p>
    </ConfirmDialog>
  )
}
