import type { WriteDb } from '#db/database.ts'
import type { LifeRow } from '#db/queries/insertMany.ts'
import { countRoll } from '#shared/domain/meetings/roll.ts'
import { type DateOnly, dateOnly } from '#shared/lib/dates.ts'
import { writeRoll } from '../records/meetingRoll.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { branchMeetingDays, type DemoLifeBranch, leadersOn } from './demoMeetingBranch.ts'
import { demoRoll } from './demoMeetingRolls.ts'
import { demoItem, demoMeeting, type DemoItem, type DemoMeeting } from './demoMeetingRows.ts'
import {
  branchMatters,
  committeeMatters,
  groupSummary,
  lectureTopics,
  themeProgram,
  themeTopics,
} from './demoMeetingWords.ts'
import type { Random } from './random.ts'

export interface DemoBook {
  readonly meetings: DemoMeeting[]
  readonly items: DemoItem[]
  readonly followUps: LifeRow<'followUps'>[]
}

export interface DemoHand {
  readonly tx: WriteDb
  readonly random: Random
  readonly moment: WriteMoment
  readonly voters: (branchId: string, on: DateOnly) => number
  readonly book: DemoBook
}

const dayOf = (year: number, month: number, day: number) =>
  dateOnly(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

/** One branch's month; what lies ahead is not there yet. */
export function fillMonth(
  hand: DemoHand,
  branch: DemoLifeBranch,
  place: number,
  year: number,
  month: number,
): void {
  const { random, moment } = hand
  const isHeld = (on: DateOnly) => on <= moment.today && random.chance(branch.diligence)
  const themeOn = dayOf(year, month, branch.themeDay)
  if (isHeld(themeOn)) themeDay(hand, branch, place, themeOn)
  const committeeOn = dayOf(year, month, 3 + (place % 5))
  const hasCommittee = (branch.row.committeeSeats ?? 0) >= 2 || leadersOn(branch, committeeOn).committee > 1
  if (hasCommittee && isHeld(committeeOn)) committeeMeeting(hand, branch, committeeOn)
  for (const groupId of branch.groupIds) {
    const on = dayOf(year, month, 26)
    if (isHeld(on)) groupMeeting(hand, branch, groupId, on)
  }
  if (month % 3 !== 0) return
  const on = branchMeetingDays(year, month / 3)[place % 2]
  if (on !== undefined && isHeld(on)) branchMeeting(hand, branch, on)
}

const monthOf = (on: DateOnly) => Number(on.slice(5, 7))

/** In the middle month of a quarter with a 党课. */
function themeDay(
  { tx, random, moment, book }: DemoHand,
  branch: DemoLifeBranch,
  place: number,
  on: DateOnly,
): void {
  const month = monthOf(on)
  const { committee: _, secretary, ...leaders } = leadersOn(branch, on)
  const hasLecture = month % 3 === 2
  const isSecretary = hasLecture && secretary !== null && (place + month) % 2 === 0
  const roll =
    branch.hasRolls && on.startsWith(moment.today.slice(0, 4)) ? demoRoll(tx, branch, on, random) : null
  const counted = roll === null ? null : countRoll(roll)
  const kinds = hasLecture ? (['lecture', 'themeDay'] as const) : (['themeDay'] as const)
  const lecture = {
    lectureTopic: lectureTopics[(place + month) % lectureTopics.length] ?? null,
    lecturerName: isSecretary ? leaders.hostName : leaders.recorderName,
    lecturerId: isSecretary ? leaders.hostId : null,
    isSecretaryLecturing: isSecretary,
    lectureHours: 2,
  }
  book.meetings.push(
    demoMeeting(
      { organizationId: branch.row.id, kinds, title: themeTopics[month - 1] ?? '主题党日', heldOn: on },
      {
        ...leaders,
        ...(hasLecture ? lecture : {}),
        themeProgram,
        effect: '党员参与积极，活动达到预期效果。',
        roll: writeRoll(roll),
        should: counted?.should ?? null,
        present: counted?.present ?? null,
      },
      moment,
    ),
  )
}

function committeeMeeting({ random, moment, book }: DemoHand, branch: DemoLifeBranch, on: DateOnly): void {
  const { secretary: _, committee, ...leaders } = leadersOn(branch, on)
  const matter = random.pick(committeeMatters)
  book.meetings.push(
    demoMeeting(
      { organizationId: branch.row.id, kinds: ['committeeMeeting'], title: matter, heldOn: on },
      {
        ...leaders,
        should: committee > 0 ? committee : null,
        present: committee > 0 ? committee : null,
        startTime: '14:30',
        endTime: '15:30',
        summary: `会议${matter}，委员逐一发表意见。会议决定：按讨论意见落实，书记负总责。`,
      },
      moment,
    ),
  )
}

function groupMeeting(
  { moment, book }: DemoHand,
  branch: DemoLifeBranch,
  groupId: string,
  on: DateOnly,
): void {
  const { hostName, recorderName } = leadersOn(branch, on)
  book.meetings.push(
    demoMeeting(
      { organizationId: branch.row.id, kinds: ['groupMeeting'], title: '党小组集中学习', heldOn: on },
      { groupId, hostName, recorderName, startTime: '19:00', endTime: '20:00', summary: groupSummary },
      moment,
    ),
  )
}

function branchMeeting(hand: DemoHand, branch: DemoLifeBranch, on: DateOnly): void {
  const { tx, random, moment, voters, book } = hand
  const { secretary: _, committee: __, ...leaders } = leadersOn(branch, on)
  const roll =
    branch.hasRolls && on.startsWith(moment.today.slice(0, 4)) ? demoRoll(tx, branch, on, random) : null
  const should = roll === null ? voters(branch.row.id, on) : countRoll(roll).should
  const present = roll === null ? should - random.below(Math.max(1, should / 5)) : countRoll(roll).present
  const title = branchMatters[(monthOf(on) / 3 - 1) % branchMatters.length] ?? '支部党员大会'
  const meeting = demoMeeting(
    { organizationId: branch.row.id, kinds: ['branchMeeting'], title, heldOn: on },
    {
      ...leaders,
      should,
      present,
      roll: writeRoll(roll),
      startTime: '15:00',
      endTime: '16:30',
    },
    moment,
  )
  book.meetings.push(meeting)
  book.items.push(
    demoItem(
      meeting.id,
      {
        section: 'branchMeeting',
        title,
        presenter: leaders.hostName,
        discussion: '与会党员围绕议题充分讨论，提出意见建议。',
        matter: 'important',
        should,
        present,
        agreed: present,
        agreedInWriting: 0,
        against: 0,
        abstained: 0,
        isSecret: false,
        isPassed: present * 2 > should,
        decision: '会议决定：按讨论通过的意见执行。',
      },
      moment,
    ),
  )
}
