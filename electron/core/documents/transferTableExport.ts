import type { Database, ReadDb } from '#db/database.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import { listTransfers, type TransferPart } from '#db/queries/transfers.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import type { TransferRow } from '#shared/contract/transfers.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { transferColumns } from '#shared/domain/transferDates.ts'
import { addDays, type DateOnly, todayInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { transferRows } from '../records/transferRows.ts'
import { type Asked, exportLedger } from './ledgerExport.ts'
import { transferReceipts, transferRegister } from './transferTables.ts'

interface TableInput extends Asked {
  readonly table: 'register' | 'receipts'
  /** Of the letter, else of the entry; null for all. */
  readonly year: number | null
}

/** 转接登记簿 and 回执跟踪表. */
export function exportTransferTable(
  db: Database,
  input: TableInput,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const rows = tableRows(db.read, input, ports.clock.today())
  return exportLedger(db, input, account, ports, (frame) =>
    input.table === 'register' ? transferRegister(rows, frame) : transferReceipts(rows, frame),
  )
}

const everything = 1_000_000

function tableRows(
  db: ReadDb,
  { table, year, organizationId }: TableInput,
  today: DateOnly,
): readonly TransferRow[] {
  const part: TransferPart = {
    columns: table === 'register' ? null : transferColumns.filter((column) => column !== 'done'),
    direction: null,
    organizationIds: organizationId === null ? null : subtreeIds(db, organizationId),
    text: null,
    today,
    soonUntil: addDays(today, defaultRuleSettings['transfer.remindDays']),
  }
  const stored = listTransfers(db, part, { offset: 0, limit: everything })
  const dayOf = ({ issuedOn, createdAt }: (typeof stored)[number]) => issuedOn ?? todayInShanghai(createdAt)
  const wanted = stored.filter((row) => year === null || Number(dayOf(row).slice(0, 4)) === year)
  const ordered =
    table === 'receipts'
      ? wanted
      : wanted.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  return transferRows(db, ordered, today)
}
