import type { Database, ReadDb } from '#db/database.ts'
import { getMembers } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { deletionsOf } from '#db/queries/trash.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TrashKind } from '#shared/contract/trash.ts'
import type { Ports } from '../ports.ts'
import { takeFromTrash } from '../records/memberStore.ts'
import { hangingFinder } from './list.ts'
import { takeOrganizationsFromTrash } from './restoreOrganizations.ts'

interface Item {
  readonly kind: TrashKind
  readonly id: string
}

/** With what hung on them: all or nothing. Returns how many came back. Throws CONFLICT naming what stands in the way. */
export function restoreFromTrash(db: Database, items: readonly Item[], { clock }: Ports): number {
  const moment = { at: clock.now(), today: clock.today() }
  const all = withHanging(db.read, items)
  const idsOf = (kind: TrashKind) => all.filter((item) => item.kind === kind).map(({ id }) => id)
  const members = getMembers(db.read, idsOf('member'))
  const organizations = idsOf('organization').flatMap((id) => getOrganization(db.read, id) ?? [])
  if (members.length + organizations.length < all.length)
    throw new AppError('NOT_FOUND', 'not in the trash', {
      messageZh: '要恢复的记录有的已不在回收站，可能刚被彻底清除。请刷新列表后再试，没有恢复任何记录',
    })
  db.write((tx) => {
    // Branches first: their members need them standing.
    takeOrganizationsFromTrash(tx, organizations, moment)
    for (const member of members) takeFromTrash(tx, member, moment)
  })
  return all.length
}

function withHanging(db: ReadDb, items: readonly Item[]): readonly Item[] {
  const deletions = deletionsOf(
    db,
    items.map(({ id }) => id),
  )
  const hanging = hangingFinder(db)
  const all = new Map(
    items
      .flatMap((item): readonly Item[] => [item, ...hanging(item.id, deletions.get(item.id))])
      .map(({ kind, id }) => [id, { kind, id }]),
  )
  return [...all.values()]
}
