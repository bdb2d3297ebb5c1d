import { Alert } from 'antd'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { MoveInput } from '#shared/contract/memberships.ts'
import { errorText } from '../../lib/errorText.ts'
import { call } from '../../lib/api.ts'
import { type CallError, toCallError } from '../../lib/callError.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { MoveFields } from './MoveFields.tsx'
import { type MoveForm, type MoveFormInput, moveSchema } from './moveForm.ts'
import { MoveReview, type MoveRows } from './MoveReview.tsx'

interface MoveDialogProps {
  readonly ids: readonly string[]
  /** Said in the title when it is one person. */
  readonly name?: string
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

interface Reviewed {
  readonly target: Omit<MoveInput, 'members'>
  readonly rows: MoveRows
}

/** 调整支部: choose branch, day and reason; of many, or where there is something to say, look who can be moved so; then do it. */
export function MoveDialog({ ids, name, onDone, onCancel }: MoveDialogProps) {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const move = useCommand('memberships.move')
  const [reviewed, setReviewed] = useState<Reviewed | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const form = useForm<MoveFormInput, unknown, MoveForm>({
    resolver: zhResolver(moveSchema),
    defaultValues: { toId: null, groupId: null, how: 'moved', on: today(), reason: '', docNo: null },
  })
  const run = (target: Reviewed['target'], rows: MoveRows) => {
    const members = rows.flatMap(({ id, version, refused }) => (refused === null ? [{ id, version }] : []))
    return move.mutateAsync({ ...target, members }).then(({ count }) => onDone(count))
  }
  const submit = form.handleSubmit(async ({ toId, ...values }) => {
    if (toId === null) return
    setError(null)
    setIsAsking(true)
    try {
      const on = values.how === 'moved' ? values.on : null
      const target = { ...values, toId, on }
      const { groupId, how } = target
      const { rows } = await call('memberships.checkMove', { ids: [...ids], toId, groupId, how, on })
      const isPlain = rows.every(({ refused, warned }) => refused === null && warned === null)
      if (ids.length > 1 || !isPlain) setReviewed({ target, rows })
      else await run(target, rows)
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(toCallError(failure))
    } finally {
      setIsAsking(false)
    }
  })
  const title = name === undefined ? '调整支部' : `调整“${name}”的支部`
  return (
    <Dialog title={title} width={reviewed === null ? 560 : 860} className="bulk-dialog" onClose={onCancel}>
      {reviewed === null ? (
        <form
          noValidate
          className="dialog-stack form-stacked"
          aria-label="调整支部"
          onSubmit={(event) => void submit(event)}
        >
          {ids.length > 1 && <div className="muted">已选 {ids.length.toLocaleString('zh-CN')} 人</div>}
          <QueryBoundary query={tree} what="查看党组织" lines={2}>
            {({ nodes }) => <MoveFields control={form.control} organizations={nodes} />}
          </QueryBoundary>
          {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
          <DialogButtons
            confirmText={ids.length > 1 ? '下一步：核对' : '调整'}
            busy={isAsking || move.isPending}
            onCancel={onCancel}
          />
        </form>
      ) : (
        <MoveReview
          rows={reviewed.rows}
          isBusy={move.isPending}
          error={move.error}
          onBack={() => {
            move.reset()
            setReviewed(null)
          }}
          onConfirm={() => void run(reviewed.target, reviewed.rows).catch(() => undefined)}
        />
      )}
    </Dialog>
  )
}
