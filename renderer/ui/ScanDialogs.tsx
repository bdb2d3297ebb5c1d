import { Alert, Input } from 'antd'
import { useState } from 'react'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { errorText } from '../lib/errorText.ts'
import { useCommand } from '../lib/queries.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Dialog } from './Dialog.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { FormRow } from './FormRow.tsx'
import { type UndoTarget, useUndo } from './undo.ts'

interface ScanDialogProps {
  readonly scan: AttachmentRow
  readonly target: UndoTarget
  readonly onClose: () => void
}

export function RenameScan({ scan, target, onClose }: ScanDialogProps) {
  const rename = useCommand('attachments.rename')
  const undo = useUndo()
  const [name, setName] = useState(scan.name)
  return (
    <Dialog title="扫描件改名" onClose={onClose} width={440}>
      <form
        className="dialog-stack form-stacked"
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutateAsync({ id: scan.id, version: scan.version, name }).then(
            () => {
              undo.done('已改名', target)
              onClose()
            },
            () => undefined,
          )
        }}
      >
        <FormRow label="名称" required hint="不要写身份证号、手机号">
          {(ids) => (
            <Input {...ids} maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
          )}
        </FormRow>
        {rename.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(rename.error)} />
        )}
        <DialogButtons
          confirmText="改名"
          busy={rename.isPending}
          disabled={name.trim() === ''}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}

export function TrashScan({
  scan,
  target,
  onClose,
  onDone,
}: ScanDialogProps & { readonly onDone: () => void }) {
  const trash = useCommand('attachments.trash')
  const undo = useUndo()
  return (
    <ConfirmDialog
      open
      danger
      title={`删除扫描件“${scan.name}”`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：扫歪了，重新扫描' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onClose}
      onConfirm={(reason) => {
        // As a promise: by the time it is kept the viewer may be gone.
        trash.mutateAsync({ id: scan.id, version: scan.version, reason }).then(
          () => {
            undo.done('已删除到回收站', target)
            onDone()
          },
          () => undefined,
        )
      }}
    >
      移到回收站，可以恢复；登记的内容不变。
    </ConfirmDialog>
  )
}
