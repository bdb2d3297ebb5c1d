import type { WriteDb } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { addDays, type DateOnly, firstDay } from '#shared/lib/dates.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import type { DemoBranch } from './demoMembers.ts'
import type { Random } from './random.ts'

const reasons = ['住址变动', '工作单位调整', '支部调整设置']

/** Some years of moves: every twelfth member has come from another branch, on some day of the last five years. */
export function fillMoves(
  tx: WriteDb,
  random: Random,
  { ids, branches }: { readonly ids: readonly string[]; readonly branches: readonly DemoBranch[] },
  moment: WriteMoment,
): void {
  const moving = ids.filter(() => random.chance(1 / 12))
  for (const member of getMembers(tx, moving).toSorted((a, b) => a.seq - b.seq)) {
    const on: DateOnly = addDays(moment.today, -30 - random.below(5 * 365))
    const since = member.enteredOn ?? member.joinedOn
    const { id: toId, jointUnits } = random.pick(branches)
    const isPossible = since !== null && firstDay(since) < addDays(on, -365) && toId !== member.organizationId
    if (!isPossible || member.partyStatus !== 'ZC' || jointUnits.length > 0) continue
    const changes = changedFields(recordOf(member), { organizationId: toId, groupId: null, jointUnit: null })
    const happening = { on, by: 'NB', reason: random.pick(reasons), doc: null } as const
    changeMember(tx, member, changes, moment, happening)
  }
}
