import type { WriteDb } from '#db/database.ts'
import { getDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { materialsOfFile } from '#db/queries/developmentParts.ts'
import { insertDevelopmentMaterial, updateDevelopmentMaterial } from '#db/queries/developmentPartWrites.ts'
import type { MaterialNo } from '#shared/domain/development/materials.ts'
import { renewDevelopment } from './developmentStatus.ts'
import { changeDevelopmentFile } from './developmentStore.ts'
import type { WriteMoment } from './memberStore.ts'

/**
 * What was scanned is there: its paper no longer counts as missing (DEV-24). An imported file whose list of papers nobody has begun
 * stays without one: a single entry would make all the others missing.
 */
export function tickScanned(tx: WriteDb, fileId: string, materialNo: MaterialNo, moment: WriteMoment): void {
  const file = getDevelopmentFile(tx, fileId)
  const papers = materialsOfFile(tx, fileId)
  const stored = papers.find((each) => each.materialNo === materialNo)
  if (!file || stored?.isPresent === true || (file.isImported && papers.length === 0)) return
  if (stored) updateDevelopmentMaterial(tx, stored.id, { isPresent: true })
  else
    insertDevelopmentMaterial(tx, {
      id: moment.ids.next(),
      fileId,
      materialNo,
      isPresent: true,
      isOriginal: null,
      copies: null,
      pages: null,
      formedOn: null,
      note: null,
    })
  changeDevelopmentFile(tx, file, {}, moment)
  renewDevelopment(tx, [fileId], moment)
}
