import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { CallError } from '../../lib/callError.ts'
import { useCommand } from '../../lib/queries.ts'
import type { ChangeValues } from './ChangeDialog.tsx'
import type { Changed, ChangeKind } from './changeKinds.ts'

interface Change {
  readonly isPending: boolean
  readonly error: CallError | null
  readonly run: (values: ChangeValues, onDone: Changed) => void
}

/** Sends a change under its route's own name for the other organisation. */
export function useChange(kind: ChangeKind, subject: OrganizationNode): Change {
  const move = useCommand('organizations.move')
  const merge = useCommand('organizations.merge')
  const dissolve = useCommand('organizations.dissolve')
  const restore = useCommand('organizations.restore')
  const commands = { move, merge, dissolve, restore }
  const { isPending, error } = commands[kind]
  const run = ({ targetId, ...values }: ChangeValues, onSuccess: Changed): void => {
    const change = { id: subject.id, version: subject.version, ...values }
    switch (kind) {
      case 'move':
        return move.mutate({ ...change, parentId: targetId ?? '' }, { onSuccess })
      case 'merge':
        return merge.mutate({ ...change, intoId: targetId ?? '' }, { onSuccess })
      case 'dissolve':
        return dissolve.mutate({ ...change, membersTo: targetId }, { onSuccess })
      case 'restore':
        return restore.mutate(change, { onSuccess })
      default:
        return assertNever(kind)
    }
  }
  return { isPending, error, run }
}
