import { useState } from 'react'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import type { AttachmentSubject } from '#shared/domain/attachments.ts'
import { isElectron } from '../lib/api.ts'
import { toCallError } from '../lib/callError.ts'
import { pickFiles } from '../lib/files.ts'
import { useCall, useCommand } from '../lib/queries.ts'
import { shrinkChosen } from '../lib/shrinkChosen.ts'
import { shrinkPicture } from '../lib/shrinkPicture.ts'
import { type UndoTarget, useUndo } from './undo.ts'
import { useToast } from './useToast.ts'

const extensions = ['jpg', 'jpeg', 'png', 'pdf'] as const

interface ScansOf {
  readonly subject: AttachmentSubject
  readonly subjectId: string
  /** What Ctrl+Z of the screen takes back. */
  readonly target: UndoTarget
}

interface Scans<S extends string> {
  readonly of: (slot: S) => readonly AttachmentRow[]
  /** The paper something is being added to. */
  readonly busy: S | null
  readonly add: (slot: S) => void
}

/** The scans of a record by paper, and the way to add some: pictures are made smaller before they are sent. */
export function useScans<S extends string>({ subject, subjectId, target }: ScansOf): Scans<S> {
  const toast = useToast()
  const undo = useUndo()
  const list = useCall('attachments.list', { subject, subjectId })
  const add = useCommand('attachments.add')
  const [busy, setBusy] = useState<S | null>(null)
  const bySlot = Map.groupBy(list.data?.rows ?? [], ({ slot }) => slot)
  const take = async (slot: S): Promise<void> => {
    setBusy(slot)
    let added = 0
    try {
      for (const { handle } of await pickFiles(extensions, shrinkPicture)) {
        const smaller = isElectron ? await shrinkChosen(handle) : null
        await add.mutateAsync({
          subject,
          subjectId,
          slot,
          handle,
          ...(smaller === null ? {} : { smaller }),
        })
        added += 1
      }
    } catch (error) {
      toast.failure(toCallError(error))
    }
    setBusy(null)
    if (added > 0) undo.done(`已上传 ${added} 份扫描件`, target)
  }
  return { of: (slot) => bySlot.get(slot) ?? [], busy, add: (slot) => void take(slot) }
}
