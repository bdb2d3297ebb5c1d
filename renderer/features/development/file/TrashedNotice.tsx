import { Alert, Button } from 'antd'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { formatInstant } from '../../../lib/formatInstant.ts'
import { useCommand } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { useUndo } from '../../../ui/undo.ts'
import { useToast } from '../../../ui/useToast.ts'
import { fileTarget } from './fileView.ts'

/** Says that the file lies in the trash, and gives it back. */
export function TrashedNotice({
  detail: { id, deletedAt, deletedReason },
}: {
  readonly detail: DevelopmentDetail
}) {
  const toast = useToast()
  const undo = useUndo()
  const canRestore = useHasRight('trash.restore')
  const restore = useCommand('trash.restore')
  return (
    <Alert
      className="dev-notice"
      type="warning"
      showIcon
      title={`这份档案在回收站${deletedAt === null ? '' : `，${formatInstant(deletedAt)} 删除`}`}
      description={`原因：${deletedReason ?? '未写'}`}
      action={
        canRestore && (
          <Button
            loading={restore.isPending}
            onClick={() => {
              // As a promise: by the time it is kept the file is living again and this notice gone.
              restore
                .mutateAsync({ items: [{ kind: 'developmentFile', id }] })
                .then(() => undo.done('已恢复', fileTarget), toast.failure)
            }}
          >
            恢复
          </Button>
        )
      }
    />
  )
}
