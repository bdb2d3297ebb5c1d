import type { Database, ReadDb } from '#db/database.ts'
import { freezeOn, getFreeze, insertFreeze, liftFreeze, listFreezes } from '#db/queries/bridgeFreezes.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { BridgeFreeze } from '#shared/contract/bridge.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { freezeOf } from '../records/bridge.ts'
import { momentOf } from '../records/moment.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'

export function readFreezes(
  db: ReadDb,
  { role }: SignedInAccount,
): { readonly rows: readonly BridgeFreeze[]; readonly mayFreeze: boolean } {
  return {
    rows: listFreezes(db).map((stored) => freezeOf(db, stored)),
    mayFreeze: db.scope === null && roleHasRight(role, 'organization.write'),
  }
}

/** A frozen number is the whole street's: who keeps a part of it cannot answer for it. */
function refuseTied({ scope }: ReadDb): void {
  if (scope === null) return
  throw new AppError('FORBIDDEN', 'freezing is for the whole street', {
    messageZh: '年末数按全街道冻结，请由街道党务干事办理',
  })
}

/** Throws VALIDATION_FAILED before the year is over, CONFLICT when it is frozen. */
export function freezeYear(
  db: Database,
  { year }: { readonly year: number },
  { displayName }: SignedInAccount,
  ports: Ports,
): BridgeFreeze {
  refuseTied(db.read)
  const { at, today, ids } = momentOf(ports)
  const onDay = dateOnly(`${year}-12-31`)
  if (onDay > today)
    throw new AppError('VALIDATION_FAILED', 'the year is not over', {
      fields: { year: `${year}年还没有结束，到12月31日以后才能冻结年末数` },
    })
  const root = readOrganizationTree(db.read).children(null)[0]
  if (!root)
    throw new AppError('NOT_FOUND', 'no organizations', {
      messageZh: '还没有党组织，没有年末数可以冻结',
    })
  const id = ids.next()
  db.write((tx) => {
    if (freezeOn(tx, onDay))
      throw new AppError('CONFLICT', 'frozen already', {
        messageZh: `${year}年年末数已经冻结。需要重新冻结的，请先解除并写明原因`,
      })
    insertFreeze(tx, { id, onDay, organizationId: root.id, frozenBy: displayName, at })
  })
  const stored = getFreeze(db.read, id)
  if (!stored) throw new Error('freeze is not there after it was written')
  return freezeOf(db.read, stored)
}

/** Throws STALE_WRITE when somebody else lifted it in between. */
export function unfreezeYear(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  { displayName }: SignedInAccount,
  ports: Ports,
): void {
  refuseTied(db.read)
  if (!getFreeze(db.read, id))
    throw new AppError('NOT_FOUND', 'no such freeze', {
      messageZh: '找不到这次冻结，请刷新后重试',
    })
  const { at } = momentOf(ports)
  db.write((tx) => {
    if (!liftFreeze(tx, { id, version, at, by: displayName, reason }))
      throw new AppError('STALE_WRITE', 'lifted since it was read', {
        messageZh: '这次冻结刚被解除，请刷新后查看',
      })
  })
}
