import type { ReadDb } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isFinalState } from '#shared/domain/development/states.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { openFileSentence, otherOpenFile, stateOfFile } from './developmentStore.ts'
import { problemOf } from './undoLater.ts'
import { isEndedRow, isLiving, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

/** One person has one file under way, in a branch that is there. */
export function developmentFileProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const places = new Map(all.filter(({ kind }) => kind === 'organization').map(({ id, next }) => [id, next]))
  return steps.flatMap((step): readonly UndoProblem[] => {
    const { now, next, set } = step
    if (!isLiving(next)) return []
    const isBack = !isLiving(now)
    const wrote = (column: string) => isBack || Object.hasOwn(set, column)
    const placeId = textIn(next, 'organization_id') ?? ''
    const place = wrote('organization_id') ? getOrganization(db, placeId) : undefined
    // What the same undo brings back is there again.
    const comes = places.get(placeId) ?? null
    const isGone = comes === null ? place && (place.deletedAt !== null || isEnded(place)) : isEndedRow(comes)
    if (place !== undefined && isGone === true) {
      const sentence = `“${step.name}”原来的党支部“${place.shortName}”已撤销、合并或删除，放不回去`
      return [problemOf(step, 'placeGone', sentence, null, { kind: 'organization', id: place.id })]
    }
    const idNo = textIn(next, 'id_no')
    if (idNo === null || !wrote('id_no') || isFinalState(stateOfFile(db, step.id))) return []
    const other = otherOpenFile(db, { id: step.id, idNo })
    return other === undefined
      ? []
      : [
          problemOf(step, 'idNoTaken', openFileSentence(db, other), null, {
            kind: 'developmentFile',
            id: other.id,
          }),
        ]
  })
}
