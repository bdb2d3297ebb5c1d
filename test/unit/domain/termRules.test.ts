import { describe, expect, it } from 'vitest'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type RunningTerm, termFindings } from '#shared/domain/termRules.ts'
import { effectiveDue, runningTerm, termOn, termState } from '#shared/domain/terms.ts'
import { dateOnly, type DateOnly, partialDate } from '#shared/lib/dates.ts'

const settings = defaultRuleSettings
const day = dateOnly

function aRunningTerm(fields: Partial<RunningTerm> = {}): RunningTerm {
  return {
    dueOn: day('2026-08-31'),
    extendedTo: null,
    extensionDoc: null,
    extensionApprovedOn: null,
    unapprovedLeaders: [],
    ...fields,
  }
}

const found = (fields: Partial<RunningTerm>, today: DateOnly) =>
  termFindings(aRunningTerm(fields), { today, settings }).map(({ code, severity }) => `${code} ${severity}`)

describe('ORG-12', () => {
  it.each([
    ['2026-02-27', []],
    ['2026-02-28', ['ORG-12 blue']],
    ['2026-05-30', ['ORG-12 blue']],
    ['2026-05-31', ['ORG-12 yellow']],
    ['2026-07-30', ['ORG-12 yellow']],
    ['2026-07-31', ['ORG-12 orange']],
    ['2026-08-31', ['ORG-12 orange']],
  ])('on %s of a term due on 2026-08-31 says %j', (today, expected) => {
    expect(found({}, day(today))).toEqual(expected)
  })
})

describe('ORG-13', () => {
  it('is red from the day after the term was up, without a delay', () => {
    expect(found({}, day('2026-09-01'))).toEqual(['ORG-13 red'])
  })

  it('says by how many days', () => {
    const [finding] = termFindings(aRunningTerm(), { today: day('2026-09-10'), settings })
    expect(finding?.message).toContain('已超期 10 天')
  })

  it('counts from the approved day where a delay was approved', () => {
    const extended = { extendedTo: day('2027-02-28'), extensionDoc: '街党〔2026〕8号' }
    expect(found(extended, day('2026-09-01'))).toEqual(['ORG-12 blue'])
    expect(found(extended, day('2027-03-01'))).toEqual(['ORG-13 red'])
  })

  it('does not count a delay nobody approved', () => {
    expect(found({ extendedTo: day('2027-02-28') }, day('2026-09-01'))).toEqual([
      'ORG-13 red',
      'ORG-11 yellow',
    ])
  })
})

describe('ORG-11', () => {
  const approved = { extensionApprovedOn: day('2026-08-01') }

  it('lets a delay last a year to the day', () => {
    expect(found({ ...approved, extendedTo: day('2027-08-31') }, day('2026-09-01'))).toEqual([])
  })

  it('counts no more than a year of a longer one', () => {
    const longer = aRunningTerm({ ...approved, extendedTo: day('2027-09-01') })
    expect(effectiveDue(longer, settings)).toBe('2027-08-31')
    expect(found(longer, day('2027-09-01'))).toEqual(['ORG-13 red', 'ORG-11 yellow'])
  })
})

describe('ORG-14', () => {
  it('names elected leaders whose approval is not written down', () => {
    const [finding] = termFindings(aRunningTerm({ unapprovedLeaders: ['王明', '李华'] }), {
      today: day('2024-01-01'),
      settings,
    })
    expect(finding).toMatchObject({ code: 'ORG-14', severity: 'blue' })
    expect(finding?.message).toContain('王明、李华')
  })
})

describe('the state of a term', () => {
  it.each([
    ['2026-02-27', 'normal'],
    ['2026-02-28', 'sixMonths'],
    ['2026-05-31', 'threeMonths'],
    ['2026-07-31', 'oneMonth'],
    ['2026-09-01', 'overdue'],
  ])('on %s is %s', (today, state) => {
    expect(termState(aRunningTerm(), day(today), settings)).toBe(state)
  })

  it('is unknown where no due day is written down', () => {
    expect(termState(aRunningTerm({ dueOn: null }), day('2026-01-01'), settings)).toBe('unknown')
  })

  it('is extended by an approved delay until its last month', () => {
    const facts = aRunningTerm({ extendedTo: day('2027-08-31'), extensionDoc: '街党〔2026〕8号' })
    expect(termState(facts, day('2026-09-01'), settings)).toBe('extended')
    expect(termState(facts, day('2027-07-31'), settings)).toBe('oneMonth')
  })
})

describe('terms on a time line', () => {
  const first = { id: 'a', fromOn: partialDate('2016-05'), endedOn: partialDate('2021-05-10') }
  const second = { id: 'b', fromOn: partialDate('2021-05-10'), endedOn: null }

  it('run from the day of the election, when the former ends', () => {
    expect(termOn([first, second], day('2021-05-09'))).toBe(first)
    expect(termOn([first, second], day('2021-05-10'))).toBe(second)
    expect(termOn([first, second], day('2016-04-30'))).toBeNull()
  })

  it('have the last without an end as the one that runs', () => {
    expect(runningTerm([second, first])).toBe(second)
    expect(runningTerm([first])).toBeNull()
  })
})
