import { Alert, Modal } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type LostCaseDetail, decisionInput } from '#shared/contract/lostCases.ts'
import { today } from '../../lib/today.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface Words {
  readonly route: 'lost.stop' | 'lost.expel' | 'lost.revoke'
  readonly title: string
  /** What will happen. */
  readonly explains: string
}

export const decisionWords = {
  stop: {
    route: 'lost.stop',
    title: '停止党籍',
    explains:
      '登记后，花名册上的党籍状态改为“停止党籍”，从决定之日起不计入党员数、不计应到会、不收党费。两年内可以恢复。',
  },
  expel: {
    route: 'lost.expel',
    title: '按自行脱党除名',
    explains: '登记后，花名册上的党籍状态改为“出党（自行脱党除名）”。除名后一般不能恢复党籍，只能重新入党。',
  },
  revoke: {
    route: 'lost.revoke',
    title: '取消预备党员资格',
    explains: '登记后，花名册上的党籍状态改为“出党（取消预备党员资格）”。预备党员失去联系不作停止党籍。',
  },
} as const satisfies Readonly<Record<string, Words>>

interface DecisionDialogProps {
  readonly deed: keyof typeof decisionWords
  readonly detail: LostCaseDetail
  readonly onDone: (title: string) => void
  readonly onCancel: () => void
}

const fields = decisionInput.omit({ id: true, version: true })

type Draft = z.input<typeof fields>

/** The day, the meeting, who approved and the paper: nothing is decided here, only written down. */
export function DecisionDialog({ deed, detail, onDone, onCancel }: DecisionDialogProps) {
  const { route, title, explains } = decisionWords[deed]
  const decide = useCommand(route)
  const form = useForm<Draft, unknown, z.output<typeof fields>>({
    resolver: zhResolver(fields),
    defaultValues: { on: today(), meeting: null, approvedBy: null, doc: null },
  })
  const { control } = form
  useEffect(() => {
    showFieldErrors(form, decide.error)
  }, [decide.error, form])
  const submit = form.handleSubmit((input) =>
    decide.mutate({ id: detail.id, version: detail.version, ...input }, { onSuccess: () => onDone(title) }),
  )
  return (
    <Modal
      open
      title={`登记${title}：${detail.memberName}`}
      footer={null}
      onCancel={onCancel}
      mask={{ closable: false }}
    >
      <form className="dialog-stack form-stacked" onSubmit={(event) => void submit(event)}>
        <p>{explains}</p>
        <PartialDateField control={control} name="on" label="决定日期" wholeDay required />
        <TextField
          control={control}
          name="meeting"
          label="作出决定的会议"
          placeholder="如：支部党员大会、街道党工委会议"
        />
        <TextField control={control} name="approvedBy" label="批准（备案）机关" />
        <TextField control={control} name="doc" label="文号" />
        {decide.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(decide.error)} />
        )}
        <DialogButtons confirmText={`登记${title}`} busy={decide.isPending} onCancel={onCancel} />
      </form>
    </Modal>
  )
}
