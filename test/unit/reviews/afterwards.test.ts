import { describe, expect, it } from 'vitest'
import { countSigns, reportFindings } from '#shared/domain/reviews/accountReport.ts'
import {
  campaignState,
  chosenSteps,
  flowSteps,
  nextStep,
  whyNotYet,
  whyStillNeeded,
} from '#shared/domain/reviews/flow.ts'
import {
  carryOver,
  lastYearFinding,
  overdueDays,
  rectifyContradictions,
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

  it.each([
    [{}, []],
    [{ progress: 'done' }, ['doneOn 进度是“完成”']],
    [{ doneOn: '2027-03-01' }, ['doneOn 已填完成日期']],
    [{ progress: 'done', doneOn: '2027-03-09' }, ['doneOn 日期晚于今天']],
    [{ progress: 'done', doneOn: '2027-03-08', acceptedOn: '2027-03-08' }, []],
    [{ progress: 'underway', acceptedOn: '2027-03-01' }, ['acceptedOn 整改完成以后']],
    [{ progress: 'done', doneOn: '2027-03-02', acceptedOn: '2027-03-01' }, ['acceptedOn 验收日期早于']],
    [{ reportedOn: '2026-12-31' }, ['reportedOn 这是 2026 年度的']],
    [{ reportedOn: '2027-01-01' }, []],
    [{ reportedOn: '2027-03-09' }, ['reportedOn 日期晚于今天']],
  ] as const)('of the 2026 review with %j says what contradicts itself', (days, said) => {
    const at = new Map<string, string>(Object.entries(days))
    const day = (key: string) => {
      const text = at.get(key)
      return text === undefined ? null : dateOnly(text)
    }
    const { progress } = { progress: 'notStarted' as const, ...days }
    const [doneOn, acceptedOn, reportedOn] = [day('doneOn'), day('acceptedOn'), day('reportedOn')]
    const found = rectifyContradictions({ progress, doneOn, acceptedOn, reportedOn }, 2026, today)
    expect(Object.entries(found)).toHaveLength(said.length)
    for (const [n, [field, message]] of Object.entries(found).entries())
      expect(`${field} ${message}`.startsWith(said[n] ?? '?')).toBe(true)
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
    expect(carryOver(items)).toEqual([{ id: 'r1', problem: '台账不全', source: 'lastYear' }])
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
    expect(whyNotYet('count', new Set(['scheme', 'upRating', 'downRating']), withoutCheck)).toBeNull()
    // What is left out passes on what it rested on itself.
    const withoutReview = chosenSteps(new Set(['selfReview']))
    expect(whyNotYet('reportCheck', new Set(), withoutReview)).toBe('请先完成：方案印发')
    expect(nextStep(new Set(flowSteps), all)).toBeNull()
  })

  it('a registered step stays while a later one rests on it, over those left out too', () => {
    const registered = new Set(['scheme', 'reportCheck'])
    expect(whyStillNeeded('scheme', registered, all)).toBeNull()
    expect(whyStillNeeded('scheme', registered, chosenSteps(new Set(['selfReview'])))).toBe(
      '请先取消：述职报告送审',
    )
    expect(whyStillNeeded('selfReview', registered, all)).toBe('请先取消：述职报告送审')
  })

  it('a campaign is where the last of its people is', () => {
    const upTo = (count: number) => new Set(flowSteps.slice(0, count))
    expect(campaignState([], all)).toBe('preparing')
    expect(campaignState([upTo(13), upTo(9)], all)).toBe('counting')
    expect(campaignState([upTo(12), upTo(11)], all)).toBe('announcing')
    expect(campaignState([upTo(13), upTo(13)], all)).toBe('archived')
  })
})
