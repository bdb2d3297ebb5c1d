import type { AttendanceState } from '#shared/domain/meetings/attendance.ts'
import { countRoll, type RollEntry } from '#shared/domain/meetings/roll.ts'

const sameAs = (a: RollEntry) => (b: RollEntry) =>
  a.memberId === null ? b.memberId === null && a.name === b.name : a.memberId === b.memberId

/** Another day's names with what is known of those who stand in both; whoever was added by hand stays. */
export function carryOver(former: readonly RollEntry[], next: readonly RollEntry[]): readonly RollEntry[] {
  const kept = next.map((entry) => {
    const known = former.find(sameAs(entry))
    if (known === undefined) return entry
    const { state, reason, note, exempt, madeUpOn } = known
    return { ...entry, state, reason, note, exempt: entry.isVoter ? exempt : null, madeUpOn }
  })
  const added = former.filter(({ memberId, name }) => memberId === null && name !== '')
  return [...kept, ...added.filter((entry) => !kept.some(sameAs(entry)))]
}

/** Whether two lists ask for the same people with the same rights, whatever is marked. */
export function isSamePeople(a: readonly RollEntry[], b: readonly RollEntry[]): boolean {
  const key = ({ memberId, name, isVoter }: RollEntry) => `${memberId ?? name} ${isVoter}`
  const keys = new Set(a.map(key))
  return a.length === b.length && b.every((entry) => keys.has(key(entry)))
}

/** Who came has no reason for staying away. */
export function withState(entry: RollEntry, state: AttendanceState): RollEntry {
  if (state !== 'present') return { ...entry, state }
  return { ...entry, state, reason: null, note: null, exempt: null, madeUpOn: null }
}

/** Whether anybody has been marked: a list as it was made says nothing of who came. */
export function isMarked(roll: readonly RollEntry[]): boolean {
  return roll.some(({ state }) => state === 'present')
}

/** 应到 17 人，实到 15 人；缺席 1 人，请假 1 人；不计入应到 1 人；没有表决权的到会 2 人 */
export function rollSentence(roll: readonly RollEntry[]): string {
  const { should, present, others } = countRoll(roll)
  if (!isMarked(roll)) return `应到 ${should} 人，还没有登记到会`
  const counted = roll.filter(({ isVoter, exempt }) => isVoter && exempt === null)
  const of = (state: AttendanceState) => counted.filter((entry) => entry.state === state).length
  const exempt = roll.filter((entry) => entry.isVoter && entry.exempt !== null).length
  return [
    `应到 ${should} 人，实到 ${present} 人`,
    ...(of('absent') + of('excused') > 0 ? [`缺席 ${of('absent')} 人，请假 ${of('excused')} 人`] : []),
    ...(exempt > 0 ? [`不计入应到 ${exempt} 人`] : []),
    ...(others > 0 ? [`没有表决权的到会 ${others} 人`] : []),
  ].join('；')
}

/** What a roll was made for: another branch, day or kind asks for another roll. */
export function rollKey(asked: {
  readonly organizationId: string
  readonly groupId: string | null
  readonly kinds: readonly string[]
  readonly heldOn: string
}): string {
  const { organizationId, groupId, kinds, heldOn } = asked
  return JSON.stringify([organizationId, groupId, kinds.toSorted(), heldOn])
}
