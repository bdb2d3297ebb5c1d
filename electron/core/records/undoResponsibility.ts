import type { WriteDb } from '#db/database.ts'
import { raiseResponsibility } from '#db/queries/responsibility.ts'
import type { WriteMoment } from './memberStore.ts'
import { textIn, type UndoStep } from './undoPlan.ts'

/** The version of a 责任清单 stands for its goals and checks too: whoever has the page open is to read it again. */
export function afterResponsibilityParts(tx: WriteDb, steps: readonly UndoStep[], { at }: WriteMoment): void {
  const ids = steps.flatMap(({ now, next }) => [now, next].flatMap((row) => textIn(row, 'list_id') ?? []))
  raiseResponsibility(tx, [...new Set(ids)], at)
}
