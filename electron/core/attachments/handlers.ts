import type { attachmentsRoutes } from '#shared/contract/attachments.ts'
import type { HandlersOf } from '../call.ts'
import { addScan, chosenPicture, listScans, renameScan, scanContent, trashScan } from './commands.ts'

export const attachmentsHandlers: HandlersOf<typeof attachmentsRoutes> = {
  'attachments.list': (input, { db }) => listScans(db.read, input),
  'attachments.content': ({ id }, { db }) => scanContent(db.read, id),
  'attachments.picture': ({ handle }, { ports }) => chosenPicture(handle, ports),
  'attachments.add': (input, { db, ports }) => addScan(db, input, ports),
  'attachments.rename': (input, { db, ports }) => {
    renameScan(db, input, ports)
    return null
  },
  'attachments.trash': (input, { db, ports }) => {
    trashScan(db, input, ports)
    return null
  },
}
