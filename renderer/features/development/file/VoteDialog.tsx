import { Alert } from 'antd'
import { useState } from 'react'
import type { DevelopmentDetail, DevelopmentVoteRow } from '#shared/contract/developmentRows.ts'
import { developmentVoteLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { useFileCommand } from './useFileCommand.ts'
import { VoteInput } from './VoteInput.tsx'
import { voteFields } from './voteWords.ts'

interface VoteDialogProps {
  readonly detail: DevelopmentDetail
  readonly vote: DevelopmentVoteRow
  readonly onClose: () => void
}

/** The numbers of a vote that is recorded, put right. */
export function VoteDialog({ detail, vote, onClose }: VoteDialogProps) {
  const save = useFileCommand('development.saveVote')
  const { subject, heldOn } = vote
  const [draft, setDraft] = useState(() => voteFields(vote))
  const label = developmentVoteLabels[subject]
  return (
    <Dialog title={`${label}的表决（${formatPartialDate(heldOn)}）`} onClose={onClose} width={760}>
      <form
        className="dialog-stack form-stacked"
        aria-label={`${label}的表决`}
        onSubmit={(event) => {
          event.preventDefault()
          const { id, version } = detail
          save.run({ id, version, subject, voteId: vote.id, vote: draft }, '已保存票数', onClose)
        }}
      >
        <VoteInput value={draft} onChange={setDraft} branchId={detail.fields.organizationId} on={heldOn} />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存票数" busy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** Takes away a vote that failed and was recorded by mistake. */
export function RemoveVoteDialog({
  detail,
  vote: { id: voteId, subject, heldOn },
  onClose,
}: VoteDialogProps) {
  const remove = useFileCommand('development.removeVote')
  const label = developmentVoteLabels[subject]
  return (
    <ConfirmDialog
      open
      danger
      title={`删去${label}的表决（${formatPartialDate(heldOn)}）`}
      confirmText="删去"
      reason={{ label: '原因', placeholder: '如：登记错了人' }}
      busy={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        remove.run(
          { id: detail.id, version: detail.version, voteId, reason },
          `已删去：${label}的表决`,
          onClose,
        )
      }
    >
      <p>只删去登记错的。大会确实没有通过的不要删，作为历史保留。</p>
    </ConfirmDialog>
  )
}
