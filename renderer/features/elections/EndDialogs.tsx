import { Radio } from 'antd'
import { useState } from 'react'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface EndDialogProps {
  readonly detail: ElectionDetail
  readonly onDone: (text: string) => void
  readonly onCancel: () => void
}

/** Ends an election without a result: it stays as history. */
export function GiveUpDialog({ detail, onDone, onCancel }: EndDialogProps) {
  const giveUp = useCommand('elections.giveUp')
  const [status, setStatus] = useState<'invalid' | 'cancelled'>('invalid')
  return (
    <ConfirmDialog
      open
      title="结束这次换届选举"
      confirmText="结束"
      reason={{ label: '原因', placeholder: '如：到会人数不足五分之四；上级同意延期换届' }}
      busy={giveUp.isPending}
      error={giveUp.error}
      onCancel={onCancel}
      onConfirm={(reason) => {
        // As a promise: by the time it is kept the election is closed and this dialog may be gone.
        giveUp.mutateAsync({ id: detail.id, version: detail.version, status, reason }).then(
          () => onDone('已结束这次换届选举'),
          () => undefined,
        )
      }}
    >
      <Radio.Group
        aria-label="怎样结束"
        value={status}
        options={[
          { value: 'invalid', label: '选举无效' },
          { value: 'cancelled', label: '取消，不再进行' },
        ]}
        onChange={(event) => setStatus(event.target.value === 'cancelled' ? 'cancelled' : 'invalid')}
      />
      <p className="muted">届次和班子不变；已登记的步骤、候选人和票数保留备查。之后可以另外发起一次。</p>
    </ConfirmDialog>
  )
}

export function TrashDialog({ detail, onDone, onCancel }: EndDialogProps) {
  const trash = useCommand('elections.trash')
  return (
    <ConfirmDialog
      open
      danger
      title={`删除“${detail.organization.shortName}”的这次换届选举`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：录错了' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) => {
        trash.mutateAsync({ id: detail.id, version: detail.version, reason }).then(
          () => onDone('已删除到回收站'),
          () => undefined,
        )
      }}
    >
      连同步骤、候选人和票数一起移到回收站，可以恢复。选举没有办成的不要删除，请用“选举无效或取消”。
    </ConfirmDialog>
  )
}
