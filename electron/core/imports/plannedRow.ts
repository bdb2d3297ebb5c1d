import type { ImportFinding, ImportRow, Outcome } from '#shared/contract/imports.ts'

/** What would become of one row, in the words of the preview. */
export interface PlannedRow {
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly outcome: Outcome
  readonly matchId: string | null
  readonly changes: ImportRow['changes']
  readonly findings: readonly ImportFinding[]
}

export function countOutcomes(rows: readonly PlannedRow[]): Readonly<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}
