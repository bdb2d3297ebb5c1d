import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type LostCaseDetail, decisionInput } from '#shared/contract/lostCases.ts'
import { formatPartialDate, isDateOnly } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
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

/** Warns before it is written down; what was decided early is history, and is entered all the same. */
function earlyText(
  deed: keyof typeof decisionWords,
  { sixMonthsOn, twoYearsOn }: LostCaseDetail,
  on: string | null,
): string | null {
  const due = deed === 'expel' ? twoYearsOn : sixMonthsOn
  if (due === null || on === null || !isDateOnly(on) || on >= due) return null
  const what = deed === 'expel' ? '停止党籍满两年' : '失去联系满六个月'
  return `${formatPartialDate(due)}才${what}，决定日期早于这一天，请核对；确是这样决定的，可以照实登记`
}

/** The day, the meeting, who approved and the paper: nothing is decided here, only written down. */
export function DecisionDialog({ deed, detail, onDone, onCancel }: DecisionDialogProps) {
  const { route, title, explains } = decisionWords[deed]
  const decide = useCommand(route)
  const form = useForm<Draft, unknown, z.output<typeof fields>>({
    resolver: zhResolver(fields),
    // The day is the paper's: today is the day it is entered, hardly ever that of the meeting.
    defaultValues: { on: '', meeting: null, approvedBy: null, doc: null },
  })
  const { control } = form
  const early = earlyText(deed, detail, useWatch({ control, name: 'on' }))
  useEffect(() => {
    showFieldErrors(form, decide.error)
  }, [decide.error, form])
  const submit = form.handleSubmit((input) =>
    decide.mutate({ id: detail.id, version: detail.version, ...input }, { onSuccess: () => onDone(title) }),
  )
  return (
    <Dialog title={`登记${title}：${detail.memberName}`} onClose={onCancel}>
      <form className="dialog-stack form-stacked" onSubmit={(event) => void submit(event)}>
        <p>{explains}</p>
        <PartialDateField control={control} name="on" label="决定日期" wholeDay required />
        {early !== null && <Alert type="warning" showIcon title={early} />}
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
    </Dialog>
  )
}
