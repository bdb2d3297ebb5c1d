import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { type Activity, sideKinds, type UndoCheck } from '#shared/contract/activity.ts'
import { viaLabels } from '#shared/labels/activities.ts'
import { errorText } from '../lib/errorText.ts'
import { formatInstant } from '../lib/formatInstant.ts'
import { useCall, useCommand } from '../lib/queries.ts'
import { subjectsText, undoSentence, undoWord } from '../lib/recordHistory.ts'
import { QueryBoundary } from './QueryBoundary.tsx'
import { RecordChangesTable } from './RecordChangesTable.tsx'
import { UndoBlockers } from './UndoBlockers.tsx'
import { Dialog } from './Dialog.tsx'
import './form.css'
import './history.css'

interface UndoDialogProps {
  /** Null closes the dialog. */
  readonly entry: Activity | null
  readonly onClose: () => void
  /** `seq` is that of the entry which took it back. */
  readonly onUndone: (entry: Activity, seq: number) => void
}

/** Says in words what taking an entry back would do, or why it cannot be. */
export function UndoDialog({ entry, onClose, onUndone }: UndoDialogProps) {
  return (
    <Dialog
      open={entry !== null}
      title={entry !== null && undoWord(entry) === '重做' ? '重做被撤销的操作' : '撤销这次操作'}
      width={640}
      onClose={onClose}
    >
      {entry !== null && <UndoBody key={entry.seq} entry={entry} onClose={onClose} onUndone={onUndone} />}
    </Dialog>
  )
}

interface UndoBodyProps extends UndoDialogProps {
  readonly entry: Activity
}

function UndoBody({ entry, onClose, onUndone }: UndoBodyProps) {
  const check = useCall('activity.checkUndo', { seq: entry.seq }, { fresh: true })
  return (
    <div className="dialog-stack">
      <p className="undo-what">
        <strong>{entry.title}</strong>　{subjectsText(entry)}
        <br />
        <span className="muted">
          {entry.accountName}　{formatInstant(entry.at)}　{viaLabels[entry.via]}
        </span>
      </p>
      <QueryBoundary query={check} what="撤销操作" lines={3}>
        {(found) =>
          found.blockers.length > 0 ? (
            <>
              <UndoBlockers word={undoWord(entry)} blockers={found.blockers} onFollow={onClose} />
              <div className="dialog-buttons">
                <Button onClick={onClose}>知道了</Button>
              </div>
            </>
          ) : (
            <Confirm
              entry={entry}
              found={found}
              onRefused={() => void check.refetch()}
              onClose={onClose}
              onUndone={onUndone}
            />
          )
        }
      </QueryBoundary>
    </div>
  )
}

/** Enough to recognise what will happen; the whole of it stands in the activity list. */
const shownChanges = 3

interface ConfirmProps extends UndoBodyProps {
  readonly found: UndoCheck
  readonly onRefused: () => void
}

function Confirm({ entry, found, onRefused, onClose, onUndone }: ConfirmProps) {
  const changes = useCall(
    'activity.changes',
    { seq: entry.seq, offset: 0, limit: shownChanges },
    { fresh: true },
  )
  // Quiet until the dialog is gone: asked again, the check would find its entry taken back.
  const undo = useCommand('activity.undo', { quiet: true })
  const confirm = useRef<HTMLAnchorElement | HTMLButtonElement>(null)
  useEffect(() => confirm.current?.focus(), [])
  const all = changes.data?.rows ?? []
  // The vote of a meeting stands in somebody's file of 发展党员 as well: that it goes from there is said too.
  const isOfMeeting = all.some(({ kind }) => kind === 'meeting')
  const main = all.filter(
    ({ kind }) => !sideKinds.includes(kind) || (isOfMeeting && kind.startsWith('development')),
  )
  const rows = main.length > 0 ? main : all
  const left = found.changeCount - rows.length
  return (
    <form
      className="dialog-stack"
      onSubmit={(event) => {
        event.preventDefault()
        undo.mutate(
          { seq: entry.seq },
          {
            onSuccess: ({ seq }) => onUndone(entry, seq),
            onError: (error) => error.code === 'CONFLICT' && onRefused(),
          },
        )
      }}
    >
      <p>{undoSentence(entry, found.changeCount)}</p>
      {rows.length > 0 && (
        <div className="undo-changes">
          <RecordChangesTable caption="将要改回的内容" changes={rows} reversed onFollow={onClose} />
          {left > 0 && <p className="muted small">……另有 {left.toLocaleString('zh-CN')} 条</p>}
        </div>
      )}
      {undo.error !== null && <Alert type="error" showIcon role="alert" title={errorText(undo.error)} />}
      <div className="dialog-buttons">
        <Button onClick={onClose}>取消</Button>
        <Button ref={confirm} htmlType="submit" type="primary" loading={undo.isPending}>
          {undoWord(entry)} {found.changeCount.toLocaleString('zh-CN')} 条
        </Button>
      </div>
    </form>
  )
}
