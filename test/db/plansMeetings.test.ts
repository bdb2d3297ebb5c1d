import { expect, it } from 'vitest'
import {
  listCommitteeSpans,
  listHeldMeetings,
  listHeldMonths,
  listMattersOf,
  listRolls,
  listSecretaryPosts,
} from '#db/queries/meetingDuties.ts'
import { findMeetingPlan, listPlanItems } from '#db/queries/meetingPlans.ts'
import { listGuidesOf } from '#db/queries/topicGuides.ts'
import { plansOf } from './plansOf.ts'

const scope = ['community', 'branch-1', 'branch-2']

it.each([null, scope])('the grid of a year reads the bits of that year and no meeting (%j)', (mine) => {
  const plan = plansOf((db) => listHeldMonths(db, 2026, null), mine)
  expect(plan).toMatch(/meeting_years USING INDEX sqlite_autoindex_meeting_years_1 \(year=\?/)
  expect(plan).not.toMatch(/SCAN meeting_years/)
  const of = plansOf((db) => [listCommitteeSpans(db, 2026, null), listSecretaryPosts(db, null)], mine)
  expect(of).not.toContain('meetings')
})

it('of one branch, posts and bits are looked up by it', () => {
  const plan = plansOf((db) => [
    listHeldMonths(db, 2026, 'branch-1'),
    listCommitteeSpans(db, 2026, 'branch-1'),
    listSecretaryPosts(db, 'branch-1'),
  ])
  expect(plan).not.toMatch(/SCAN/)
})

it('a year of a branch is found by branch and day, its agenda by its meetings', () => {
  expect(plansOf((db) => listRolls(db, 'branch-1', 2026))).toContain(
    'meetings_of (organization_id=? AND held_on>? AND held_on<?)',
  )
  const plan = plansOf((db) => [listHeldMeetings(db, 'branch-1', 2026), listMattersOf(db, ['a'])])
  expect(plan).toContain('meetings_of (organization_id=?)')
  expect(plan).toContain('meeting_items_of (meeting_id=?)')
  expect(plan).not.toMatch(/SCAN (?!json_each)/)
})

it('plans are found by branch and year, guides by year', () => {
  expect(plansOf((db) => [findMeetingPlan(db, 'branch-1', 2026), listPlanItems(db, 'a')])).not.toMatch(/SCAN/)
  expect(plansOf((db) => listGuidesOf(db, null, 2026))).toContain('topic_guides_of (year=?)')
})
