import type { WriteDb } from '#db/database.ts'
import { putMapping } from '#db/queries/imports.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import { headerWords } from './findHeader.ts'
import type { Commit } from './importPlan.ts'
import { columnNames } from './mapColumns.ts'
import { fingerprint } from './previewFile.ts'
import type { ReadSheet } from './readSheets.ts'

/** Columns somebody chose by hand are found again by the header's words; withdrawing the batch leaves them known. */
export function rememberMappings(
  tx: WriteDb,
  kind: ImportKind,
  sheets: readonly ReadSheet[],
  { ids, moment }: Commit,
): void {
  for (const { header, columns } of sheets) {
    if (header === null || !columns.some(({ how }) => how === 'manual')) continue
    const names = columnNames(header.labels)
    const chosen = columns.filter(({ how }) => how === 'manual' || how === 'remembered')
    const remembered = Object.fromEntries(chosen.map(({ index, field }) => [names[index] ?? '', field]))
    putMapping(tx, {
      id: ids.next(),
      kind,
      fingerprint: fingerprint(headerWords(header)),
      columns: JSON.stringify(remembered),
      updatedAt: moment.at,
    })
  }
}
