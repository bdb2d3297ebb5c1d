import { orderLimits } from './limits.ts'
import { mainMilestone, milestones, stepNos } from './milestones.ts'
import type { Milestone, MilestoneDates, StepNo } from './milestones.ts'
import { ruleSets } from './ruleSets.ts'

function followersOf(milestone: Milestone): ReadonlySet<Milestone> {
  const found = new Set<Milestone>()
  const open: Milestone[] = [milestone]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const { earlier, later, sets } of orderLimits) {
      // What only one rule set orders may stand the other way round in a file of the other.
      if (earlier !== key || found.has(later) || sets.length < ruleSets.length) continue
      found.add(later)
      open.push(later)
    }
  }
  found.delete(milestone)
  return found
}

const followers: ReadonlyMap<Milestone, readonly Milestone[]> = new Map(
  milestones.map((key) => [key, [...followersOf(key)]]),
)

/** Whether something that comes after it is done; steps that run side by side do not pass one another. */
export function isPassed(milestone: Milestone, dates: MilestoneDates): boolean {
  return followers.get(milestone)?.some((key) => dates[key] !== null) ?? false
}

/** Steps without a date though something that follows them is done. */
export function skippedSteps(dates: MilestoneDates): readonly StepNo[] {
  return stepNos.filter((step) => {
    const main = mainMilestone(step)
    return dates[main] === null && isPassed(main, dates)
  })
}
