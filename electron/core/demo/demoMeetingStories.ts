import { addDays, daysBetween } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { DemoLifeBranch } from './demoMeetingBranch.ts'
import { demoItem, type DemoMeeting } from './demoMeetingRows.ts'
import type { DemoBook } from './demoMeetingMonth.ts'
import { followUpMatters, lectureTopics } from './demoMeetingWords.ts'
import type { Random } from './random.ts'

/** What makes the records worth a look: drafts, 补录, checks of the street, a joint meeting, an election, what is left to be done. */
export function storyOf(
  book: DemoBook,
  branches: readonly DemoLifeBranch[],
  random: Random,
  moment: WriteMoment,
): void {
  const { today, ids } = moment
  const placeOf = new Map(branches.map(({ row }, place) => [row.id, place]))
  const newest = new Map(book.meetings.map((meeting, i) => [`${meeting.organizationId} ${meeting.kinds}`, i]))
  const change = (place: number, kinds: string, set: (meeting: DemoMeeting) => Partial<DemoMeeting>) => {
    const i = newest.get(`${branches[place]?.row.id ?? ''} ${kinds}`)
    const meeting = i === undefined ? undefined : book.meetings[i]
    if (i === undefined || meeting === undefined) return undefined
    const changed = { ...meeting, ...set(meeting) }
    book.meetings[i] = changed
    return changed
  }
  checkOld(book, placeOf, today)
  for (const [place, kinds] of [
    [2, 'themeDay'],
    [6, 'branchMeeting'],
    [11, 'themeDay'],
  ] as const)
    change(place, kinds, () => ({
      status: 'draft',
      finalizedOn: null,
      checkState: null,
      checkedOn: null,
      checkedBy: null,
    }))
  for (const place of [7, 13])
    change(place, 'themeDay', ({ heldOn }) => {
      const entered = addDays(heldOn, Math.min(19, daysBetween(heldOn, today)))
      return { enteredOn: entered, finalizedOn: entered, remark: '活动后未及时录入，按签到表补录' }
    })
  const returned = {
    checkState: 'returned',
    checkWords: '没有写明讨论要点，请补充后再报',
    checkedBy: '街道组织办',
  } as const
  change(3, 'branchMeeting', ({ heldOn }) => ({ ...returned, checkedOn: laterBy(heldOn, 12, today) }))
  const joint = change(0, 'branchMeeting', ({ title, hostName, hostId }) => ({
    kinds: 'branchMeeting,lecture',
    title: `${title}（含书记讲党课）`,
    lectureTopic: lectureTopics[0],
    lecturerName: hostName,
    lecturerId: hostId,
    isSecretaryLecturing: true,
    lectureHours: 2,
  }))
  if (joint)
    book.items.push(
      demoItem(
        joint.id,
        { section: 'lecture', title: lectureTopics[0], presenter: joint.hostName, position: 1 },
        moment,
      ),
    )
  const electing = change(1, 'branchMeeting', () => ({}))
  if (electing && electing.should !== null && electing.present !== null)
    book.items.push(
      demoItem(
        electing.id,
        {
          section: 'branchMeeting',
          title: '补选支部委员会委员',
          presenter: electing.hostName,
          position: 1,
          matter: 'election',
          should: electing.should,
          present: electing.present,
          agreed: Math.max(0, electing.present - 1),
          agreedInWriting: 0,
          against: 0,
          abstained: electing.present > 0 ? 1 : 0,
          isSecret: true,
          isPassed: true,
          decision: '经无记名投票选举，增补委员 1 名，报上级党组织批复。',
        },
        moment,
      ),
    )
  followUpsOf(book, placeOf, random, { today, ids })
}

const laterBy = (on: DemoMeeting['heldOn'], days: number, today: DemoMeeting['heldOn']) =>
  addDays(on, Math.min(days, Math.max(0, daysBetween(on, today))))

/** The street has looked at what two of three branches recorded up to two months ago. */
function checkOld(
  { meetings }: DemoBook,
  placeOf: ReadonlyMap<string, number>,
  today: DemoMeeting['heldOn'],
): void {
  const until = addDays(today, -60)
  for (const [i, meeting] of meetings.entries())
    if (meeting.heldOn < until && (placeOf.get(meeting.organizationId) ?? 0) % 3 < 2)
      meetings[i] = {
        ...meeting,
        checkState: 'passed',
        checkedOn: addDays(meeting.heldOn, 30),
        checkedBy: '街道组织办',
      }
}

/** Of the last half year's 党员大会: done, open, and past their day. */
function followUpsOf(
  { meetings, followUps }: DemoBook,
  placeOf: ReadonlyMap<string, number>,
  random: Random,
  { today, ids }: Pick<WriteMoment, 'today' | 'ids'>,
): void {
  const from = addDays(today, -180)
  const recent = meetings.filter(
    ({ kinds, heldOn, organizationId }) =>
      kinds.startsWith('branchMeeting') && heldOn >= from && (placeOf.get(organizationId) ?? 0) % 4 === 0,
  )
  // The first that can be is overdue, whatever the dice say: every demo shows one.
  const overdue = recent.find(({ heldOn }) => addDays(heldOn, 30) < today)
  for (const { id, organizationId, heldOn, recorderName } of recent) {
    const isOverdue = id === overdue?.id
    const dueOn = addDays(heldOn, isOverdue ? 29 : 30 + random.below(90))
    const isClosed = random.chance(0.5) && !isOverdue
    followUps.push({
      id: ids.next(),
      subject: 'meeting',
      subjectId: id,
      organizationId,
      position: 0,
      what: random.pick(followUpMatters),
      memberId: null,
      personName: recorderName,
      dueOn,
      closedOn: isClosed ? laterBy(heldOn, 25, today) : null,
      result: isClosed ? '已完成' : null,
    })
  }
}
