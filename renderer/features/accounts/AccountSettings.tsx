import { Button } from 'antd'
import { useForm } from 'react-hook-form'
import { accountSettingsInput } from '#shared/contract/accounts.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { useStatus } from '../../lib/session.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useToast } from '../../ui/useToast.ts'
import { FormError } from './FormError.tsx'

interface AccountSettingsProps {
  readonly onRenewCode: () => void
}

/** What holds for every account: when the screen locks, and the way back in. */
export function AccountSettings({ onRenewCode }: AccountSettingsProps) {
  const status = useStatus()
  return (
    <SectionCard title="设置">
      {status.data !== undefined && <IdleMinutes minutes={status.data.idleMinutes} />}
      <div className="form-row account-code">
        <div className="form-label">恢复码</div>
        <div className="form-control">
          <Button onClick={onRenewCode}>更换恢复码</Button>
          <div className="form-hint">怀疑恢复码外泄，或保管人变动时更换；旧的随即作废</div>
        </div>
      </div>
    </SectionCard>
  )
}

function IdleMinutes({ minutes }: { readonly minutes: number }) {
  const toast = useToast()
  const change = useCommand('accounts.changeSettings')
  const form = useForm({
    resolver: zhResolver(accountSettingsInput),
    values: { idleMinutes: minutes },
  })
  const submit = form.handleSubmit((input) => {
    change.mutate(input, {
      onSuccess: ({ idleMinutes }) => toast.success(`已改为 ${idleMinutes} 分钟无操作时锁屏`),
      onError: (error) => void showFieldErrors(form, error),
    })
  })
  return (
    <form
      noValidate
      className="account-settings"
      aria-label="锁屏时间"
      onSubmit={(event) => void submit(event)}
    >
      <NumberField
        control={form.control}
        name="idleMinutes"
        label="无操作自动锁屏"
        required
        min={1}
        max={60}
        unit="分钟"
        hint="1 至 60 分钟，对所有账号都有效；电脑睡眠时总会锁屏"
      />
      <Button htmlType="submit" disabled={!form.formState.isDirty} loading={change.isPending}>
        保存
      </Button>
      <FormError error={change.error} />
    </form>
  )
}
