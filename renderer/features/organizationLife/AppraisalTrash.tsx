import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { AppraisalDetail } from '#shared/contract/organizationLife.ts'
import { yearlyAddress } from '../../lib/lifeAddresses.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { useUndo } from '../../ui/undo.ts'
import { appraisalTarget } from './lifeView.ts'
import { TrashDialog } from './TrashDialog.tsx'

interface AppraisalTrashProps {
  readonly detail: AppraisalDetail
  /** Right before the page is left. */
  readonly onLeave: () => void
  readonly onCancel: () => void
}

export function AppraisalTrash({ detail, onLeave, onCancel }: AppraisalTrashProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  // Quiet until the page is left: asked again, it would not be found.
  const trash = useCommand('appraisals.trash', { quiet: true })
  const { id, version, year } = detail
  const onSuccess = (): void => {
    onLeave()
    undo.done('已删除到回收站', appraisalTarget)
    void navigate(yearlyAddress('appraisals', { year }))
    void invalidateAfter(client, 'appraisals.trash')
  }
  return (
    <TrashDialog
      what="民主评议"
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) => trash.mutate({ id, version, reason }, { onSuccess })}
    >
      票数、等次和处置一起进回收站，可以恢复；党员页面上这一年的评议结果随着不再显示。
    </TrashDialog>
  )
}
