import type { ReadDb, WriteDb } from '#db/database.ts'
import { partsOfLaterEntries } from '#db/queries/developmentBeside.ts'
import { getAnyDevelopmentFiles, updateDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { filesOfClasses } from '#db/queries/trainingClasses.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { renewAllDevelopment, renewDevelopment } from './developmentStatus.ts'
import type { WriteMoment } from './memberStore.ts'
import { problemOf } from './undoLater.ts'
import { isLiving, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

/** A file that others have gone on with does not go with what made it: their steps would go unseen. */
export function laterPartProblems(db: ReadDb, steps: readonly UndoStep[]): readonly UndoProblem[] {
  const leaving = steps.filter(
    ({ now, next, change }) => change.action === 'added' && isLiving(now) && !isLiving(next),
  )
  const [first] = leaving
  if (first === undefined) return []
  const later = partsOfLaterEntries(
    db,
    leaving.map(({ id }) => id),
    first.change.id,
  )
  const byFile = new Map(later.map((part) => [part.fileId, part]))
  return leaving.flatMap((step) => {
    const part = byFile.get(step.id)
    if (part === undefined) return []
    const sentence = `“${step.name}”的档案后来又登记过${recordKindLabels[part.kind]}`
    return [problemOf(step, 'edited', sentence, null, { kind: part.kind, id: part.id })]
  })
}

function filesOf(steps: readonly UndoStep[], column: string): readonly string[] {
  return [...new Set(steps.flatMap(({ now, next }) => [textIn(now, column), textIn(next, column)]))].flatMap(
    (id) => id ?? [],
  )
}

/** Where a file stands follows from what it is now. */
export function afterDevelopmentFiles(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment): void {
  renewDevelopment(
    tx,
    steps.map(({ id }) => id),
    moment,
  )
}

/** The file's version stands for its parts: whoever has the page open is to read it again. */
export function afterDevelopmentParts(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment): void {
  const ids = filesOf(steps, 'file_id')
  for (const { id, version, deletedAt } of getAnyDevelopmentFiles(tx, ids))
    if (deletedAt === null) updateDevelopmentFile(tx, { id, version, at: moment.at }, {})
  renewDevelopment(tx, ids, moment)
}

/** Booklets and places in a class stand beside a file: what the rules see of it may be another. */
export function afterBesideDevelopment(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment): void {
  renewDevelopment(tx, filesOf(steps, 'file_id'), moment)
}

export function afterTrainingClasses(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment): void {
  const classIds = steps.map(({ id }) => id)
  renewDevelopment(tx, filesOfClasses(tx, classIds), moment)
}

export function afterCalendarDays(tx: WriteDb, _: readonly UndoStep[], moment: WriteMoment): void {
  renewAllDevelopment(tx, moment)
}
