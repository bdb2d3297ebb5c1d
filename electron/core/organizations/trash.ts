import type { Database } from '#db/database.ts'
import { developmentFilesUnder } from '#db/queries/developmentFiles.ts'
import { listMembersIn } from '#db/queries/members.ts'
import { pastPeople } from '#db/queries/memberSpells.ts'
import { type StoredOrganization, trashOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import type { Ports } from '../ports.ts'
import { renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { kindOf } from '../records/organizationKind.ts'
import { momentOf } from '../records/moment.ts'
import { trashTermsAndPosts } from '../records/termStore.ts'
import { notFound, refuseOwnRoot, stale } from './checks.ts'

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
  const files = developmentFilesUnder(db.read, [id, ...below.map((each) => each.id)])
  if (files.length > 0)
    throw hangsOnIt(
      row,
      files.map(({ name }) => name),
      '份发展党员档案',
    )
  const past = pastPeople(db.read, [id, ...below.map((each) => each.id)])
  if (past.length > 0) throw wasThere(row, past)
  db.write((tx) => {
    const all = [{ id, version }, ...below.map((each) => ({ id: each.id, version: each.version }))]
    trashTermsAndPosts(
      tx,
      all.map((each) => each.id),
      reason,
      momentOf(ports),
    )
    for (const each of all) if (!trashOrganization(tx, { ...each, at, reason })) throw stale()
    renewTreeOrder(tx)
  })
}

/** Their 经历 would lose the branch they were in, and every count of an earlier day with it. */
function wasThere(row: StoredOrganization, names: readonly string[]): AppError {
  return new AppError('CONFLICT', 'people have been in it', {
    messageZh: `${names.length} 名党员曾在“${row.shortName}”（${someOf(names)}），放进回收站会丢掉他们的经历。已不再设立的，请改用撤销、合并；从来没有人在这里的，请先在这些党员的“经历”中更正`,
  })
}

function someOf(names: readonly string[]): string {
  const some = names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('、')
  return names.length > 3 ? `${some}等` : some
}

function hangsOnIt(row: StoredOrganization, names: readonly string[], what: string): AppError {
  return new AppError('CONFLICT', 'something hangs on it', {
    messageZh: `“${row.shortName}”还有 ${names.length} ${what}（${someOf(names)}），不能放进回收站。请先移走，或改用撤销、合并`,
  })
}
