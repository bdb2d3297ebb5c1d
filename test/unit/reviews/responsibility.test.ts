import { expect, it } from 'vitest'
import { quarterStates, responsibilityFigures } from '#shared/domain/reviews/responsibility.ts'
import { responsibilityFindings } from '#shared/domain/reviews/responsibilityFindings.ts'
import { dateOnly } from '#shared/lib/dates.ts'

const held = (day: string) => ({
  kind: 'quarterlyMeeting' as const,
  heldOn: dateOnly(day),
  found: null,
  closedOn: null,
})

it('a 工作例会 counts for the quarter of its day; a quarter is missed the day after its last', () => {
  const states = (day: string) =>
    Object.values(quarterStates(2026, [held('2026-03-31'), held('2026-10-01')], dateOnly(day)))
  expect(states('2026-06-30')).toEqual(['met', 'running', 'notYet', 'met'])
  expect(states('2026-07-01')).toEqual(['met', 'missed', 'running', 'met'])
  expect(states('2027-01-01')).toEqual(['met', 'missed', 'missed', 'met'])
  const before = responsibilityFigures({ year: 2027, goals: [], checks: [] }, dateOnly('2026-12-31'))
  expect(before).toMatchObject({ quartersMet: 0, quartersDue: 0 })
})

it('the running quarter is spoken of in its last thirty days, a missed one until it is made up on record', () => {
  const said = (day: string) =>
    responsibilityFindings(
      {
        year: 2026,
        firstName: '甲',
        directName: '乙',
        specificName: '丙',
        goals: (['general', 'specific', 'individual'] as const).map((level) => ({
          level,
          content: level,
          ownerName: '丁',
          dueOn: null,
          doneOn: null,
        })),
        checks: [held('2026-02-01')],
      },
      dateOnly(day),
    ).map(({ severity, message }) => `${severity} ${message.slice(0, 7)}`)
  expect(said('2026-05-31')).toEqual([])
  expect(said('2026-06-01')).toEqual(['yellow 第 2 季度还'])
  expect(said('2026-07-01')).toEqual(['orange 第 2 季度没'])
})
