import { describe, expect, it } from 'vitest'
import { countSigns, reportFindings } from '#shared/domain/reviews/accountReport.ts'
import { campaignState, chosenSteps, flowSteps, nextStep, whyNotYet } from '#shared/domain/reviews/flow.ts'
import {
  carryOver,
  lastYearFinding,
  overdueDays,
  rectifyFindings,
  type RectifyItem,
  rectifyState,
} from '#shared/domain/reviews/rectification.ts'
import { dateOnly } from '#shared/lib/dates.ts'

const today = dateOnly('2027-03-08')

function item(more: Partial<RectifyItem> = {}): RectifyItem {
  return {
    id: 'r1',
    problem: '两新组织覆盖不够',
    source: 'comment',
    measure: '逐户走访',
    dutyName: '甲',
    dueOn: dateOnly('2027-06-30'),
    progress: 'notStarted',
    doneOn: null,
    acceptedBy: null,
    acceptedOn: null,
    reportedOn: null,
    ...more,
  }
}

describe('rectification (REV-12)', () => {
  const severities = (items: readonly RectifyItem[], isAnnounced = true) =>
    rectifyFindings(items, isAnnounced, today).map(({ code, severity }) => `${code} ${severity}`)
  const due = (day: string, more: Partial<RectifyItem> = {}) => item({ dueOn: dateOnly(day), ...more })

  it('is at least one item a person once the result is announced', () => {
    expect(severities([])).toEqual(['REV-12 yellow'])
    expect(severities([], false)).toEqual([])
    expect(severities([item()])).toEqual([])
  })

  it('is orange the day after its day and red seven days after it', () => {
    expect(severities([due('2027-03-08')])).toEqual([])
    expect(severities([due('2027-03-07')])).toEqual(['REV-12 orange'])
    expect(severities([due('2027-03-02')])).toEqual(['REV-12 orange'])
    expect(severities([due('2027-03-01')])).toEqual(['REV-12 red'])
    expect(overdueDays(due('2027-03-01'), today)).toBe(7)
    expect(severities([due('2027-03-01', { progress: 'done' })])).toEqual([])
  })

  it('without measure, person or day is not whole', () => {
    for (const more of [{ measure: null }, { dutyName: null }, { dueOn: null }])
      expect(severities([item(more)])).toEqual(['REV-12 yellow'])
  })

  it('goes from not begun to accepted; overdue follows from the day', () => {
    const states = [
      item(),
      item({ progress: 'underway' }),
      due('2027-03-07', { progress: 'underway' }),
      due('2027-03-07', { progress: 'done' }),
      due('2027-03-07', { progress: 'done', acceptedOn: today }),
    ]
    expect(states.map((one) => rectifyState(one, today))).toEqual([
      'notStarted',
      'underway',
      'overdue',
      'toAccept',
      'accepted',
    ])
  })

  it('last year’s list opens this year’s meeting: a reminder before it, red after it', () => {
    const reported = item({ reportedOn: today })
    expect(lastYearFinding([reported], null, today)).toBeNull()
    expect(lastYearFinding([item(), reported], null, today)).toMatchObject({ severity: 'yellow' })
    expect(lastYearFinding([item()], today, today)).toMatchObject({ severity: 'yellow' })
    expect(lastYearFinding([item()], dateOnly('2027-03-07'), today)).toMatchObject({ severity: 'red' })
  })

  it('what nobody accepted goes on as 上年未改, done or not', () => {
    const items = [item({ acceptedOn: today }), item({ problem: '台账不全', progress: 'done' })]
    expect(carryOver(items)).toEqual([{ problem: '台账不全', source: 'lastYear' }])
  })
})

describe('the account report (REV-13)', () => {
  const fields = (achievements: number, problems: number, plans: number) =>
    reportFindings({ achievements, problems, plans }).map(({ field }) => field)

  it('three equal thirds of 1500 to 2500 signs are right', () => {
    expect(fields(700, 700, 700)).toEqual([])
    expect(fields(500, 500, 500)).toEqual([])
    expect(fields(0, 0, 0)).toEqual([])
  })

  it('one sign too much of achievements, or too little of problems, is found', () => {
    expect(fields(701, 700, 699)).toEqual(['achievements'])
    expect(fields(699, 699, 702)).toEqual(['problems'])
    expect(fields(500, 1200, 400)).toEqual(['plans'])
    expect(fields(499, 500, 500)).toEqual(['length'])
    expect(fields(833, 834, 834)).toEqual(['length'])
  })

  it('signs are counted without spaces and line ends, rare characters once', () => {
    expect(countSigns(' 抓党建，\n\u3000促治理。𠮷')).toBe(9)
  })
})

describe('the thirteen steps', () => {
  const all = chosenSteps(new Set())

  it('are thirteen; field checks may be left out, ratings may not', () => {
    expect(flowSteps).toHaveLength(13)
    expect(all).toEqual(flowSteps)
    const fewer = chosenSteps(new Set(['fieldCheck', 'upRating', 'comments']))
    expect(fewer).toHaveLength(11)
    expect(fewer).toContain('upRating')
  })

  it('no count before both ratings and the field check, but the directions in either order', () => {
    const done = new Set(['scheme', 'upMeeting', 'upRating', 'fieldCheck'])
    expect(whyNotYet('count', done, all)).toBe('请先完成：党员（群众）测评')
    expect(whyNotYet('downMeeting', new Set(['scheme']), all)).toBeNull()
    const withoutCheck = chosenSteps(new Set(['fieldCheck']))
    expect(whyNotYet('count', new Set(['upRating', 'downRating']), withoutCheck)).toBeNull()
    expect(nextStep(new Set(flowSteps), all)).toBeNull()
  })

  it('a campaign is where the last of its people is', () => {
    const upTo = (count: number) => new Set(flowSteps.slice(0, count))
    expect(campaignState([], all)).toBe('preparing')
    expect(campaignState([upTo(13), upTo(9)], all)).toBe('counting')
    expect(campaignState([upTo(12), upTo(11)], all)).toBe('announcing')
    expect(campaignState([upTo(13), upTo(13)], all)).toBe('archived')
  })
})
