import type { MobilityContext } from './mobilityVerdict.ts'
import { isSameStay, type PlannedMobility, type Verdict } from './mobilityVerdict.ts'
import type { ReadMobility } from './readMobility.ts'

type PlanAgain = (read: ReadMobility, claimed: ReadonlySet<string>) => Verdict

/** The row a record belongs to rather: the one with its day of leaving, then the one still away. */
function rankOf({ matchId }: PlannedMobility, read: ReadMobility, { snapshot }: MobilityContext): number {
  const known = [...snapshot.outflows.values(), ...snapshot.unlinked.values(), snapshot.inflows].flat()
  const record = known.find(({ id }) => id === matchId)
  const isSame = record !== undefined && isSameStay(read, record)
  return (isSame ? 0 : 2) + (read.returnedOn === null ? 0 : 1)
}

/** A record is one stay: of the rows of a file that would write to the same one, one does, and the others look for another. */
export function oneStayEach(
  planned: readonly PlannedMobility[],
  reads: readonly ReadMobility[],
  context: MobilityContext,
  planAgain: PlanAgain,
): readonly PlannedMobility[] {
  const matched = planned.flatMap((row, at) => {
    const read = reads[at]
    const isOne = read !== undefined && row.matchId !== null && /^(changed|unchanged)$/.test(row.outcome)
    return isOne ? [{ at, row, read, matchId: row.matchId }] : []
  })
  const claims = [...Map.groupBy(matched, ({ matchId }) => matchId).values()]
  if (claims.every(({ length }) => length === 1)) return planned
  const claimed = new Set(matched.map(({ matchId }) => matchId))
  const result = [...planned]
  for (const rows of claims) {
    const [, ...others] = rows.toSorted(
      (a, b) => rankOf(a.row, a.read, context) - rankOf(b.row, b.read, context) || a.at - b.at,
    )
    for (const { at, row, read } of others) {
      const again = planAgain(read, claimed)
      if (again.matchId !== null) claimed.add(again.matchId)
      result[at] = { ...row, ...again }
    }
  }
  return result
}
