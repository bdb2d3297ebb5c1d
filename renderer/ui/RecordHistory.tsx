import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import type { HistoryEntry, RecordKind } from '#shared/contract/activity.ts'
import { invalidateAfter, useCall, useCommand } from '../lib/queries.ts'
import { currentTexts, putBackNote } from '../lib/recordHistory.ts'
import { useHasRight } from '../lib/session.ts'
import { today } from '../lib/today.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { DiffTable } from './DiffTable.tsx'
import { HistoryList, type PutBack } from './HistoryList.tsx'
import { QueryBoundary } from './QueryBoundary.tsx'
import { useUndo } from './undo.ts'

interface RecordHistoryProps {
  readonly kind: RecordKind
  readonly id: string
  readonly version: number
  /** In the trash, ended, or unsaved changes on the screen: nothing is put back. */
  readonly isFrozen: boolean
}

/** What was done to a record, and the way to put an old value back. */
export function RecordHistory({ kind, id, version, isFrozen }: RecordHistoryProps) {
  const canUndo = useHasRight('activity.undo')
  const history = useCall('activity.history', { kind, id }, { fresh: true })
  const [wanted, setWanted] = useState<PutBack | null>(null)
  return (
    <QueryBoundary query={history} what="查看修改历史" lines={3}>
      {({ entries }) => (
        <>
          <HistoryList entries={entries} onPutBack={canUndo && !isFrozen ? setWanted : null} />
          {wanted !== null && (
            <PutBackDialog
              {...wanted}
              target={{ kind, id, version }}
              entries={entries}
              onClose={() => setWanted(null)}
            />
          )}
        </>
      )}
    </QueryBoundary>
  )
}

interface PutBackDialogProps extends PutBack {
  readonly target: { readonly kind: RecordKind; readonly id: string; readonly version: number }
  readonly entries: readonly HistoryEntry[]
  readonly onClose: () => void
}

function PutBackDialog({ changeId, field, target, entries, onClose }: PutBackDialogProps) {
  const { kind, id, version } = target
  const client = useQueryClient()
  const undo = useUndo()
  const putBack = useCommand('activity.putBack')
  const note = putBackNote(kind, field, today())
  const run = (): void =>
    putBack.mutate(
      { changeId, field: field.field, version },
      {
        onSuccess: () => {
          onClose()
          undo.done(`已恢复“${field.label}”`, { kinds: [kind], recordId: id })
        },
        onError: (error) => {
          // The record is read again, so that the dialog shows what would be replaced now.
          if (error.code === 'STALE_WRITE') void invalidateAfter(client, 'activity.putBack')
        },
      },
    )
  return (
    <ConfirmDialog
      open
      title={`恢复“${field.label}”`}
      confirmText="恢复此值"
      busy={putBack.isPending}
      error={putBack.error}
      onCancel={onClose}
      onConfirm={run}
    >
      <DiffTable
        caption="现在的值和要恢复的值"
        oldHeader="现值"
        newHeader="恢复为"
        rows={[
          {
            key: field.field,
            label: field.label,
            old: currentTexts(entries).get(field.field) ?? field.new,
            new: field.old,
          },
        ]}
      />
      {note !== null && <Alert type="warning" showIcon title={note} />}
      <p className="muted small">恢复也是一次修改，会记入历史，可以撤销。</p>
    </ConfirmDialog>
  )
}
