import { newestUndoOf } from '#db/queries/undo.ts'
import type { activityRoutes } from '#shared/contract/activity.ts'
import type { HandlersOf } from '../call.ts'
import { momentOf } from '../records/moment.ts'
import { checkUndo, undoEntry } from '../records/undo.ts'
import { changesOf, readHistory } from './history.ts'
import { lastOwn, listActivity } from './list.ts'
import { type Editors, putBack } from './putBack.ts'

export function activityHandlers(editors: Editors): HandlersOf<typeof activityRoutes> {
  return {
    'activity.list': (wanted, { db, account }) => listActivity(db.read, account, wanted),
    'activity.changes': (page, { db, account }) => changesOf(db.read, account.id, page),
    'activity.history': ({ kind, id }, { db }) => ({ entries: readHistory(db.read, kind, id) }),
    'activity.checkUndo': ({ seq }, { db, account, ports }) =>
      checkUndo(db.read, seq, { accountId: account.id }, momentOf(ports)),
    'activity.undo': ({ seq }, { db, account, ports }) => {
      const changeCount = db.write((tx) => undoEntry(tx, seq, { accountId: account.id }, momentOf(ports)))
      return { seq: newestUndoOf(db.read, seq) ?? seq, changeCount }
    },
    'activity.lastOwn': (wanted, { db, account, session }) => lastOwn(db.read, account, session.id, wanted),
    'activity.putBack': (wanted, { db, ports }) => {
      putBack(db, editors, wanted, ports)
      return null
    },
  }
}
