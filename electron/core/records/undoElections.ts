import type { ReadDb } from '#db/database.ts'
import { candidatesWithVotes } from '#db/queries/electionParts.ts'
import { rowsOf } from '#db/queries/undoRows.ts'
import { called, problemOf } from './undoLater.ts'
import { textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

/**
 * Parts of an election stay as they are once its result is confirmed, but the steps that are written down afterwards; and candidates
 * while there are votes for them.
 */
export function electionPartProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const electionOf = ({ now, next }: UndoStep) => textIn(now ?? next, 'election_id') ?? ''
  const stored = rowsOf(db, 'election', [...new Set(steps.map(electionOf))])
  const after = new Map(all.filter(({ kind }) => kind === 'election').map(({ id, next }) => [id, next]))
  const statusOf = (id: string) => textIn(after.get(id) ?? stored.get(id) ?? null, 'status')
  const leaving = steps.filter(({ kind, deed }) => kind === 'electionCandidate' && deed === 'delete')
  const going = new Set(all.filter(({ deed }) => deed === 'delete').map(({ kind, id }) => `${kind} ${id}`))
  const voted = candidatesWithVotes(
    db,
    leaving.map(({ id }) => id),
  )
  return steps.flatMap((step) => {
    const electionId = electionOf(step)
    const because = { kind: 'election', id: electionId } as const
    const status = statusOf(electionId)
    const isAfterwards = step.kind === 'electionStep' && status === 'done'
    if (status !== 'open' && !isAfterwards)
      return [problemOf(step, 'ended', '这次换届选举的结果已经确认，请先撤销确认结果的操作', null, because)]
    const hasVotes = voted.has(step.id) && leaving.includes(step) && !bringsVotes(going)
    return hasVotes ? [problemOf(step, 'inUse', `${called(step)}已登记得票`, null, because)] : []
  })
}

/** Written in and voted for in one go: both go together. */
function bringsVotes(going: ReadonlySet<string>): boolean {
  return [...going].some((key) => key.startsWith('electionVote '))
}
