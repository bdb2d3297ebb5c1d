import { useState } from 'react'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import type { MaterialNo } from '#shared/domain/development/materials.ts'
import { isElectron } from '../../../lib/api.ts'
import { toCallError } from '../../../lib/callError.ts'
import { pickFiles } from '../../../lib/files.ts'
import { useCall, useCommand } from '../../../lib/queries.ts'
import { shrinkChosen } from '../../../lib/shrinkChosen.ts'
import { shrinkPicture } from '../../../lib/shrinkPicture.ts'
import { useUndo } from '../../../ui/undo.ts'
import { useToast } from '../../../ui/useToast.ts'
import { fileTarget } from './fileView.ts'

const extensions = ['jpg', 'jpeg', 'png', 'pdf'] as const

interface Scans {
  readonly of: (slot: string) => readonly AttachmentRow[]
  /** The paper something is being added to. */
  readonly busy: MaterialNo | null
  readonly add: (slot: MaterialNo) => void
}

/** The scans of a file by paper, and the way to add some: pictures are made smaller before they are sent. */
export function useScans(fileId: string): Scans {
  const toast = useToast()
  const undo = useUndo()
  const list = useCall('attachments.list', { subject: 'developmentFile', subjectId: fileId })
  const add = useCommand('attachments.add')
  const [busy, setBusy] = useState<MaterialNo | null>(null)
  const bySlot = Map.groupBy(list.data?.rows ?? [], ({ slot }) => slot)
  const take = async (slot: MaterialNo): Promise<void> => {
    setBusy(slot)
    let added = 0
    try {
      for (const { handle } of await pickFiles(extensions, shrinkPicture)) {
        const smaller = isElectron ? await shrinkChosen(handle) : null
        await add.mutateAsync({
          subject: 'developmentFile',
          subjectId: fileId,
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
    if (added > 0) undo.done(`已上传 ${added} 份扫描件`, fileTarget)
  }
  return { of: (slot) => bySlot.get(slot) ?? [], busy, add: (slot) => void take(slot) }
}
