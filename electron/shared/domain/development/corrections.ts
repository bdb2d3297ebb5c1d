import { formatPartialDate } from '../../lib/dates.ts'
import type { PartialDate } from '../../lib/dates.ts'
import { refusal } from './course.ts'
import type { Refusals } from './course.ts'
import type { DevelopmentFinding } from './judgement.ts'
import { isSurelyBefore } from './judgement.ts'
import { orderLimits } from './limits.ts'
import { labelOf } from './milestones.ts'
import type { Milestone, MilestoneDates } from './milestones.ts'
import { ruleSetOn } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'

function contradictions(
  dates: MilestoneDates,
  milestone: Milestone,
  settings: DevelopmentSettings,
): ReadonlyMap<string, DevelopmentFinding> {
  const found = new Map<string, DevelopmentFinding>()
  for (const { earlier, later, sets } of orderLimits) {
    const [before, after] = [dates[earlier], dates[later]]
    if ((earlier !== milestone && later !== milestone) || before === null || after === null) continue
    const set = ruleSetOn(after, settings)
    if (!sets.includes(set) || !isSurelyBefore(after, before)) continue
    const message =
      later === milestone
        ? `“${labelOf(later)}”不能早于“${labelOf(earlier)}”（${formatPartialDate(before)}）`
        : `“${labelOf(earlier)}”不能晚于“${labelOf(later)}”（${formatPartialDate(after)}）`
    found.set(`${earlier} ${later}`, refusal('STEP_ORDER', milestone, set, message))
  }
  return found
}

/** What another day of a recorded step contradicts, before it and after it, that its own day does not. */
export function correctionRefusals(
  dates: MilestoneDates,
  milestone: Milestone,
  on: PartialDate,
  settings: DevelopmentSettings,
): Refusals {
  const before = contradictions(dates, milestone, settings)
  const after = contradictions({ ...dates, [milestone]: on }, milestone, settings)
  return [...after].flatMap(([pair, found]) => (before.has(pair) ? [] : [found]))
}
