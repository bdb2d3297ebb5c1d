import type { Term } from '#shared/contract/terms.ts'
import { termName } from '#shared/labels/posts.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useUndo } from '../../ui/undo.ts'
import { termSpan, termTarget } from './termsWords.ts'

export function TermsTrashDialog({ term, onClose }: { readonly term: Term; readonly onClose: () => void }) {
  const trash = useCommand('terms.trash')
  const undo = useUndo()
  const { id, version } = term
  return (
    <ConfirmDialog
      open
      title="删除届次"
      confirmText="删除"
      danger
      reason={{ label: '删除原因', placeholder: '如：重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done('已删除届次', termTarget)
              onClose()
            },
          },
        )
      }
    >
      <p>
        删除{termName(term.termNo, term.isRunning)}（{termSpan(term)}），移入回收站。录错时才删除；
        {term.isRunning ? '删除后上一届恢复为本届。' : '本届不受影响。'}
      </p>
    </ConfirmDialog>
  )
}
