import type { WriteDb } from '#db/database.ts'
import { getLostCase, lostCasesOf } from '#db/queries/lostCases.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isOpenLost } from '#shared/domain/lostCases.ts'

/** Out of the trash a case may be open again. Throws CONFLICT when its member has another open one since. */
export function settleRestoredCases(tx: WriteDb, ids: readonly string[]): void {
  for (const id of ids) {
    const found = getLostCase(tx, id)
    if (found === undefined || !isOpenLost(found.lost.status)) continue
    const others = lostCasesOf(tx, found.lost.memberId).filter(({ lost }) => lost.id !== id)
    if (others.some(({ lost }) => isOpenLost(lost.status)))
      throw new AppError('CONFLICT', 'another case is open', {
        messageZh: `不能恢复“${found.memberName}”的失联处置：此人另有一件没有办结的失联处置，请先在那一件上办理，或先删除那一件`,
      })
  }
}
