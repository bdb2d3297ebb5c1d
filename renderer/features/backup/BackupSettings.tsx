import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type BackupStatus, backupRoutes } from '#shared/contract/backup.ts'
import { call, isElectron } from '../../lib/api.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/useToast.ts'
import { policySentence } from './backupRows.ts'

const schema = backupRoutes['backup.changeSettings'].input

type Settings = z.input<typeof schema>

/** Second place and generations; for the administrator. */
export function BackupSettings({ status }: { readonly status: BackupStatus }) {
  const change = useCommand('backup.changeSettings')
  /** What belongs to no field. */
  const [error, setError] = useState<unknown>(null)
  const toast = useToast()
  const form = useForm<Settings, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { secondPlace: status.second?.path ?? null, policy: { ...status.policy } },
  })
  const policy = useWatch({ control: form.control, name: 'policy' })
  const submit = form.handleSubmit((input) => {
    setError(null)
    change.mutate(input, {
      onSuccess: () => {
        form.reset(input)
        toast.success('备份设置已保存')
      },
      onError: (failure) => setError(showFieldErrors(form, failure) ? null : failure),
    })
  })
  const choose = async (): Promise<void> => {
    try {
      const chosen = await call('files.chooseFolder', {})
      if (chosen !== null) form.setValue('secondPlace', chosen.path, { shouldDirty: true })
    } catch (error) {
      toast.failure(error)
    }
  }
  return (
    <SectionCard title="备份设置">
      <EnterMovesOn className="backup-settings" label="备份设置" onSubmit={(event) => void submit(event)}>
        <TextField
          control={form.control}
          name="secondPlace"
          label="第二处的文件夹"
          maxLength={500}
          placeholder="例如 D:\党务台账备份 或 /media/usb/党务台账备份"
          wide
          hint={
            <>
              请放在另一块硬盘或 U
              盘上：同一块硬盘坏了，两份会一起丢。每次备份都再存一份到这里；清空就不再存。
              {isElectron && (
                <button type="button" className="link-button" onClick={() => void choose()}>
                  选择文件夹
                </button>
              )}
            </>
          }
        />
        <div className="backup-generations">
          <NumberField control={form.control} name="policy.daily" label="每天" min={1} max={60} unit="份" />
          <NumberField control={form.control} name="policy.weekly" label="每周" max={60} unit="份" />
          <NumberField control={form.control} name="policy.monthly" label="每月" max={60} unit="份" />
        </div>
        <p className="backup-indent">
          <span className="muted small">{policySentence(policy)}</span>
        </p>
        {error !== null && (
          <Alert className="backup-indent" type="error" showIcon role="alert" title={errorText(error)} />
        )}
        <div className="backup-indent">
          <Button htmlType="submit" loading={change.isPending} disabled={!form.formState.isDirty}>
            保存设置
          </Button>
        </div>
      </EnterMovesOn>
    </SectionCard>
  )
}
