import fc from 'fast-check'
import type { DevelopmentFacts } from '#shared/domain/development/facts.ts'
import { materialNos } from '#shared/domain/development/materials.ts'
import { milestones, noDates } from '#shared/domain/development/milestones.ts'
import { addDays, dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aBallot, community, street } from './aFile.ts'

/** A day of 2016 to 2026. */
export const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(dateOnly('2016-01-01'), n))
const date = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 1, arbitrary: day.map((one) => partialDate(one.slice(0, 7))) },
  { weight: 1, arbitrary: day.map((one) => partialDate(one.slice(0, 4))) },
  { weight: 2, arbitrary: fc.constant(null) },
)
const dates = fc
  .array(date, { minLength: milestones.length, maxLength: milestones.length })
  .map((list) => ({ ...noDates, ...Object.fromEntries(milestones.map((key, n) => [key, list[n] ?? null])) }))
const guarantor = fc.record({
  isFull: fc.constantFrom(true, false, null),
  hasRights: fc.constantFrom(true, false, null),
  isKin: fc.constantFrom(true, false, null),
})
const people = fc.option(fc.array(guarantor, { maxLength: 3 }), { nil: null })
const days = fc.option(fc.array(day, { maxLength: 5 }), { nil: null })
const flag = fc.constantFrom(true, false, null)
const body = fc.constantFrom(null, street, community, { ...street, name: '某局党组' })
const number = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null })
const ballot = fc.option(
  fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(5)).map((four) => aBallot(...four)),
  { nil: null },
)

/** Any file at all: rules may not fall over on what an old archive holds. */
export const anyFile: fc.Arbitrary<DevelopmentFacts> = fc.record({
  birthDate: date,
  dates,
  contacts: people,
  sponsors: people,
  activistReviews: days,
  probationReviews: days,
  thoughtReports: days,
  publicityResult: fc.constantFrom('none', 'cleared', 'confirmed', null),
  trainingDays: number,
  trainingHours: number,
  isPoliticallyQualified: flag,
  hasReviewSummary: flag,
  leavesSoon: flag,
  formIssuer: body,
  preReviewBody: body,
  approvalBody: body,
  regularApprovalBody: body,
  admissionVote: ballot,
  regularVote: ballot,
  resolutionOn: date,
  rosterJoinedOn: date,
  rosterRegularOn: date,
  extensions: fc.array(
    fc.record({ decidedOn: day, approvedOn: date, months: fc.integer({ min: 1, max: 20 }) }),
    {
      maxLength: 2,
    },
  ),
  materials: fc.option(
    fc.subarray([...materialNos]).map((list) => new Set(list)),
    { nil: null },
  ),
  arrival: fc.option(
    fc.record({
      kind: fc.constantFrom('applicant', 'activist', 'target', 'probationer'),
      leftOn: date,
      arrivedOn: day,
      isVerified: flag,
      isContinuous: fc.boolean(),
      delayMonths: number,
    }),
    { nil: null },
  ),
  endedOn: fc.option(day, { nil: null, freq: 5 }),
})
