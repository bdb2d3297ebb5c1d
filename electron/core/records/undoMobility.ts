import type { ReadDb, WriteDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { mobilityOfMembers, openOutflowOf } from '#db/queries/mobility.ts'
import type { RawRow } from '#db/queries/undoRows.ts'
import { isOpenMobility, mobilityStatuses } from '#shared/domain/mobility.ts'
import type { WriteMoment } from './memberStore.ts'
import { followMobility, linkToMember } from './mobilityStore.ts'
import { problemOf } from './undoLater.ts'
import { isLiving, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

function isOpenRow(row: RawRow | null): boolean {
  const status = mobilityStatuses.find((each) => each === row?.status)
  return isLiving(row) && status !== undefined && isOpenMobility(status)
}

/** One person is away once at a time. */
export function mobilityProblems(db: ReadDb, steps: readonly UndoStep[]): readonly UndoProblem[] {
  const opened = steps.filter(({ now, next }) => isOpenRow(next) && !isOpenRow(now))
  const memberOf = ({ next }: UndoStep) => textIn(next, 'member_id')
  const members = opened.flatMap((step) => memberOf(step) ?? [])
  if (members.length === 0) return []
  const touched = new Set(steps.map(({ id }) => id))
  const away = new Map(
    mobilityOfMembers(db, members)
      .filter(({ record }) => !touched.has(record.id) && isOpenMobility(record.status))
      .map(({ record }) => [record.memberId, record.id]),
  )
  return opened.flatMap((step) => {
    const other = away.get(memberOf(step))
    if (other === undefined) return []
    const because = { kind: 'mobilityRecord', id: other } as const
    return [problemOf(step, 'nameTaken', `“${step.name}”后来另有一条没有结束的外出记录`, null, because)]
  })
}

/** What a link made of the roster belongs to no entry of the record's own: followed here. */
export function afterMobility(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment): void {
  for (const { id, now, next } of steps) {
    if (isLiving(next)) linkToMember(tx, id, moment)
    for (const memberId of new Set([textIn(now, 'member_id'), textIn(next, 'member_id')])) {
      const member = memberId === null ? undefined : getMember(tx, memberId)
      if (!member || member.deletedAt !== null) continue
      const isAway = openOutflowOf(tx, member.id) !== undefined
      if ((member.isFloating ?? false) !== isAway) followMobility(tx, memberId, moment)
    }
  }
}
