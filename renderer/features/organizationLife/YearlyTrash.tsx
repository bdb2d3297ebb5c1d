import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { type YearlyPart, yearlyAddress } from '../../lib/lifeAddresses.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { type UndoTarget, useUndo } from '../../ui/undo.ts'
import { TrashDialog } from './TrashDialog.tsx'

const routes = { life: 'lifeMeetings.trash', appraisals: 'appraisals.trash' } as const

interface YearlyTrashProps {
  readonly part: YearlyPart
  readonly what: string
  readonly target: UndoTarget
  readonly record: { readonly id: string; readonly version: number; readonly year: number }
  /** What goes with it. */
  readonly children: ReactNode
  /** Right before the page is left. */
  readonly onLeave: () => void
  readonly onCancel: () => void
}

/** Puts the record into the trash and goes back to the year's list. */
export function YearlyTrash(props: YearlyTrashProps) {
  const { part, what, target, record, children, onLeave, onCancel } = props
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  const route = routes[part]
  // Quiet until the page is left: asked again, it would not be found.
  const trash = useCommand(route, { quiet: true })
  const { id, version, year } = record
  const onSuccess = (): void => {
    onLeave()
    undo.done('已删除到回收站', target)
    void navigate(yearlyAddress(part, { year }))
    void invalidateAfter(client, route)
  }
  return (
    <TrashDialog
      what={what}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) => trash.mutate({ id, version, reason }, { onSuccess })}
    >
      {children}
    </TrashDialog>
  )
}
