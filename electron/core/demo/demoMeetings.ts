import type { WriteDb } from '#db/database.ts'
import { insertMany } from '#db/queries/insertMany.ts'
import { renewMeetingYears } from '../records/meetingYears.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { branchMeetingDays, demoLifeBranches, votersOn } from './demoMeetingBranch.ts'
import { type DemoBook, type DemoHand, fillMonth } from './demoMeetingMonth.ts'
import { fillPlans } from './demoMeetingPlans.ts'
import { storyOf } from './demoMeetingStories.ts'
import { fillOrganizationLife } from './demoOrganizationLife.ts'
import type { Random } from './random.ts'

/** This year's and last year's 三会一课 of every branch, with gaps, and what comes after them: plans, 组织生活会, talks. */
export function fillMeetings(tx: WriteDb, random: Random, moment: WriteMoment): void {
  const { today } = moment
  const thisYear = Number(today.slice(0, 4))
  const years = [thisYear - 1, thisYear]
  const branches = demoLifeBranches(tx, random, today)
  const days = years
    .flatMap((year) => [1, 2, 3, 4].flatMap((quarter) => branchMeetingDays(year, quarter)))
    .filter((on) => on <= today)
  const book: DemoBook = { meetings: [], items: [], followUps: [] }
  const hand: DemoHand = { tx, random, moment, voters: votersOn(tx, days), book }
  for (const [place, branch] of branches.entries())
    for (const year of years)
      for (let month = 1; month <= 12; month += 1) fillMonth(hand, branch, place, year, month)
  storyOf(book, branches, random, moment)
  insertMany(tx, 'meetings', book.meetings)
  insertMany(tx, 'meetingItems', book.items)
  insertMany(tx, 'followUps', book.followUps)
  fillOrganizationLife(tx, branches, random, moment)
  fillPlans(tx, branches, moment)
  renewMeetingYears(
    tx,
    branches.flatMap(({ row }) => years.map((year) => ({ organizationId: row.id, year }))),
  )
}
