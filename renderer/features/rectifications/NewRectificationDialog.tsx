import { Alert, Button, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { RectificationFields as Fields } from '#shared/contract/reviewInputs.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { matchesOption } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useUndo } from '../../ui/undo.ts'
import { RectificationFields } from './RectificationFields.tsx'
import { blankRectification, type RectificationDraft, rectificationSchema } from './rectificationForm.ts'
import { rectificationTarget } from './rectificationView.ts'

interface NewRectificationDialogProps {
  /** The campaign of the list; null for the latest. */
  readonly campaignId: string | null
  /** Whose item it is, where that is known. */
  readonly subjectId: string | null
  readonly onClose: () => void
}

interface PickProps {
  readonly label: string
  readonly placeholder: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | null
  readonly error?: string | undefined
  readonly onPick: (value: string) => void
}

function Pick({ label, placeholder, options, value, error, onPick }: PickProps) {
  return (
    <FormRow label={label} required error={error}>
      {(ids) => (
        <Select
          {...ids}
          showSearch={{ filterOption: matchesOption }}
          placeholder={placeholder}
          options={options.map((option) => ({ ...option, search: option.label.toLowerCase() }))}
          value={value}
          onChange={(next: string) => onPick(next)}
          {...(error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}

/** A new 整改事项 of one person, or all of last year's that nobody accepted. */
export function NewRectificationDialog(props: NewRectificationDialogProps) {
  const { onClose } = props
  const undo = useUndo()
  const noteId = useId()
  const campaigns = useCall('reviews.campaigns', {})
  const [pickedCampaign, setPickedCampaign] = useState(props.campaignId)
  const campaignId = pickedCampaign ?? campaigns.data?.[0]?.id ?? null
  const [subjectId, setSubjectId] = useState(props.subjectId)
  const [isAsked, setAsked] = useState(false)
  const [carriedNote, setCarriedNote] = useState<string | null>(null)
  const board = useCall('reviews.board', { campaignId: campaignId ?? '' }, { enabled: campaignId !== null })
  const people = board.data ?? []
  const chosen = people.find(({ id }) => id === subjectId)
  const create = useCommand('rectifications.create')
  const carry = useCommand('rectifications.carryOver')
  const form = useForm<RectificationDraft, unknown, Fields>({
    resolver: zhResolver(rectificationSchema),
    defaultValues: blankRectification,
  })
  const error = create.error ?? carry.error
  useEffect(() => {
    showFieldErrors(form, create.error)
  }, [create.error, form])
  const save = form.handleSubmit((fields) => {
    if (chosen === undefined) return
    create.mutate(
      { subjectId: chosen.id, fields },
      {
        onSuccess: () => {
          undo.done('已登记整改事项', rectificationTarget)
          onClose()
        },
      },
    )
  })
  const carryOver = () => {
    setAsked(true)
    if (chosen === undefined) return
    carry.mutate(
      { subjectId: chosen.id },
      {
        onSuccess: ({ carried }) => {
          if (carried === 0) return setCarriedNote(`${chosen.name}上一年度没有还要转入的整改事项`)
          undo.done(`已转入 ${carried} 条上年未改的事项`, rectificationTarget)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title="登记整改事项" width={760} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="登记整改事项"
        onSubmit={(event) => {
          setAsked(true)
          void save(event)
        }}
      >
        <div className="rectify-two">
          <Pick
            label="述职测评"
            placeholder="请选择述职测评"
            options={(campaigns.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={campaignId}
            onPick={(id) => {
              setPickedCampaign(id)
              setSubjectId(null)
            }}
          />
          <Pick
            label="述职人"
            placeholder="请选择述职人"
            options={people.map(({ id, name, duty, organizationName }) => ({
              value: id,
              label: `${name}（${organizationName}${duty ?? ''}）`,
            }))}
            value={chosen?.id ?? null}
            error={isAsked && chosen === undefined ? '请选择述职人' : undefined}
            onPick={(id) => {
              setSubjectId(id)
              setCarriedNote(null)
            }}
          />
        </div>
        <p className="muted" id={noteId}>
          上一年度没有验收的，可以一次转入，来源记为“上年未改”。
          <Button type="link" size="small" loading={carry.isPending} onClick={carryOver}>
            转入上年未改的事项
          </Button>
          {carriedNote !== null && <output>{carriedNote}</output>}
        </p>
        <RectificationFields form={form} disabled={false} hasReport={false} />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <DialogButtons confirmText="登记" busy={create.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
