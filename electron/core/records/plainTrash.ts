import type { WriteDb } from '#db/database.ts'
import { type PlainTrashKind, restorePlain, trashedMembersOf, trashPlain } from '#db/queries/plainTrash.ts'
import { AppError } from '#shared/contract/errors.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import type { WriteMoment } from './memberStore.ts'

/** Throws STALE_WRITE when somebody has written to it since it was read, or it is in the trash already. */
export function movePlainToTrash(
  tx: WriteDb,
  kind: PlainTrashKind,
  { id, version }: { readonly id: string; readonly version: number },
  reason: string,
  { at }: WriteMoment,
): void {
  if (!trashPlain(tx, kind, { id, version, at, reason }))
    throw new AppError('STALE_WRITE', `${kind} changed since it was read`, {
      messageZh: `这条${recordKindLabels[kind]}记录刚被修改或删除过，您看到的不是最新的。请刷新核对后再删除`,
    })
}

/** Throws CONFLICT, naming the member, when whom the record speaks of is in the trash. */
export function takePlainFromTrash(
  tx: WriteDb,
  kind: PlainTrashKind,
  ids: readonly string[],
  { at }: WriteMoment,
): void {
  const [missing] = trashedMembersOf(tx, kind, ids)
  if (missing)
    throw new AppError('CONFLICT', 'its member is in the trash', {
      messageZh: `不能恢复这条${recordKindLabels[kind]}记录：“${missing.memberName}”在回收站，请先恢复该党员`,
    })
  for (const id of ids)
    if (!restorePlain(tx, kind, { id, at }))
      throw new AppError('CONFLICT', 'not in the trash', {
        messageZh: `这条${recordKindLabels[kind]}记录已不在回收站，不需要恢复`,
      })
}
