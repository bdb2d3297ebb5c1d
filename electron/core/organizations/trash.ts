import type { Database } from '#db/database.ts'
import { listMembersIn } from '#db/queries/members.ts'
import { type StoredOrganization, trashOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { Ports } from '../ports.ts'
import { renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { notFound, refuseOwnRoot, stale } from './checks.ts'
import { kindOf } from './fields.ts'

interface Wanted {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** Entered by mistake: goes with the groups below it. Throws CONFLICT naming the members or organisations that hang on it. */
export function moveOrganizationToTrash(db: Database, { id, version, reason }: Wanted, ports: Ports): void {
  const at = ports.clock.now()
  const tree = readOrganizationTree(db.read)
  const row = tree.get(id)
  if (!row) throw notFound()
  refuseOwnRoot(db.read, id)
  const below = tree.subtree(id).slice(1)
  const levels = below.filter((each) => isOrganizationLevel(kindOf(each).type))
  if (levels.length > 0)
    throw hangsOnIt(
      row,
      levels.map(({ shortName }) => shortName),
      '个下级党组织',
    )
  const members = listMembersIn(db.read, [id, ...below.map((each) => each.id)])
  if (members.length > 0)
    throw hangsOnIt(
      row,
      members.map(({ name }) => name),
      '名党员',
    )
  db.write((tx) => {
    const all = [{ id, version }, ...below.map((each) => ({ id: each.id, version: each.version }))]
    for (const each of all) if (!trashOrganization(tx, { ...each, at, reason })) throw stale()
    renewTreeOrder(tx)
  })
}

function hangsOnIt(row: StoredOrganization, names: readonly string[], what: string): AppError {
  const some = names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('、')
  const list = names.length > 3 ? `${some}等` : some
  return new AppError('CONFLICT', 'something hangs on it', {
    messageZh: `“${row.shortName}”还有 ${names.length} ${what}（${list}），不能放进回收站。请先移走，或改用撤销、合并`,
  })
}
