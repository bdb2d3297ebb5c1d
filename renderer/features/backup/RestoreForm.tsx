import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { ownPasswordText } from '../../lib/ownPassword.ts'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'

const word = '恢复'

const schema = z.object({
  ownPassword: ownPasswordText,
  typed: z.string().refine((text) => text.trim() === word, `请输入“${word}”两个字`),
})

interface RestoreFormProps {
  readonly busy: boolean
  /** Rejects with what the form shows. */
  readonly onRestore: (ownPassword: string) => Promise<void>
  readonly onCancel: () => void
}

/** The last step: says what will happen, and takes a password and a typed word for it. */
export function RestoreForm({ busy, onRestore, onCancel }: RestoreFormProps) {
  const [isTold, setIsTold] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const form = useForm({ resolver: zhResolver(schema), defaultValues: { ownPassword: '', typed: '' } })
  const submit = form.handleSubmit(async ({ ownPassword }) => {
    setError(null)
    try {
      await onRestore(ownPassword)
    } catch (failure) {
      form.setValue('ownPassword', '')
      if (!showFieldErrors(form, failure)) setError(failure)
    }
  })
  return (
    <SectionCard title="确认恢复">
      <ul className="backup-points">
        <li>
          现在的数据先另存一份，再换成备份里的。{' '}
          <button
            type="button"
            className="link-button"
            aria-expanded={isTold}
            onClick={() => setIsTold(!isTold)}
          >
            另存在哪里，怎么找回
          </button>
          {isTold && (
            <div className="muted small">
              恢复前先做一份备份，原因写“恢复之前”，留在备份列表里；现在的数据库文件也整个移到数据文件夹的
              set-aside 文件夹里，恢复后会写明位置。恢复错了，再恢复那一份就回来了。
            </div>
          )}
        </li>
        <li>换好后逐项核对条数和校验值，一致才算恢复成功；不一致就退回现在的样子。</li>
        <li>账号、密码和备份设置保持现在的，不回到备份那时。</li>
        <li>所有人都会退出登录，没有保存的内容会丢失。请先告诉正在使用的人。</li>
      </ul>
      <form
        noValidate
        className="backup-confirm form-stacked"
        aria-label="确认恢复"
        onSubmit={(event) => void submit(event)}
      >
        <OwnPasswordField control={form.control} name="ownPassword" />
        <TextField control={form.control} name="typed" label={`请输入“${word}”两个字`} required />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <div className="backup-buttons">
          <Button onClick={onCancel}>返回，不恢复</Button>
          <Button danger htmlType="submit" loading={busy}>
            恢复这份备份
          </Button>
        </div>
      </form>
    </SectionCard>
  )
}
