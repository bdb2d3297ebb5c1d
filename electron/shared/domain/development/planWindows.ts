import type { DateOnly } from '../../lib/dates.ts'
import type { Milestone } from './milestones.ts'
import { earliestWithin, latestWithin } from './planEdges.ts'
import type { PlanEdge } from './planEdges.ts'

/** Where a date may lie, and what holds it there. */
export interface Window {
  readonly earliest: DateOnly
  readonly earliestWords: string | null
  /** Null without a limit. */
  readonly latest: DateOnly | null
  readonly latestWords: string | null
}

export interface WindowInput {
  readonly edges: readonly PlanEdge[]
  /** Dates that stand: done, or wished for. */
  readonly fixed: ReadonlyMap<Milestone, DateOnly>
  /** Dates to find, each with the first day it may have. */
  readonly open: ReadonlyMap<Milestone, DateOnly>
  /** True to count back only: latest days, whatever the earliest are. */
  readonly isBackwardOnly: boolean
}

export interface Conflict {
  readonly milestone: Milestone
  readonly window: Window
}

export interface Windows {
  readonly windows: ReadonlyMap<Milestone, Window>
  /** Dates that cannot be kept; their latest day was given up so that the rest can still be planned. */
  readonly conflicts: readonly Conflict[]
}

interface Bounds {
  readonly windows: Map<Milestone, Window>
  /** The milestone that set the latest day. */
  readonly latestFrom: Map<Milestone, Milestone>
}

type Ends = Pick<Window, 'earliest' | 'latest'>

function endsOf(milestone: Milestone, fixed: WindowInput['fixed'], windows: Bounds['windows']): Ends | null {
  const day = fixed.get(milestone)
  return day === undefined ? (windows.get(milestone) ?? null) : { earliest: day, latest: day }
}

// One edge pushes the earliest day on at one end and the latest day back at the other; true when something moved.
function applyEdge(
  edge: PlanEdge,
  input: WindowInput,
  bounds: Bounds,
  freed: ReadonlySet<Milestone>,
): boolean {
  const { from, to, bound, words } = edge
  const { windows } = bounds
  const [source, target] = [endsOf(from, input.fixed, windows), endsOf(to, input.fixed, windows)]
  if (source === null || target === null) return false
  let hasMoved = false
  const raise = (key: Milestone, day: DateOnly) => {
    const window = windows.get(key)
    if (input.isBackwardOnly || window === undefined || window.earliest >= day) return
    windows.set(key, { ...window, earliest: day, earliestWords: words })
    hasMoved = true
  }
  const lower = (key: Milestone, day: DateOnly, because: Milestone) => {
    const window = windows.get(key)
    if (window === undefined || freed.has(key) || (window.latest !== null && window.latest <= day)) return
    windows.set(key, { ...window, latest: day, latestWords: words })
    bounds.latestFrom.set(key, because)
    hasMoved = true
  }
  if (edge.kind === 'after') {
    raise(to, bound(source.earliest))
    const { latest } = target
    if (latest !== null && windows.has(from) && (source.latest === null || bound(source.latest) > latest)) {
      lower(from, latestWithin(bound, latest), to)
    }
  } else {
    if (source.latest !== null) lower(to, bound(source.latest), from)
    if (!freed.has(to) && windows.has(from) && bound(source.earliest) < target.earliest) {
      raise(from, earliestWithin(bound, target.earliest))
    }
  }
  return hasMoved
}

function firstConflict(input: WindowInput, bounds: Bounds): Conflict | null {
  const broken = [...bounds.windows].filter(
    ([, { earliest, latest }]) => latest !== null && latest < earliest,
  )
  const root = broken.find(([key]) => {
    const from = bounds.latestFrom.get(key)
    return from !== undefined && input.fixed.has(from)
  })
  const found = root ?? broken[0]
  return found === undefined ? null : { milestone: found[0], window: found[1] }
}

function settle(input: WindowInput, freed: ReadonlySet<Milestone>): Conflict | Bounds['windows'] {
  const blank = { earliestWords: null, latest: null, latestWords: null }
  const bounds: Bounds = {
    windows: new Map([...input.open].map(([key, earliest]) => [key, { ...blank, earliest }])),
    latestFrom: new Map(),
  }
  const backwards = input.edges.toReversed()
  // Each round settles one direction; a file has some thirty dates, so more rounds than that mean a circle.
  for (let round = 0; round < 40; round += 1) {
    const edges = round % 2 === 0 ? input.edges : backwards
    const moves = edges.filter((edge) => applyEdge(edge, input, bounds, freed)).length
    const conflict = input.isBackwardOnly ? null : firstConflict(input, bounds)
    if (conflict !== null) return conflict
    if (moves === 0) break
  }
  return bounds.windows
}

/** Earliest and latest days that satisfy every edge; all the earliest together do, and all the latest. */
export function findWindows(input: WindowInput): Windows {
  const conflicts: Conflict[] = []
  const freed = new Set<Milestone>()
  while (true) {
    const settled = settle(input, freed)
    if (settled instanceof Map) return { windows: settled, conflicts }
    if (freed.has(settled.milestone)) throw new Error('a date without a last day was found too late')
    conflicts.push(settled)
    freed.add(settled.milestone)
  }
}
