import type { transferPapersRoutes } from '#shared/contract/transferPapers.ts'
import type { HandlersOf } from '../call.ts'
import { exportCertificate, exportTransferLetter } from './transferExports.ts'
import { exportTransferTable } from './transferTableExport.ts'

export const transferPapersHandlers: HandlersOf<typeof transferPapersRoutes> = {
  'transfers.exportLetter': (input, { db, account, ports }) =>
    exportTransferLetter(db, input, account, ports),
  'transfers.exportCertificate': (input, { db, account, ports }) =>
    exportCertificate(db, input, account, ports),
  'transfers.exportTable': (input, { db, account, ports }) => exportTransferTable(db, input, account, ports),
}
