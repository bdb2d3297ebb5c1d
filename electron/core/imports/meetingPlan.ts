import type { ImportFinding, ImportMode } from '#shared/contract/imports.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import { stripSpaces } from '#shared/lib/text.ts'
import type { BranchBook } from './branches.ts'
import { type MeetingChanges, meetingChanges, meetingFields } from './meetingChanges.ts'
import type { KnownMeeting, MeetingSnapshot } from './meetingSnapshot.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { ReadMeeting } from './readMeeting.ts'
import { placeIn } from './readPerson.ts'
import { finding, quote } from './rowFindings.ts'

/** What is written for a row. */
type MeetingWrite =
  | { readonly is: 'new'; readonly fields: MeetingFields }
  | { readonly is: 'changed'; readonly current: KnownMeeting; readonly set: MeetingChanges['set'] }
  | { readonly is: 'nothing' }

export interface PlannedMeeting extends PlannedRow {
  readonly write: MeetingWrite
}

interface MeetingPlanning {
  readonly mode: ImportMode
  readonly snapshot: MeetingSnapshot
  readonly branches: BranchBook
}

type Verdict = Omit<PlannedMeeting, 'sheet' | 'row' | 'name'>

const nothing = { is: 'nothing' } as const

const stopped = (
  outcome: 'blocked' | 'duplicate',
  found: ImportFinding,
  matchId: string | null = null,
): Verdict => ({ outcome, matchId, findings: [found], changes: [], write: nothing })

type Place =
  | { readonly is: 'known'; readonly id: string; readonly said: readonly ImportFinding[] }
  | { readonly is: 'blocked'; readonly verdict: Verdict }

/** A ledger of meetings makes no branches. */
function placeOf(read: ReadMeeting, branches: BranchBook): Place {
  const refuse = (message: string): Place => ({
    is: 'blocked',
    verdict: stopped('blocked', finding(placeIn(read, 'organizationId'), 'BRANCH_UNKNOWN', 'block', message)),
  })
  const { branchName } = read
  if (branchName === null) return refuse('没有写党支部，不能导入；请补填后重新导入')
  const answer = branches.answer(stripSpaces(branchName))
  if (answer.is === 'blocked') return refuse(answer.message)
  if (answer.is === 'created')
    return refuse(`没有名为${quote(branchName)}的党支部，请先建立或选择对应的党支部`)
  const said =
    answer.is === 'matched'
      ? [finding(placeIn(read, 'organizationId'), 'BRANCH_UNKNOWN', 'yellow', answer.message)]
      : []
  return { is: 'known', id: answer.id, said }
}

interface Group {
  readonly id: string | null
  readonly said: readonly ImportFinding[]
}

function groupOf(read: ReadMeeting, branchId: string, branches: BranchBook): Group {
  if (!read.kinds.includes('groupMeeting')) return { id: null, said: [] }
  if (read.groupName === null) return { id: null, said: [] }
  const id = branches.findGroup(branchId, read.groupName)
  if (id !== null) return { id, said: [] }
  const message = `这个党支部没有名为${quote(read.groupName)}的党小组，按没有写明党小组导入；请先建立党小组，或在记录里改正`
  return { id: null, said: [finding(placeIn(read, 'groupId'), 'GROUP_UNKNOWN', 'yellow', message)] }
}

/** The same meeting: of the same branch and group, kinds and day, and the same time where both have one. */
function isSame(
  one: Pick<KnownMeeting, 'kinds' | 'heldOn' | 'startTime' | 'groupId' | 'title'>,
  other: Pick<KnownMeeting, 'kinds' | 'heldOn' | 'startTime' | 'groupId' | 'title'>,
): boolean {
  if (one.kinds !== other.kinds || one.heldOn !== other.heldOn) return false
  if (one.groupId !== null && other.groupId !== null && one.groupId !== other.groupId) return false
  if (one.startTime !== null && other.startTime !== null) return one.startTime === other.startTime
  return one.title === other.title
}

function planKnown(
  read: ReadMeeting,
  fields: MeetingFields,
  current: KnownMeeting,
  mode: ImportMode,
): Verdict {
  if (mode === 'addOnly') {
    const message = '已有这次会议的记录，“只新增”方式下不改动'
    return stopped(
      'duplicate',
      finding(placeIn(read, 'heldOn'), 'MEETING_EXISTS', 'yellow', message),
      current.id,
    )
  }
  const { set, changes } = meetingChanges(current, fields, mode)
  const outcome = changes.length === 0 ? 'unchanged' : 'changed'
  const write = changes.length === 0 ? nothing : ({ is: 'changed', current, set } as const)
  return { outcome, matchId: current.id, findings: [], changes, write }
}

/** Every row gets one outcome, in the order of the file. */
export function planMeetings(
  reads: readonly ReadMeeting[],
  { mode, snapshot, branches }: MeetingPlanning,
): readonly PlannedMeeting[] {
  const seen = new Map<string, { readonly read: ReadMeeting; readonly fields: MeetingFields }[]>()
  const verdictOf = (read: ReadMeeting): Verdict => {
    const { heldOn } = read
    if (heldOn === null || read.findings.some(({ severity }) => severity === 'block'))
      return { outcome: 'blocked', matchId: null, findings: [], changes: [], write: nothing }
    const place = placeOf(read, branches)
    if (place.is === 'blocked') return place.verdict
    const group = groupOf(read, place.id, branches)
    const said = [...place.said, ...group.said]
    const fields = meetingFields(read, {
      heldOn,
      organizationId: place.id,
      groupId: group.id,
      day: snapshot.rollOf(place.id, group.id, read.kinds, heldOn),
    })
    const key = { ...fields, kinds: fields.kinds.join(',') }
    const earlier = seen.get(place.id) ?? []
    const first = earlier.find((each) => isSame({ ...each.fields, kinds: each.fields.kinds.join(',') }, key))
    if (first !== undefined) {
      const where =
        first.read.sheet === read.sheet
          ? `第 ${first.read.row} 行`
          : `工作表“${first.read.sheet}”第 ${first.read.row} 行`
      const message = `与${where}是同一次会议；以前一行为准，这一行不导入，请删去重复的一行`
      return stopped('duplicate', finding(placeIn(read, 'heldOn'), 'DUPLICATE_IN_FILE', 'red', message))
    }
    seen.set(place.id, [...earlier, { read, fields }])
    const current = snapshot.known(place.id, heldOn).find((each) => isSame(each, key))
    if (current !== undefined) {
      const verdict = planKnown(read, fields, current, mode)
      return { ...verdict, findings: [...said, ...verdict.findings] }
    }
    return { outcome: 'new', matchId: null, findings: said, changes: [], write: { is: 'new', fields } }
  }
  return reads.map((read) => {
    const { sheet, row, name } = read
    const verdict = verdictOf(read)
    return { sheet, row, name, ...verdict, findings: [...read.findings, ...verdict.findings] }
  })
}
