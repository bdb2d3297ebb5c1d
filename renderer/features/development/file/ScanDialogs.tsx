import { Alert, Input } from 'antd'
import { useState } from 'react'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { errorText } from '../../../lib/errorText.ts'
import { useCommand } from '../../../lib/queries.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { fileTarget } from './fileView.ts'

interface ScanDialogProps {
  readonly scan: AttachmentRow
  readonly onClose: () => void
}

export function RenameScan({ scan, onClose }: ScanDialogProps) {
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
              undo.done('已改名', fileTarget)
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

export function TrashScan({ scan, onClose, onDone }: ScanDialogProps & { readonly onDone: () => void }) {
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
            undo.done('已删除到回收站', fileTarget)
            onDone()
          },
          () => undefined,
        )
      }}
    >
      移到回收站，可以恢复；材料登记不变。
    </ConfirmDialog>
  )
}
