import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import type { ImportKind, WithdrawCheck } from '#shared/contract/imports.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useToast } from '../../ui/useToast.ts'
import { kindWords, withdrawnSentence } from './importWords.ts'

interface WithdrawBatch {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
}

interface WithdrawDialogProps {
  /** Null closes the dialog. */
  readonly batch: WithdrawBatch | null
  readonly onClose: () => void
  readonly onWithdrawn: () => void
}

export function WithdrawDialog({ batch, onClose, onWithdrawn }: WithdrawDialogProps) {
  return (
    <Dialog open={batch !== null} title="撤回这批导入" width={560} onClose={onClose}>
      {batch !== null && <WithdrawBody batch={batch} onClose={onClose} onWithdrawn={onWithdrawn} />}
    </Dialog>
  )
}

interface WithdrawBodyProps {
  readonly batch: WithdrawBatch
  readonly onClose: () => void
  readonly onWithdrawn: () => void
}

function WithdrawBody({ batch, onClose, onWithdrawn }: WithdrawBodyProps) {
  const check = useCall('imports.checkWithdraw', { batchId: batch.id }, { fresh: true })
  const withdraw = useCommand('imports.withdraw')
  const toast = useToast()
  const { unit } = kindWords[batch.kind]
  const run = (): void =>
    withdraw.mutate(
      { batchId: batch.id },
      {
        onSuccess: ({ added, changed }) => {
          toast.success(`已撤回：${withdrawnSentence(batch.kind, added, changed)}`)
          onWithdrawn()
        },
        onError: () => void check.refetch(),
      },
    )
  return (
    <QueryBoundary query={check} what="撤回导入" lines={3}>
      {(found) =>
        found.edited.length > 0 ? (
          <Refused batch={batch} found={found} onClose={onClose} />
        ) : (
          <form
            className="dialog-stack"
            onSubmit={(event) => {
              event.preventDefault()
              run()
            }}
          >
            <p>
              撤回“{batch.fileName}”：
              {found.added > 0 && (
                <>
                  新增的 <strong>{found.added}</strong> {unit}移入回收站
                </>
              )}
              {found.added > 0 && found.changed > 0 && '，'}
              {found.changed > 0 && (
                <>
                  变更的 <strong>{found.changed}</strong> {unit}改回原值
                </>
              )}
              。撤回记入操作记录，反悔时可以在那里撤销这次撤回，也可以重新导入。
            </p>
            {withdraw.error !== null && <Alert type="error" showIcon title={errorText(withdraw.error)} />}
            <DialogButtons confirmText="撤回本批" danger busy={withdraw.isPending} onCancel={onClose} />
          </form>
        )
      }
    </QueryBoundary>
  )
}

interface RefusedProps {
  readonly batch: WithdrawBatch
  readonly found: WithdrawCheck
  readonly onClose: () => void
}

/** Somebody's later work would be lost: the batch stays, and says because of whom. */
function Refused({ batch, found, onClose }: RefusedProps) {
  const { record: base, wayOut } = kindWords[batch.kind]
  return (
    <div className="dialog-stack">
      <Alert
        type="warning"
        showIcon
        title={`不能整批撤回：下面 ${found.edited.length} 条记录入库后又有变动，撤回会丢掉这些变动。`}
      />
      <ul className="import-edited-list" aria-label="入库后有变动的记录">
        {found.edited.map((record) => (
          <li key={record.id}>
            <Link to={`${base}${record.id}`}>{record.name}</Link>
            <span className="muted">{record.reason}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {wayOut}
        也可以在<Link to="/activity">操作记录</Link>里先撤销后来的操作，再撤回本批。
      </p>
      <div className="dialog-buttons">
        <Button onClick={onClose}>知道了</Button>
      </div>
    </div>
  )
}
