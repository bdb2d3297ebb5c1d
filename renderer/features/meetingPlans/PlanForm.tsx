import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import { type MeetingPlanDetail, meetingPlanInput } from '#shared/contract/meetingPlans.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { byMonth, heldByLine, withFixedDay } from './planForm.ts'
import type { PlanFormMethods, PlanInput, PlanOutput } from './planMethods.ts'
import { PlanMonths } from './PlanMonths.tsx'
import { planTarget } from './planView.ts'

interface PlanFormProps {
  readonly detail: MeetingPlanDetail
  readonly onReload: () => void
}

/** The plan as one form: whoever may not write reads it. */
export function PlanForm({ detail, onReload }: PlanFormProps) {
  const { organizationId, year } = detail
  const undo = useUndo()
  const canWrite = useHasRight('member.write')
  const save = useCommand('meetingPlans.save')
  const [saved, setSaved] = useState(detail)
  const form = useForm<PlanInput, unknown, PlanOutput>({
    resolver: zhResolver(meetingPlanInput),
    defaultValues: editable(detail),
  })
  const lines = useFieldArray({ control: form.control, name: 'items', keyName: 'key' })
  const fill = (themeDay: number) => lines.replace(withFixedDay(form.getValues('items'), year, themeDay))
  const { isDirty } = form.formState
  const guard = useUnsavedGuard(isDirty && canWrite, { byParams: true })
  // What others saved, or what was taken back, is shown at once where nothing typed would be lost.
  const isOther = detail.id !== saved.id || detail.version !== saved.version
  if (isOther && !isDirty && !save.isPending) setSaved(detail)
  useEffect(() => {
    form.reset(editable(saved))
  }, [saved, form])
  useEffect(() => {
    showFieldErrors(form, save.error, 'fields.')
  }, [save.error, form])
  const submit = form.handleSubmit((fields) =>
    save.mutate(
      { organizationId, year, version: saved.version, fields: { ...fields, items: byMonth(fields.items) } },
      {
        onSuccess: (next) => {
          setSaved(next)
          undo.done(`已保存${year}年计划`, planTarget)
        },
      },
    ),
  )
  useShortcut('Ctrl+S', '保存计划', () => void submit(), canWrite)
  const reload = () => {
    save.reset()
    form.reset(editable(saved))
    onReload()
  }
  return (
    <EnterMovesOn label="年度计划" onSubmit={(event) => void submit(event)}>
      {detail.id === null && (
        <p className="muted plan-note">
          还没有保存过{year}年的计划。下面按这个支部应开的会列好了月份{canWrite && '，填写主题后保存'}。
        </p>
      )}
      {save.error !== null && (
        <Alert
          className="plan-note"
          type="error"
          showIcon
          role="alert"
          title={errorText(save.error)}
          {...(save.error.code === 'STALE_WRITE'
            ? { action: <Button onClick={reload}>放弃修改，重新读取</Button> }
            : {})}
        />
      )}
      <div className="plan-head">
        <FixedDay form={form} canWrite={canWrite} onFill={fill} />
        <TextField control={form.control} name="remark" label="说明" maxLength={500} disabled={!canWrite} />
        {canWrite && (
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabled={!isDirty && saved.id !== null}
          >
            保存计划
          </Button>
        )}
      </div>
      <PlanMonths form={form} lines={lines} detail={saved} held={heldByLine(detail)} canWrite={canWrite} />
      {guard.dialog}
    </EnterMovesOn>
  )
}

const editable = ({ fields }: MeetingPlanDetail): PlanInput => ({ ...fields, items: byMonth(fields.items) })

interface FixedDayProps {
  readonly form: PlanFormMethods
  readonly canWrite: boolean
  readonly onFill: (themeDay: number) => void
}

/** 固定日, and its way into the months that have no day yet. */
function FixedDay({ form, canWrite, onFill }: FixedDayProps) {
  const themeDay = useWatch({ control: form.control, name: 'themeDay' })
  const isDay = typeof themeDay === 'number' && themeDay >= 1 && themeDay <= 31
  return (
    <>
      <NumberField
        control={form.control}
        name="themeDay"
        label="主题党日固定日"
        min={1}
        max={31}
        unit="日"
        disabled={!canWrite}
      />
      {canWrite && (
        <Button disabled={!isDay} onClick={() => isDay && onFill(themeDay)}>
          填到没有日期的主题党日
        </Button>
      )}
    </>
  )
}
