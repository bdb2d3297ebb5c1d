import type { WriteDb } from '#db/database.ts'
import { raiseYearly } from '#db/queries/organizationLife.ts'
import type { WriteMoment } from './memberStore.ts'
import { textIn, type UndoStep } from './undoPlan.ts'

const parents = (steps: readonly UndoStep[], column: string) => [
  ...new Set(steps.flatMap(({ now, next }) => [now, next].flatMap((row) => textIn(row, column) ?? []))),
]

/** The version of an 组织生活会 stands for its problems too: whoever has the page open is to read it again. */
export function afterLifeProblems(tx: WriteDb, steps: readonly UndoStep[], { at }: WriteMoment): void {
  raiseYearly(tx, 'life_meetings', parents(steps, 'life_meeting_id'), at)
}

/** The same for a 民主评议 and its people. */
export function afterAppraisalPeople(tx: WriteDb, steps: readonly UndoStep[], { at }: WriteMoment): void {
  raiseYearly(tx, 'appraisals', parents(steps, 'appraisal_id'), at)
}
