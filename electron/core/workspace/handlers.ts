import { deleteWorkspaceItem, getWorkspaceItem, putWorkspaceItem } from '#db/queries/workspace.ts'
import type { workspaceRoutes } from '#shared/contract/workspace.ts'
import type { HandlersOf } from '../call.ts'

export const workspaceHandlers: HandlersOf<typeof workspaceRoutes> = {
  'workspace.get': ({ key }, { db, account }) => getWorkspaceItem(db.read, account.id, key) ?? null,
  'workspace.put': ({ key, value }, { db, account, ports }) => {
    const item = { id: ports.ids.next(), accountId: account.id, key, value, updatedAt: ports.clock.now() }
    db.write((tx) => putWorkspaceItem(tx, item))
    return null
  },
  'workspace.discard': ({ key }, { db, account }) => {
    db.write((tx) => deleteWorkspaceItem(tx, account.id, key))
    return null
  },
}
