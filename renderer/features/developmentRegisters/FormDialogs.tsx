import { useState } from 'react'
import type { FormRow } from '#shared/contract/developmentRegisters.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useUndo } from '../../ui/undo.ts'
import type { FormTaskKind } from './formTasks.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { registerTarget } from './registersView.ts'
import { TakeBackDialog } from './TakeBackDialog.tsx'
import { VoidDialog } from './VoidDialog.tsx'

export interface FormTask {
  readonly kind: FormTaskKind
  readonly row: FormRow
}

interface FormDialogProps {
  readonly task: FormTask
  readonly onClose: () => void
}

/** What is to be done with one booklet. */
export function FormDialog({ task: { kind, row }, onClose }: FormDialogProps) {
  const undo = useUndo()
  // The words stay as they were asked for: the row behind is already the new one when they are said.
  const [{ serialNo }] = useState(row)
  const done = (words: string) => {
    undo.done(`${words}：${serialNo}`, registerTarget)
    onClose()
  }
  switch (kind) {
    case 'issue':
      return <IssueDialog row={row} onDone={() => done('已发放')} onClose={onClose} />
    case 'takeBack':
      return <TakeBackDialog row={row} onDone={() => done('已收回')} onClose={onClose} />
    case 'void':
      return <VoidDialog row={row} onDone={() => done('已作废')} onClose={onClose} />
    case 'trash':
      return <TrashDialog row={row} onDone={() => done('已删除到回收站')} onClose={onClose} />
    default:
      return assertNever(kind)
  }
}

interface TrashDialogProps {
  readonly row: FormRow
  readonly onDone: () => void
  readonly onClose: () => void
}

function TrashDialog({ row: { id, version, serialNo }, onDone, onClose }: TrashDialogProps) {
  const trash = useCommand('forms.trash')
  return (
    <ConfirmDialog
      open
      title={`删除志愿书“${serialNo}”的登记`}
      confirmText="删除"
      danger
      reason={{ label: '原因', placeholder: '如 编号录错' }}
      busy={trash.isPending}
      error={trash.error}
      onConfirm={(reason) => trash.mutate({ id, version, reason }, { onSuccess: onDone })}
      onCancel={onClose}
    >
      <p>只用于登记录错的编号，删除后进回收站，可以恢复。写坏、丢失的志愿书请用“作废”，编号要留痕。</p>
    </ConfirmDialog>
  )
}
