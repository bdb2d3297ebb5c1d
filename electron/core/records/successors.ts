import type { WriteDb } from '#db/database.ts'
import { formsToHandOver, updateForm } from '#db/queries/applicationForms.ts'
import { listEnterprises, updateEnterprise } from '#db/queries/enterprises.ts'
import { nonMembersUnder } from '#db/queries/mobility.ts'
import { updateMobility } from '#db/queries/mobilityWrites.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { openOfNonMembers } from '#db/queries/transferMoves.ts'
import { updateTransfer } from '#db/queries/transfers.ts'
import { AppError } from '#shared/contract/errors.ts'
import { handOverFiles } from './developmentFollowing.ts'
import type { WriteMoment } from './memberStore.ts'

/**
 * What an organisation looks after without it being its member — 流入党员, 流出党员 the roster does not have, 两新单位, 发展党员档案, booklets
 * in its box, people who are on their way into it — goes to the organisation that takes over, for nobody looks into the books of one that is no more. What it did itself
 * (booklets issued, classes held) stays its own.
 * 组织关系 only a branch can take over. Throws STALE_WRITE.
 */
export function handOver(
  tx: WriteDb,
  { from, to }: { readonly from: readonly string[]; readonly to: string },
  moment: WriteMoment,
): void {
  const { at } = moment
  const set = { organizationId: to }
  for (const { id, version } of nonMembersUnder(tx, from))
    if (!updateMobility(tx, { id, version, at }, set)) throw stale()
  for (const { id, version } of listEnterprises(tx, from))
    if (!updateEnterprise(tx, { id, version, at, set })) throw stale()
  handOverFiles(tx, { from, to }, moment)
  for (const form of formsToHandOver(tx, from, to)) if (!updateForm(tx, form, set, at)) throw stale()
  if (getOrganization(tx, to)?.type !== 'ZB') return
  for (const { id, version } of openOfNonMembers(tx, from))
    if (!updateTransfer(tx, { id, version, at, set })) throw stale()
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'record changed since it was read', {
    messageZh: '这个党组织联系的流动党员、两新单位、库存志愿书或办理中的转接刚被修改过，请刷新核对后重试',
  })
}
