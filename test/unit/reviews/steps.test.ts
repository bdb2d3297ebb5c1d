import { expect, it } from 'vitest'
import { type StepFacts, stepCellsOf } from '#core/records/reviewSteps.ts'
import { suggestedOf } from '#core/records/reviewScoreRow.ts'
import { maySeeOpinions } from '#core/records/reviewViews.ts'
import { ofYear } from '#core/records/reviewTrend.ts'
import { isSamePerson, subjectKindOf } from '#core/reviews/stillInPost.ts'
import { flowSteps } from '#shared/domain/reviews/flow.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { usual, vector } from './aScheme.ts'

const nothing: StepFacts = {
  subject: { grade: null, decidedOn: null, feedbackOn: null },
  scheme: usual,
  steps: flowSteps,
  stored: [],
  comments: [],
  daily: [],
  score: { components: [], hundredths: null },
  rectifications: [],
}

function weighing(weights: Readonly<Record<string, number>>): Scheme {
  const components = usual.components.map((one) => ({ ...one, weight: weights[one.id] ?? one.weight }))
  return { ...usual, components }
}

const cell = (key: string, facts: Partial<StepFacts>) =>
  stepCellsOf({ ...nothing, ...facts }, 'clear').find((each) => each.key === key)

it('what has no weight is waited for by nobody, and part of the daily work is not all of it', () => {
  const scheme = weighing({ up: 0, down: 60_00, daily: 0 })
  for (const key of ['fieldCheck', 'upRating']) {
    expect(cell(key, { scheme })).toMatchObject({ isDone: true })
    expect(cell(key, {})).toMatchObject({ isDone: false })
  }
  const parts = ['a', 'b'].map((id) => ({ id, name: id, weight: 50_00 }))
  const components = usual.components.map((one) => (one.kind === 'daily' ? { ...one, parts } : one))
  const daily = [{ partId: 'a', scoredOn: dateOnly('2026-11-20') }]
  expect(cell('fieldCheck', { scheme: { ...usual, components }, daily })).toMatchObject({
    isDone: false,
    doneOn: null,
    words: '日常分 1/2',
  })
})

it('整改 is done when there is some and all of it accepted, on the day of the last', () => {
  const [first, last] = [{ acceptedOn: dateOnly('2026-11-10') }, { acceptedOn: dateOnly('2026-11-12') }]
  expect(cell('rectify', {})).toMatchObject({ isDone: false, words: null })
  expect(cell('rectify', { rectifications: [first, { acceptedOn: null }] })).toMatchObject({
    isDone: false,
    words: '验收 1/2',
  })
  expect(cell('rectify', { rectifications: [last, first] })).toMatchObject({
    isDone: true,
    doneOn: '2026-11-12',
  })
})

it('REV-07: where members vote in two directions, the one with more 差 counts', () => {
  const score = scoreSubject(usual, vector)
  const poor = [{ numerator: 31, denominator: 100 }, { numerator: 1, denominator: 10 }, null]
  for (const order of [poor, poor.toReversed()]) {
    const components = score.components.map((one, index) => ({ ...one, poor: order[index] ?? null }))
    const suggested = suggestedOf(usual, { ...score, hundredths: 95_00, components }, [])
    expect(suggested?.reasons[1]?.message).toContain('占 31.0%')
  }
})

it('the trend of a year: the person wherever the post was, else the post where only one person held it', () => {
  const now = {
    id: 'now',
    memberId: 'm1',
    organizationId: 'east',
    kind: 'committeeMember',
    name: '钱委员',
    duty: '组织委员',
  } as const
  const other = { ...now, id: 'other', memberId: 'm2', name: '孙委员' }
  const moved = { ...now, id: 'moved', organizationId: 'west', kind: 'secretary', duty: '书记' } as const
  expect(ofYear(now, [other, moved])?.id).toBe('moved')
  expect(ofYear(now, [other])?.id).toBe('other')
  expect(ofYear(now, [other, { ...other, id: 'third', memberId: 'm3', name: '李委员' }])).toBeUndefined()
  expect(ofYear(now, [{ ...other, duty: '宣传委员' }])).toBeUndefined()
  expect(ofYear({ ...now, memberId: null }, [{ ...other, memberId: null, duty: '宣传委员' }])).toBeUndefined()
})

it('REV-06: words on ballots are shown with the score, and not where one group of the direction is small', () => {
  const up = scoreSubject(usual, vector).components.find(({ componentId }) => componentId === 'up')
  if (!up) throw new Error('no direction')
  const small = up.groups.map((group) => ({ ...group, valid: 4 }))
  expect(maySeeOpinions(usual, up, vector)).toBe(true)
  expect(maySeeOpinions(usual, { ...up, groups: small }, vector)).toBe(false)
  expect(maySeeOpinions(usual, { ...up, state: 'open' }, vector)).toBe(false)
})

it('a member is known by the member, anybody else by the name in the organisation', () => {
  const post = { memberId: 'm1', personName: '钱书记', organizationId: 'east' }
  const subject = { memberId: 'm1', name: '钱书记', organizationId: 'west' }
  expect(isSamePerson(post, subject)).toBe(true)
  expect(isSamePerson(post, { ...subject, memberId: 'm2', organizationId: 'east' })).toBe(false)
  expect(isSamePerson(post, { ...subject, memberId: null })).toBe(false)
  expect(isSamePerson(post, { ...subject, memberId: null, organizationId: 'east' })).toBe(true)
})

it('a seat held part-time accounts as 兼职委员, one outside the committee not at all', () => {
  const kinds = (['SJ', 'WY', 'JZWY'] as const).map((position) =>
    subjectKindOf({ position, isPartTime: false }),
  )
  expect(kinds).toEqual(['secretary', 'committeeMember', 'partTimeMember'])
  expect(subjectKindOf({ position: 'WY', isPartTime: true })).toBe('partTimeMember')
})
