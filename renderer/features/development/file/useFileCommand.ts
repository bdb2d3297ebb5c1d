import { useQueryClient } from '@tanstack/react-query'
import type { RouteInput } from '#shared/contract/routes.ts'
import { type CallError, isStaleWrite } from '../../../lib/callError.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { useUndo } from '../../../ui/undo.ts'
import { fileTarget } from './fileView.ts'

/** Commands that answer with the file as it is afterwards. */
type FileCommand =
  | 'development.update'
  | 'development.recordStep'
  | 'development.correctStep'
  | 'development.removeStep'
  | 'development.recordEvent'
  | 'development.saveVote'
  | 'development.removeVote'
  | 'development.setGuarantors'
  | 'development.saveReview'
  | 'development.removeReview'
  | 'development.setMaterials'

interface Saving<R extends FileCommand> {
  readonly isPending: boolean
  readonly error: CallError | null
  /** Says `text` with the way to undo when it was saved, then calls back. */
  readonly run: (input: RouteInput<R>, text: string, onDone?: () => void) => void
}

/** Writes to a file. Where somebody else was faster, the page reads the file again, so that a second try fits. */
export function useFileCommand<R extends FileCommand>(route: R): Saving<R> {
  const client = useQueryClient()
  const undo = useUndo()
  const command = useCommand(route)
  return {
    isPending: command.isPending,
    error: command.error,
    run: (input, text, onDone) => {
      // As a promise: by the time it is kept what asked for it may be gone.
      command.mutateAsync(input).then(
        () => {
          undo.done(text, fileTarget)
          onDone?.()
        },
        (error: unknown) => {
          if (isStaleWrite(error)) void invalidateAfter(client, route)
        },
      )
    },
  }
}
