import { expect, it } from 'vitest'
import { scoreCampaign } from '#core/records/reviewScoring.ts'
import {
  groupCountsOf,
  dailyHundredthsOf,
  opinionsOn,
  subjectsOverYears,
  unsettledBatchesOf,
} from '#db/queries/reviewScores.ts'
import { plansOf } from './plansOf.ts'

const scope = ['community', 'branch-1', 'branch-2']

it.each([null, scope])('scores of a campaign are read by its people, never a table for each (%j)', (mine) => {
  const plan = plansOf((db) => scoreCampaign(db, 'a'), mine)
  expect(plan).toContain('review_subjects_of (campaign_id=?)')
  expect(plan).toContain('review_counts USING INDEX sqlite_autoindex_review_counts_1 (subject_id=?)')
  expect(plan).toContain('review_daily_scores_of (subject_id=?)')
  expect(plan).toContain('review_batch_subjects_subject (subject_id=?)')
  expect(plan).not.toMatch(/SCAN (?!json_each)/)
})

it('a hundred people are as many questions as one', () => {
  const ids = (n: number) => Array.from({ length: n }, (_, i) => `s${i}`)
  const asked = (n: number) =>
    plansOf((db) => [
      groupCountsOf(db, ids(n)),
      unsettledBatchesOf(db, ids(n)),
      dailyHundredthsOf(db, ids(n)),
    ])
  expect(asked(100)).toBe(asked(1))
})

it('a person’s years and opinions are looked up by the person or the post', () => {
  const now = { memberId: 'm', organizationId: 'o', kind: 'secretary', holderId: 'h' } as const
  const plan = plansOf((db) => [subjectsOverYears(db, now), opinionsOn(db, 's')], scope)
  expect(plan).toContain('review_subjects_member (member_id=?)')
  expect(plan).toContain('review_subjects_organization (organization_id=?)')
  expect(plan).toContain('review_opinions_of (subject_id=?)')
  expect(plan).not.toMatch(/SCAN (?!json_each|found)/)
})
