import type { ReadDb } from '#db/database.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import {
  countTrashed,
  type Deletion,
  deletionsOf,
  listTrashed,
  type TrashedLink,
  type TrashedRecord,
  trashedBy,
} from '#db/queries/trash.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { TrashKind } from '#shared/contract/trash.ts'
import { organizationTypes } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'

/** Said of what was deleted before there was a log. */
const unknownHand = '不详（升级前删除）'

export function listTrash(
  db: ReadDb,
  input: { readonly kind: TrashKind | null; readonly offset: number; readonly limit: number },
): RouteOutput<'trash.list'> {
  const records = listTrashed(db, input)
  const names = organizationNames(db)
  const deletions = deletionsOf(
    db,
    records.map(({ id }) => id),
  )
  const hanging = hangingFinder(db)
  return {
    rows: records.map((record) => {
      const deletion = deletions.get(record.id)
      return {
        kind: record.kind,
        id: record.id,
        version: record.version,
        name: record.name,
        note: noteOf(record),
        organizationName: record.placeId === null ? '' : (names.get(record.placeId) ?? ''),
        deletedAt: record.deletedAt,
        deletedBy: deletion?.accountName ?? unknownHand,
        deletedReason: record.deletedReason ?? '',
        hanging: hanging(record.id, deletion).length,
      }
    }),
    total: countTrashed(db)
      .filter(({ kind }) => input.kind === null || kind === input.kind)
      .reduce((sum, { count }) => sum + count, 0),
  }
}

function noteOf({ maskedIdNo, type }: TrashedRecord): string {
  if (maskedIdNo !== null) return maskedIdNo
  const known = organizationTypes.find((each) => each === type)
  return known === undefined ? '' : organizationTypeLabels[known]
}

/**
 * Finds what went to the trash with a record because it hung on it, directly or through others. Reads each entry once,
 * however many records of it are asked for.
 */
export function hangingFinder(
  db: ReadDb,
): (id: string, deletion: Deletion | undefined) => readonly TrashedLink[] {
  const byEntry = new Map<number, ReadonlyMap<string, readonly TrashedLink[]>>()
  const onRecords = (entry: number): ReadonlyMap<string, readonly TrashedLink[]> => {
    const known = byEntry.get(entry)
    if (known) return known
    const links = trashedBy(db, entry).flatMap((link) => link.on.map((on) => ({ on, link })))
    const grouped = new Map(
      [...Map.groupBy(links, ({ on }) => on)].map(([on, found]) => [on, found.map(({ link }) => link)]),
    )
    byEntry.set(entry, grouped)
    return grouped
  }
  return (id, deletion) => {
    if (!deletion) return []
    const on = onRecords(deletion.entry)
    const found = new Map<string, TrashedLink>()
    const visit = (parent: string): void => {
      for (const link of on.get(parent) ?? [])
        if (link.id !== id && !found.has(link.id)) {
          found.set(link.id, link)
          visit(link.id)
        }
    }
    visit(id)
    return [...found.values()]
  }
}
