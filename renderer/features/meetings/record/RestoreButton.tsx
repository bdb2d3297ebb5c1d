import { Button } from 'antd'
import { useCommand } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { useUndo } from '../../../ui/undo.ts'
import { useToast } from '../../../ui/useToast.ts'
import { meetingTarget } from '../meetingTarget.ts'

/** Gives a record back from the trash. */
export function RestoreButton({ id }: { readonly id: string }) {
  const toast = useToast()
  const undo = useUndo()
  const canRestore = useHasRight('trash.restore')
  const restore = useCommand('trash.restore')
  if (!canRestore) return null
  return (
    <Button
      loading={restore.isPending}
      onClick={() => {
        // As a promise: by the time it is kept the record is living again and this button gone.
        restore
          .mutateAsync({ items: [{ kind: 'meeting', id }] })
          .then(() => undo.done('已恢复', meetingTarget), toast.failure)
      }}
    >
      恢复
    </Button>
  )
}
