import { expect, it } from 'vitest'
import { factRowsOf } from '#db/queries/developmentFacts.ts'
import {
  countDevelopment,
  countDevelopmentFindings,
  countDevelopmentStates,
  type DevelopmentFilter,
  listDevelopment,
  listDevelopmentDues,
  markDevelopmentFindings,
} from '#db/queries/developmentList.ts'
import { countApproved } from '#db/queries/developmentQuotas.ts'
import { developmentFindingsOf, developmentStatusOf } from '#db/queries/developmentStatus.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { plansOf } from './plansOf.ts'

const branches = ['branch-1', 'branch-2']
const scope = ['community', ...branches]
const page = { offset: 0, limit: 100 }

const filterOf = (organizationIds: readonly string[] | null): DevelopmentFilter => ({
  organizationIds,
  text: null,
  states: ['activist'],
  finding: 'any',
  dueBy: dateOnly('2026-11-30'),
  approvedIn: 2026,
  sort: 'due',
})

const lists: readonly (readonly [string, (of: readonly string[] | null) => Parameters<typeof plansOf>[0]])[] =
  [
    ['files', (of) => (db) => listDevelopment(db, filterOf(of), page)],
    ['number of files', (of) => (db) => countDevelopment(db, filterOf(of))],
    ['states', (of) => (db) => countDevelopmentStates(db, of)],
    ['findings', (of) => (db) => countDevelopmentFindings(db, of)],
    [
      'days of a quarter',
      (of) => (db) =>
        listDevelopmentDues(db, {
          organizationIds: of,
          from: dateOnly('2026-10-01'),
          to: dateOnly('2026-12-31'),
        }),
    ],
  ]

// Files or their status may be walked once, one of the two; parts and findings are only ever looked up.
it.each(lists)('the %s read every part by its file, whoever asks', (_, query) => {
  for (const of of [null, branches])
    for (const mine of [null, scope]) {
      const plan = plansOf(query(of), mine)
      expect(plan).not.toMatch(/SCAN (x|p|a)\b/)
      expect(plan.match(/SCAN (f|s|o)\b/g)?.length ?? 0).toBeLessThanOrEqual(1)
    }
})

it('what the rules ask for of many files is looked up by their ids, table by table', () => {
  const plan = plansOf((db) => factRowsOf(db, ['a', 'b']))
  expect(plan).not.toMatch(/SCAN (?!json_each)/)
  expect(plan).toContain('development_steps_of')
})

it('status and findings of a page are looked up by its ids', () => {
  const plan = plansOf((db) => [
    developmentStatusOf(db, ['a']),
    developmentFindingsOf(db, ['a']),
    markDevelopmentFindings(db, ['a']),
  ])
  expect(plan).not.toMatch(/SCAN (?!json_each)/)
})

it.each([null, scope])('approvals of a year are found by their day (%j)', (mine) => {
  const plan = plansOf((db) => countApproved(db, 2026), mine)
  expect(plan).toContain('development_steps_on (milestone=? AND done_on>? AND done_on<?)')
})
