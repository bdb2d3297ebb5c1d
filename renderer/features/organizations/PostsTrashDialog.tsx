import type { Post } from '#shared/contract/posts.ts'
import { postPositionLabels } from '#shared/labels/posts.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useUndo } from '../../ui/undo.ts'
import { termTarget } from './termsWords.ts'

export function PostsTrashDialog({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const trash = useCommand('posts.trash')
  const undo = useUndo()
  const { id, version, personName, position } = post
  return (
    <ConfirmDialog
      open
      title="删除任职记录"
      confirmText="删除"
      danger
      reason={{ label: '删除原因', placeholder: '如：登记到别的党组织了' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done(`已删除“${personName}”的任职`, termTarget)
              onClose()
            },
          },
        )
      }
    >
      <p>
        删除{personName}任{postPositionLabels[position]}
        的记录，移入回收站。录错时才删除；不再担任职务的请用“免职”，任职经历会保留。
      </p>
    </ConfirmDialog>
  )
}
