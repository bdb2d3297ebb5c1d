import { countTrashed } from '#db/queries/trash.ts'
import type { trashRoutes } from '#shared/contract/trash.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import type { HandlersOf, Session } from '../call.ts'
import { emptyTrash } from './empty.ts'
import { listTrash } from './list.ts'
import { restoreFromTrash } from './restore.ts'

/** Throws VALIDATION_FAILED at `ownPassword` when it is not the password of whoever sits at the session. */
interface PasswordCheck {
  confirmOwnPassword(session: Session, password: string): Promise<void>
}

export function trashHandlers(accounts: PasswordCheck): HandlersOf<typeof trashRoutes> {
  return {
    'trash.list': (input, { db }) => listTrash(db.read, input),
    'trash.restore': ({ items }, { db, ports }) => ({ count: restoreFromTrash(db, items, ports) }),
    'trash.summary': (_, { db }) => ({
      rows: countTrashed(db.read).map((row) => ({ ...row, label: recordKindLabels[row.kind] })),
    }),
    'trash.empty': async ({ ownPassword, ...input }, { session, db, ports }) => {
      await accounts.confirmOwnPassword(session, ownPassword)
      return emptyTrash(db, input, ports)
    },
  }
}
