import { useToast } from '../../ui/useToast.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface ChangePasswordDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function ChangePasswordDialog({ open, onClose }: ChangePasswordDialogProps) {
  const toast = useToast()
  return (
    <Dialog open={open} title="更改密码" onClose={onClose}>
      <ChangePasswordForm
        ownLabel="现在的密码"
        onDone={() => {
          onClose()
          toast.success('密码已更改')
        }}
        confirmText="更改密码"
        cancelText="取消"
        onCancel={onClose}
      />
    </Dialog>
  )
}
