import type { ReadDb } from '#db/database.ts'
import {
  type ActivityFilter,
  countActivities,
  countChanges,
  firstTouched,
  listActivities,
  listOwn,
  listWriters,
  type TouchedRecord,
} from '#db/queries/activity.ts'
import type { LoggedEntry } from '#db/queries/undo.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import { type Activity, type RecordKind, sideKinds } from '#shared/contract/activity.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { addDays, type DateOnly, startInShanghai } from '#shared/lib/dates.ts'
import { recordName } from '../records/recordChanges.ts'
import { othersOnly, whyNotUndoable } from '../records/undo.ts'
import { readStanding } from '../records/undoStanding.ts'
import { readTitles } from '../records/undoTitles.ts'

/** Looked at of each entry: enough for its names, and exact for what is no import or bulk change. */
const lookedAt = 50
const named = 3

interface Wanted extends Omit<RouteInput<'activity.list'>, 'from' | 'to'> {
  readonly from: DateOnly | null
  readonly to: DateOnly | null
}

export function listActivity(
  db: ReadDb,
  reader: SignedInAccount,
  { accountId, kind, from, to, text, offset, limit }: Wanted,
): RouteOutput<'activity.list'> {
  const filter: ActivityFilter = {
    accountId,
    kind,
    from: from === null ? null : startInShanghai(from),
    before: to === null ? null : startInShanghai(addDays(to, 1)),
    text: text === '' ? null : text,
  }
  return {
    rows: activitiesOf(db, reader, listActivities(db, reader.id, filter, { offset, limit })),
    total: countActivities(db, reader.id, filter),
    accounts: listWriters(db),
  }
}

function activitiesOf(
  db: ReadDb,
  reader: SignedInAccount,
  entries: readonly LoggedEntry[],
): readonly Activity[] {
  const standing = readStanding(
    db,
    entries.map(({ seq }) => seq),
  )
  const titles = readTitles(db, entries)
  return entries.map((entry) => {
    const touched = firstTouched(db, reader.id, entry.seq, lookedAt)
    const undone = standing.undoneBy(entry.seq)
    const isOthers = db.scope !== null && entry.accountId !== reader.id
    return {
      seq: entry.seq,
      at: entry.at,
      accountId: entry.accountId,
      accountName: entry.accountName,
      via: entry.via,
      route: entry.route,
      title: titles.get(entry.seq) ?? '',
      changeCount: changeCountOf(db, reader, entry, touched),
      subjects: mainOf(touched)
        .flatMap((each) => {
          const name = recordName(each, db)
          return name === null ? [] : [{ kind: each.kind, id: each.id, name }]
        })
        .slice(0, named),
      undoes: entry.undoes,
      undone: undone === null ? null : { seq: undone.seq, at: undone.at, accountName: undone.accountName },
      notUndoable: whyNotUndoable(touched) ?? (isOthers ? othersOnly : null),
    }
  })
}

/** Without what merely follows a record, unless that is all there is. */
function mainOf(touched: readonly TouchedRecord[]): readonly TouchedRecord[] {
  const main = touched.filter(({ kind }) => !sideKinds.includes(kind))
  return main.length > 0 ? main : touched
}

function changeCountOf(
  db: ReadDb,
  reader: SignedInAccount,
  entry: LoggedEntry,
  touched: readonly TouchedRecord[],
): number {
  if (touched.length < lookedAt) return mainOf(touched).length
  return countChanges(db, reader.id, entry.seq, 'records')
}

/** What Ctrl+Z means: the newest thing this session did to such records that still stands. */
export function lastOwn(
  db: ReadDb,
  reader: SignedInAccount,
  sessionId: string,
  wanted: { readonly kinds: readonly RecordKind[]; readonly recordId: string | null },
): Activity | null {
  const own = listOwn(db, { accountId: reader.id, sessionId }, wanted)
  const standing = readStanding(
    db,
    own.map(({ seq }) => seq),
  )
  const last = own.find(
    ({ seq }) =>
      standing.undoneBy(seq) === null && whyNotUndoable(firstTouched(db, reader.id, seq, lookedAt)) === null,
  )
  return last ? (activitiesOf(db, reader, [last])[0] ?? null) : null
}
