import { Alert, Modal } from 'antd'
import { useState } from 'react'
import type { DevelopmentDetail, DevelopmentVoteRow } from '#shared/contract/developmentRows.ts'
import { developmentVoteLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
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
    <Modal
      open
      title={`${label}的表决（${formatPartialDate(heldOn)}）`}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      width={760}
    >
      <form
        className="dialog-stack form-stacked"
        aria-label={`${label}的表决`}
        onSubmit={(event) => {
          event.preventDefault()
          save.run({ id: detail.id, version: detail.version, subject, vote: draft }, '已保存票数', onClose)
        }}
      >
        <VoteInput value={draft} onChange={setDraft} rosterShould={null} />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存票数" busy={save.isPending} onCancel={onClose} />
      </form>
    </Modal>
  )
}
