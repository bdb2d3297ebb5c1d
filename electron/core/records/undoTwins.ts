import type { ReadDb } from '#db/database.ts'
import { rowsOf, twinsOf } from '#db/queries/undoRows.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { problemOf } from './undoLater.ts'
import { isLiving, type UndoProblem, type UndoStep } from './undoPlan.ts'

/** The same for records that go to the trash and come back: no second one with the same `columns`, out of it or by a change taken back. */
export function onlyOneLivingBy(
  columns: readonly string[],
): (db: ReadDb, steps: readonly UndoStep[], all: readonly UndoStep[]) => readonly UndoProblem[] {
  return (db, steps, all) => {
    const going = new Set(all.filter(({ next }) => !isLiving(next)).map(({ id }) => id))
    return steps.flatMap((step) => {
      const { now, next } = step
      if (next === null || !isLiving(next)) return []
      if (isLiving(now) && columns.every((column) => now[column] === next[column])) return []
      const twins = twinsOf(db, step.kind, columns, next).filter((id) => id !== step.id && !going.has(id))
      const rows = rowsOf(db, step.kind, twins)
      const twin = twins.find((id) => isLiving(rows.get(id) ?? null))
      if (twin === undefined) return []
      const sentence = `“${step.name}”的${recordKindLabels[step.kind]}后来又登记过`
      return [problemOf(step, 'nameTaken', sentence, null, { kind: step.kind, id: twin })]
    })
  }
}

/** Records of which there is one with the same `columns`: a removed one does not come back beside another of since. */
export function onlyOneBy(
  columns: readonly string[],
): (db: ReadDb, steps: readonly UndoStep[], all: readonly UndoStep[]) => readonly UndoProblem[] {
  return (db, steps, all) => {
    const going = new Set(all.filter(({ deed }) => deed === 'delete').map(({ id }) => id))
    return steps.flatMap((step) => {
      if (step.deed !== 'insert' || step.next === null) return []
      const [twin] = twinsOf(db, step.kind, columns, step.next).filter((id) => !going.has(id))
      if (twin === undefined || twin === step.id) return []
      const sentence = `“${step.name}”的${recordKindLabels[step.kind]}后来又登记过`
      return [problemOf(step, 'nameTaken', sentence, null, { kind: step.kind, id: twin })]
    })
  }
}
