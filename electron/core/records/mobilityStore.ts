import type { ReadDb, WriteDb } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { findAnyByIdNo, getMember } from '#db/queries/members.ts'
import { getMobility, mobilityOfMember, openOutflowOf } from '#db/queries/mobility.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { isOpenMobility } from '#shared/domain/mobility.ts'
import { changedFields, changeMember, claimOutflows, type WriteMoment } from './memberStore.ts'
import { followingFields } from './mobilityOpening.ts'

/** 是否流动党员 and 外出流向 of the roster follow the open outflow record: call after every write to one. */
export function followMobility(tx: WriteDb, memberId: string | null, moment: WriteMoment): void {
  const member = memberId === null ? undefined : getMember(tx, memberId)
  if (!member || member.deletedAt !== null) return
  const open = openOutflowOf(tx, member.id)
  const changes = changedFields(recordOf(member), followingFields(open))
  if (Object.keys(changes).length > 0) changeMember(tx, member, changes, moment)
}

/** What a person's own form says against the open record: the record is right, and is where to change it. */
export function floatingProblems(db: ReadDb, memberId: string, changes: Partial<MemberRecord>): FieldErrors {
  const { isFloating, floatingTo } = changes
  const isAway = openOutflowOf(db, memberId) !== undefined
  const place = '外出流向记在“流动党员”的外出记录里，请到那里修改'
  return {
    ...(isFloating === undefined || (isFloating ?? false) === isAway
      ? {}
      : {
          isFloating: isAway
            ? '此人有没有结束的外出记录，请到“流动党员”登记返回'
            : '请到“流动党员”登记外出，这里随之改变',
        }),
    ...(floatingTo === undefined || (floatingTo === null && !isAway) ? {} : { floatingTo: place }),
  }
}

/** An outflow of nobody in the roster becomes the member's who has that ID number, if somebody has it by now. */
export function linkToMember(tx: WriteDb, recordId: string, moment: WriteMoment): void {
  const { direction, memberId, idNo } = getMobility(tx, recordId)?.record ?? {}
  if (direction !== 'LC' || memberId !== null || idNo === null || idNo === undefined) return
  const member = findAnyByIdNo(tx, idNo).find(({ deletedAt }) => deletedAt === null)
  if (member && isInScope(tx, member.organizationId)) claimOutflows(tx, member.id, moment)
}

/** Out of the trash a record may be open again. Throws CONFLICT when its member is away by another one since. */
export function settleRestored(tx: WriteDb, ids: readonly string[], moment: WriteMoment): void {
  for (const id of ids) {
    const { record, member } = getMobility(tx, id) ?? {}
    if (record === undefined) continue
    if (record.memberId === null) {
      linkToMember(tx, id, moment)
      continue
    }
    const isOpen = isOpenMobility(record.status)
    const others = mobilityOfMember(tx, record.memberId).filter((each) => each.record.id !== id)
    if (isOpen && others.some((each) => isOpenMobility(each.record.status)))
      throw new AppError('CONFLICT', 'away by another record', {
        messageZh: `不能恢复“${member?.name ?? ''}”的外出记录：此人另有一条没有结束的外出记录，请先登记返回`,
      })
    followMobility(tx, record.memberId, moment)
  }
}
