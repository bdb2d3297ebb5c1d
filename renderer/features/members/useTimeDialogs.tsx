import { type ReactNode, useState } from 'react'
import type { MemberDetail } from '#shared/contract/members.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { useUndo } from '../../ui/undo.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { StatusDialog } from './StatusDialog.tsx'

interface TimeDialogs {
  readonly onMove: () => void
  readonly onStatus: () => void
  readonly dialog: ReactNode
}

/** 调整支部 and 变更党籍状态 of one member: changes that have a day, so the form only shows what they left. */
export function useTimeDialogs(
  detail: MemberDetail | null,
  organizations: readonly OrganizationNode[],
): TimeDialogs {
  const undo = useUndo()
  const [open, setOpen] = useState<'move' | 'status' | null>(null)
  const close = () => setOpen(null)
  const done = (words: string) => () => {
    close()
    undo.done(words, { kinds: ['member'], recordId: detail?.id ?? null })
  }
  return {
    onMove: () => setOpen('move'),
    onStatus: () => setOpen('status'),
    dialog: (
      <>
        {detail !== null && open === 'move' && (
          <MoveDialog
            ids={[detail.id]}
            name={detail.record.name}
            onDone={done('已调整支部')}
            onCancel={close}
          />
        )}
        {detail !== null && open === 'status' && (
          <StatusDialog
            detail={detail}
            organizations={organizations}
            onDone={done('已变更党籍状态')}
            onCancel={close}
          />
        )}
      </>
    ),
  }
}
