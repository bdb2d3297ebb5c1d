import type { ReadDb } from '#db/database.ts'
import { lostCasesOf } from '#db/queries/lostCases.ts'
import type { RawRow } from '#db/queries/undoRows.ts'
import { isOpenLost, lostStatuses } from '#shared/domain/lostCases.ts'
import { problemOf } from './undoLater.ts'
import { isLiving, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

function isOpenRow(row: RawRow | null): boolean {
  const status = lostStatuses.find((each) => each === row?.status)
  return isLiving(row) && status !== undefined && isOpenLost(status)
}

/** One person is looked for by one case at a time. */
export function lostCaseProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const touched = new Set(all.map(({ id }) => id))
  return steps
    .filter(({ now, next }) => isOpenRow(next) && !isOpenRow(now))
    .flatMap((step) => {
      const others = lostCasesOf(db, textIn(step.next, 'member_id') ?? '')
      const other = others.find(({ lost }) => isOpenLost(lost.status) && !touched.has(lost.id))
      if (other === undefined) return []
      const sentence = `“${other.memberName}”后来另有一件没有办结的失联处置`
      return [problemOf(step, 'nameTaken', sentence, null, { kind: 'lostCase', id: other.lost.id })]
    })
}
