import type { WriteDb } from '#db/database.ts'
import { raiseMeetingPlans } from '#db/queries/meetingPlans.ts'
import type { WriteMoment } from './memberStore.ts'
import { textIn, type UndoStep } from './undoPlan.ts'

/** The version of a plan stands for its lines too: whoever has it open is to read it again. */
export function afterPlanItems(tx: WriteDb, steps: readonly UndoStep[], { at }: WriteMoment): void {
  const plans = steps.flatMap(({ now, next }) => [now, next].flatMap((row) => textIn(row, 'plan_id') ?? []))
  raiseMeetingPlans(tx, [...new Set(plans)], at)
}
