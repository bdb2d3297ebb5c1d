import type { ReadDb } from '#db/database.ts'
import { getEntries, lastEntries } from '#db/queries/undo.ts'
import type { UndoCheck } from '#shared/contract/activity.ts'
import type { UndoPlan, UndoProblem } from './undoPlan.ts'
import { readTitles } from './undoTitles.ts'

const namedRecords = 3

/** Problems by the action that caused them, newest first. */
export function readBlockers(
  db: ReadDb,
  { entry, problems }: Pick<UndoPlan, 'entry'> & { readonly problems: readonly UndoProblem[] },
): UndoCheck['blockers'] {
  const because = problems.flatMap((problem) => (problem.by === null ? (problem.because ?? []) : []))
  const last = new Map(
    lastEntries(
      db,
      because.map(({ kind, id }) => ({ kind, id })),
    ).map(({ kind, id, seq }) => [`${kind} ${id}`, seq]),
  )
  const causeOf = ({ by, because: of }: UndoProblem): number =>
    by ?? (of === null ? undefined : last.get(`${of.kind} ${of.id}`)) ?? entry.seq
  const byCause = Map.groupBy(problems, causeOf)
  const causes = getEntries(db, [...byCause.keys()])
  const titles = readTitles(db, causes)
  return causes.map(({ seq, at, accountName }) => {
    const sentences = (byCause.get(seq) ?? []).map(({ sentence }) => sentence)
    const more = sentences.length > namedRecords ? `；等 ${sentences.length} 处` : ''
    const what = `${sentences.slice(0, namedRecords).join('；')}${more}`
    return { seq, at, accountName, title: titles.get(seq) ?? '', what }
  })
}
