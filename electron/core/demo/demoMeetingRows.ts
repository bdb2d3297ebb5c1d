import type { LifeRow } from '#db/queries/insertMany.ts'
import { unfilledItem, unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { addDays, type DateOnly } from '#shared/lib/dates.ts'
import { writeKinds } from '../records/meetingYears.ts'
import type { WriteMoment } from '../records/memberStore.ts'

export type DemoMeeting = LifeRow<'meetings'>

interface Held {
  readonly organizationId: string
  readonly kinds: readonly MeetingKind[]
  readonly title: string
  readonly heldOn: DateOnly
}

/** A final record written down the day after, with what is told of it. */
export function demoMeeting(
  held: Held,
  more: Partial<DemoMeeting>,
  { ids, at, today }: WriteMoment,
): DemoMeeting {
  const entered = held.heldOn < today ? addDays(held.heldOn, 1) : today
  return {
    ...unfilled,
    ...held,
    kinds: writeKinds(held.kinds),
    id: ids.next(),
    status: 'final',
    enteredOn: entered,
    finalizedOn: entered,
    version: 1,
    createdAt: at,
    updatedAt: at,
    ...more,
  }
}

const { items: _i, followUps: _f, roll: _r, ...bare } = unfilledMeeting

const unfilled = {
  ...bare,
  startTime: '09:00',
  endTime: '10:30',
  place: '社区党群服务中心会议室',
  roll: null,
  checkState: null,
  checkWords: null,
  checkedOn: null,
  checkedBy: null,
  isImported: false,
  deletedAt: null,
  deletedReason: null,
} as const satisfies Partial<DemoMeeting>

export type DemoItem = LifeRow<'meetingItems'>

export function demoItem(
  meetingId: string,
  item: Pick<DemoItem, 'section' | 'title'> & Partial<DemoItem>,
  { ids }: WriteMoment,
): DemoItem {
  return {
    ...unfilledItem,
    id: ids.next(),
    meetingId,
    position: 0,
    ...item,
  }
}

export interface DemoLifeRows {
  readonly meetings: DemoMeeting[]
  readonly meetingItems: DemoItem[]
  readonly lifeMeetings: LifeRow<'lifeMeetings'>[]
  readonly lifeProblems: LifeRow<'lifeProblems'>[]
  readonly appraisals: LifeRow<'appraisals'>[]
  readonly appraisalPeople: LifeRow<'appraisalPeople'>[]
  readonly talks: LifeRow<'talks'>[]
}
