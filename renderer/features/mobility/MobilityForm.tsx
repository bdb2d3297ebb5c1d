import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { MobilityDetail } from '#shared/contract/mobility.ts'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { formSchema, type MobilityDraft, type MobilityFormValues } from './formFields.ts'
import { CareFields, PlaceFields, StayFields } from './formSections.tsx'
import { PersonFields } from './PersonFields.tsx'

interface MobilityFormProps {
  readonly direction: MobilityDirection
  readonly initial: MobilityFormValues
  /** Null for a new record. */
  readonly detail: MobilityDetail | null
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (fields: MobilityFormValues, leaveFreely: () => void, before: MobilityFormValues) => void
  readonly onCancel: () => void
}

/** One form for a new record and an existing one, of either ledger. */
export function MobilityForm(props: MobilityFormProps) {
  const { direction, initial, detail, busy, error, onSave, onCancel } = props
  const [before, setBefore] = useState(initial)
  const [isRevealed, setRevealed] = useState(detail === null)
  const reveal = useCommand('mobility.reveal')
  const form = useForm<MobilityDraft, unknown, MobilityFormValues>({
    resolver: zhResolver(formSchema),
    defaultValues: initial,
  })
  const guard = useUnsavedGuard(form.formState.isDirty)
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((values) => {
    if (direction === 'LC' && detail === null && values.memberId === '') {
      form.setError('memberId', { message: '请选择党员' })
      return
    }
    onSave(values, guard.leaveFreely, before)
  })
  useShortcut('Ctrl+S', '保存', () => void submit())
  const onReveal = async (): Promise<void> => {
    if (detail === null) return
    const clear = await reveal.mutateAsync({ id: detail.id })
    setBefore({ ...before, ...clear })
    form.resetField('idNo', { defaultValue: clear.idNo })
    form.resetField('phone', { defaultValue: clear.phone })
    setRevealed(true)
  }
  const parts = { form, direction, findings: detail?.findings ?? [] }
  const onHidden = isRevealed ? null : onReveal
  return (
    <EnterMovesOn label="流动党员记录" className="mobility-form" onSubmit={(event) => void submit(event)}>
      <SectionCard title={direction === 'LC' ? '党员' : '流入的党员'}>
        <PersonFields {...parts} fixedName={detail?.name ?? null} onReveal={onHidden} />
      </SectionCard>
      <SectionCard title={direction === 'LC' ? '外出与去向' : '流入与住处'}>
        <StayFields {...parts} />
        <PlaceFields {...parts} />
      </SectionCard>
      <SectionCard title="联系、活动证、汇报与评议">
        <CareFields {...parts} />
      </SectionCard>
      <div className="mobility-form-foot">
        {error !== null && error !== undefined && (
          <Alert type="error" showIcon role="alert" title={errorText(error)} />
        )}
        <DialogButtons confirmText={detail === null ? '登记' : '保存'} busy={busy} onCancel={onCancel} />
      </div>
      {guard.dialog}
    </EnterMovesOn>
  )
}
