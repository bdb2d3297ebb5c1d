import { Alert, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { CampaignDetail, SchemeDetail } from '#shared/contract/reviewRows.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { errorText } from '../../../lib/errorText.ts'
import { useCommand } from '../../../lib/queries.ts'
import { schemeAddress } from '../../../lib/reviewAddresses.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { usualStarts, weightWords } from '../campaignForm.ts'

interface AddSchemeDialogProps {
  readonly campaign: CampaignDetail
  readonly onClose: () => void
}

/** For other people who account: beginning with a usual scheme, or with one of this campaign. */
export function AddSchemeDialog({ campaign, onClose }: AddSchemeDialogProps) {
  const navigate = useNavigate()
  const undo = useUndo()
  const add = useCommand('reviews.addScheme')
  const { id, schemes } = campaign
  const [name, setName] = useState('')
  const [from, setFrom] = useState<string>('usual')
  const text = name.trim()
  const submit = (): void => {
    const usual = usualStarts.find(({ kind }) => kind === from)
    const copied = schemes.find((scheme) => scheme.id === from)?.scheme
    const scheme = usual === undefined ? copied : usualScheme(usualWeights[usual.kind])
    if (scheme === undefined || text === '') return
    add.mutate(
      { campaignId: id, name: text, scheme },
      {
        onSuccess: (saved) => {
          undo.done('已增加方案', reviewTarget)
          const added = saved.schemes.find((each) => schemes.every((known) => known.id !== each.id))
          if (added !== undefined) void navigate(schemeAddress(id, added.id))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title="增加方案" width={600} onClose={onClose}>
      <form
        className="dialog-stack form-stacked"
        aria-label="增加方案"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormRow label="方案名称" required>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              maxLength={60}
              placeholder="如：兼职委员述职方案"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </FormRow>
        <FormRow label="从哪里开始" required>
          {(ids) => (
            <Select<string>
              {...ids}
              value={from}
              onChange={setFrom}
              options={[
                ...usualStarts.map((each) => ({
                  value: each.kind,
                  label: `${each.name}：${weightWords(each.kind)}`,
                })),
                ...schemes.map((scheme) => ({ value: scheme.id, label: `照“${scheme.name}”` })),
              ]}
            />
          )}
        </FormRow>
        {add.error !== null && <Alert type="error" showIcon role="alert" title={errorText(add.error)} />}
        <DialogButtons confirmText="增加" busy={add.isPending} disabled={text === ''} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

interface RemoveSchemeDialogProps {
  readonly detail: SchemeDetail
  readonly onClose: () => void
}

export function RemoveSchemeDialog({ detail, onClose }: RemoveSchemeDialogProps) {
  const undo = useUndo()
  const remove = useCommand('reviews.removeScheme')
  const { id, version, name } = detail
  return (
    <ConfirmDialog
      open
      danger
      title="删除方案"
      confirmText="删除"
      busy={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id, version },
          {
            onSuccess: () => {
              undo.done('已删除方案', reviewTarget)
              onClose()
            },
          },
        )
      }
    >
      <p>“{name}”还没有人按它述职，删除后可以撤销。</p>
    </ConfirmDialog>
  )
}
