import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { ownPasswordText } from '../../lib/ownPassword.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormError } from './FormError.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'

const schema = z.strictObject({ ownPassword: ownPasswordText })

interface RenewCodeDialogProps {
  readonly onRenewed: (recoveryCode: string) => void
  readonly onClose: () => void
}

export function RenewCodeDialog({ onRenewed, onClose }: RenewCodeDialogProps) {
  const renew = useCommand('accounts.renewRecoveryCode')
  const form = useForm({ resolver: zhResolver(schema), defaultValues: { ownPassword: '' } })
  const submit = form.handleSubmit((input) => {
    renew.mutate(input, {
      onSuccess: ({ recoveryCode }) => onRenewed(recoveryCode),
      onError: (error) => void showFieldErrors(form, error),
    })
  })
  return (
    <Dialog title="更换恢复码" onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="更换恢复码"
        onSubmit={(event) => void submit(event)}
      >
        <p>
          换了以后，从前打印的恢复码随即作废，请把那张纸销毁。新的恢复码只显示这一次，请准备好打印或抄写。
        </p>
        <OwnPasswordField control={form.control} name="ownPassword" />
        <FormError error={renew.error} />
        <DialogButtons confirmText="更换" busy={renew.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
