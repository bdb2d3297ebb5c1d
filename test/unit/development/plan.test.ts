import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { developmentFindings } from '#shared/domain/development/developmentRules.ts'
import type { DevelopmentContext, DevelopmentFacts } from '#shared/domain/development/facts.ts'
import { milestones } from '#shared/domain/development/milestones.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import type { DevelopmentPlan, PlanLine } from '#shared/domain/development/plan.ts'
import { addDays, dateOnly, lastDay } from '#shared/lib/dates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { aFile, on, upTo, wholeFile } from './aFile.ts'
import type { WrittenDates } from './aFile.ts'
import { anyFile, day } from './anyFile.ts'

function lineOf(plan: DevelopmentPlan, milestone: Milestone): PlanLine {
  const line = plan.lines.find((one) => one.milestone === milestone)
  if (line === undefined) throw new Error(`no line of ${milestone}`)
  return line
}

const at = (plan: DevelopmentPlan, milestone: Milestone) => {
  const { status, earliest, latest } = lineOf(plan, milestone)
  return [status, earliest, latest]
}

const wished = (text: string) => dateOnly(text)

describe('the plan (倒排日历) from the dates so far', () => {
  it('DEV-02, DEV-06: an application of today is talked over within a month, and a target comes a year after the activist', () => {
    const plan = developmentPlan(aFile({ appliedOn: '2026-06-01' }), on('2026-06-01'), null)
    expect(plan.next).toBe('talkedOn')
    expect(at(plan, 'talkedOn')).toEqual(['open', '2026-06-01', '2026-07-01'])
    expect(at(plan, 'nurturedOn')).toEqual(['open', '2027-06-01', null])
    expect(lineOf(plan, 'nurturedOn').why).toBe('最早：“确定为入党积极分子”后 12 个月以上')
  })

  it('DEV-07, DEV-08: five working days between agreement and listing, over 国庆 and a working Saturday', () => {
    const plan = developmentPlan(
      aFile({ ...upTo('nurturedOn'), targetMeetingOn: '2026-09-28', targetAgreedOn: '2026-09-30' }),
      on('2026-09-30'),
      null,
    )
    expect(at(plan, 'publicityFrom')).toEqual(['open', '2026-09-30', null])
    expect(lineOf(plan, 'publicityTo').earliest).toBe('2026-10-12')
    expect(lineOf(plan, 'targetOn').earliest).toBe('2026-10-12')
  })

  it('DEV-07: working days of a year whose holidays nobody knows yet are said to be 暂算', () => {
    const noteOn = (today: string) =>
      lineOf(developmentPlan(aFile(upTo('nurturedOn')), on(today), null), 'publicityTo').why
    expect(noteOn('2026-12-01')).not.toContain('暂算')
    expect(noteOn('2026-12-29')).toContain('节假日表未维护，按周一至周五暂算')
  })

  it('DEV-08: under 2014 the filing follows the notice', () => {
    const at2014 = on('2025-03-03', { 'rules.dev.effectiveFrom2026': '2099-01-01' })
    const plan = developmentPlan(aFile(upTo('targetMeetingOn')), at2014, null)
    expect(lineOf(plan, 'publicityFrom').earliest).toBe('2025-03-03')
    expect(lineOf(plan, 'publicityTo').earliest).toBe('2025-03-07')
    expect(lineOf(plan, 'targetAgreedOn').earliest).toBe('2025-03-07')
  })

  it('DEV-11, DEV-12: a month to the meeting, three more to the approval', () => {
    const plan = developmentPlan(
      aFile({ ...upTo('committeeOn'), preReviewOn: '2026-06-30' }),
      on('2026-07-02'),
      null,
    )
    expect(at(plan, 'formOn')).toEqual(['open', '2026-07-02', '2026-07-30'])
    expect(at(plan, 'meetingOn')).toEqual(['open', '2026-07-02', '2026-07-30'])
    expect(at(plan, 'approvedOn')).toEqual(['open', '2026-07-02', '2026-10-30'])
    expect(at(plan, 'regularMeetingOn')).toEqual(['open', '2027-07-02', '2027-08-29'])
    expect(lineOf(plan, 'regularApplyOn').earliest).toBe('2027-06-02')
  })

  it('DEV-11: a deadline that has passed is impossible and says why, and the rest is still planned', () => {
    const plan = developmentPlan(
      aFile({ ...upTo('committeeOn'), preReviewOn: '2026-06-30' }),
      on('2026-09-01'),
      null,
    )
    const meeting = lineOf(plan, 'meetingOn')
    expect(meeting).toMatchObject({ status: 'impossible', earliest: '2026-09-01', latest: null })
    expect(meeting.why).toBe('应不晚于2026年7月30日（“上级党委预审”后 1 个月以内），而最早只能在2026年9月1日')
    expect(at(plan, 'formOn')).toEqual(['open', '2026-09-01', null])
    expect(lineOf(plan, 'regularMeetingOn').earliest).toBe('2027-09-01')
  })

  it('DEV-16, DEV-17: after an extension 转正 is discussed at its end', () => {
    const facts = aFile(upTo('probationReviewedOn'), {
      extensions: [{ decidedOn: dateOnly('2025-12-15'), approvedOn: dateOnly('2026-01-10'), months: 6 }],
    })
    const plan = developmentPlan(facts, on('2026-02-01'), null)
    expect(at(plan, 'regularApplyOn')).toEqual(['open', '2026-05-11', '2026-07-10'])
    expect(at(plan, 'regularMeetingOn')).toEqual(['open', '2026-06-10', '2026-07-10'])
  })

  it('a step without a date before one that has it is skipped, not planned', () => {
    const plan = developmentPlan(aFile({ ...upTo('meetingOn'), committeeOn: null }), on('2024-12-11'), null)
    expect(lineOf(plan, 'committeeOn')).toMatchObject({ status: 'skipped', earliest: null })
    expect(plan.next).toBe('submittedOn')
  })

  it('DEV-01: somebody too young applies on the 18th birthday', () => {
    const plan = developmentPlan(aFile({}, { birthDate: dateOnly('2009-03-04') }), on('2026-11-22'), null)
    expect(lineOf(plan, 'appliedOn').earliest).toBe('2027-03-04')
  })

  it('a whole file has nothing left', () => {
    const plan = developmentPlan(aFile(wholeFile), on('2026-11-22'), null)
    expect(plan.next).toBeNull()
    expect(plan.lines.every(({ status }) => status === 'done')).toBe(true)
  })
})

describe('the plan (倒排日历) from a wished meeting', () => {
  const activist = { appliedOn: '2025-01-06', talkedOn: '2025-01-20', activistOn: '2025-06-30' }

  it('counts back: pre-review within the month before, listing before it, a year since the activist', () => {
    const plan = developmentPlan(aFile(activist), on('2026-06-01'), wished('2026-09-15'))
    expect(plan.wish).toMatchObject({ on: '2026-09-15', isPossible: true })
    expect(at(plan, 'meetingOn')).toEqual(['open', '2026-09-15', '2026-09-15'])
    expect(at(plan, 'preReviewOn')).toEqual(['open', '2026-08-15', '2026-09-15'])
    expect(at(plan, 'targetMeetingOn')).toEqual(['open', '2026-06-30', '2026-09-07'])
    expect(at(plan, 'publicityFrom')).toEqual(['open', '2026-06-30', '2026-09-07'])
    expect(at(plan, 'publicityTo')).toEqual(['open', '2026-07-06', '2026-09-13'])
    expect(at(plan, 'trainingFrom')).toEqual(['open', '2026-07-06', '2026-09-13'])
    expect(at(plan, 'regularMeetingOn')).toEqual(['open', '2027-09-15', '2027-10-15'])
  })

  it('a wish the file cannot make is impossible with the earliest day, and so are the steps that stand in its way', () => {
    const plan = developmentPlan(aFile(activist), on('2026-06-01'), wished('2026-07-01'))
    expect(plan.wish).toMatchObject({
      isPossible: false,
      earliest: '2026-07-08',
      why: '最早只能在2026年7月8日召开',
    })
    expect(lineOf(plan, 'meetingOn').status).toBe('impossible')
    const impossible = plan.lines.filter(({ status }) => status === 'impossible')
    expect(impossible.map(({ milestone }) => milestone)).toEqual([
      'nurturedOn',
      'targetMeetingOn',
      'targetAgreedOn',
      'publicityFrom',
      'publicityTo',
      'targetOn',
      'sponsorsOn',
      'politicalReviewOn',
      'trainingFrom',
      'trainingTo',
      'committeeOn',
      'preReviewOn',
      'formOn',
      'meetingOn',
    ])
    for (const { why } of impossible) expect(why).toMatch(/最早只能在/)
    expect(lineOf(plan, 'approvedOn').earliest).toBe('2026-07-08')
  })

  it('a wish is not asked for once the meeting was held', () => {
    expect(developmentPlan(aFile(upTo('meetingOn')), on('2026-06-01'), wished('2026-07-01')).wish).toBeNull()
  })
})

/** The file as it would be if everybody kept to one end of every window. */
function carriedOut(
  facts: DevelopmentFacts,
  plan: DevelopmentPlan,
  end: 'earliest' | 'latest',
): DevelopmentFacts {
  const far = dateOnly('2199-12-31')
  const planned = plan.lines.flatMap(({ milestone, status, earliest, latest }) => {
    if (status !== 'open' && status !== 'impossible') return []
    return [[milestone, end === 'earliest' ? earliest : (latest ?? far)]]
  })
  return { ...facts, dates: { ...facts.dates, ...Object.fromEntries(planned) } }
}

function brokenLines(
  facts: DevelopmentFacts,
  plan: DevelopmentPlan,
  end: 'earliest' | 'latest',
  context: DevelopmentContext,
) {
  const open = new Set<string | null>(
    plan.lines.filter(({ status }) => status === 'open').map(({ milestone }) => milestone),
  )
  return developmentFindings(carriedOut(facts, plan, end), { ...context, today: dateOnly('2199-12-31') })
    .filter(({ field }) => open.has(field))
    .map(({ code, field, message }) => `${code} ${field} ${message}`)
}

const keys = Object.keys(wholeFile).flatMap((key) => milestones.filter((milestone) => milestone === key))

/** A start of the whole file moved to end near a day, each date shaken, some left out. */
const halfDone = fc
  .record({
    length: fc.integer({ min: 0, max: keys.length - 1 }),
    shakes: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: keys.length, maxLength: keys.length }),
    holes: fc.array(fc.integer({ min: 0, max: keys.length - 1 }), { maxLength: 3 }),
    shakiness: fc.constantFrom(0, 0, 1),
    shift: fc.integer({ min: 0, max: 1000 }),
    wait: fc.integer({ min: 0, max: 90 }),
    wish: fc.option(fc.integer({ min: -20, max: 700 }), { nil: null }),
    isOld: fc.boolean(),
  })
  .map(({ length, shakes, holes, shakiness, shift, wait, wish, isOld }) => {
    const dates: Record<string, string> = {}
    let last: DateOnly = dateOnly('2023-03-01')
    for (const [n, key] of keys.slice(0, length).entries()) {
      const day = addDays(
        lastDay(dateOnly(wholeFile[key] ?? '2023-03-01')),
        shift + (shakes[n] ?? 0) * shakiness,
      )
      if (day > last) last = day
      if (!holes.includes(n) || shakiness === 0) dates[key] = day
    }
    const written: WrittenDates = dates
    const today = addDays(last, wait)
    const effectiveFrom = isOld ? '2300-01-01' : '2000-01-01'
    return {
      facts: aFile(written),
      context: on(today, { 'rules.dev.effectiveFrom2026': effectiveFrom }),
      wish: wish === null ? null : addDays(today, wish),
    }
  })

describe('every plan', () => {
  it('carried out on the earliest days breaks none of the rules it was made from', () => {
    fc.assert(
      fc.property(halfDone, ({ facts, context, wish }) => {
        expect(brokenLines(facts, developmentPlan(facts, context, wish), 'earliest', context)).toEqual([])
      }),
      { numRuns: 400, seed: 11 },
    )
  })

  it('carried out on the latest days breaks none of them either, where every day has a last one', () => {
    fc.assert(
      fc.property(halfDone, ({ facts, context, wish }) => {
        const plan = developmentPlan(facts, context, wish)
        fc.pre(plan.wish?.isPossible === true || facts.dates.meetingOn !== null)
        fc.pre(plan.lines.every(({ status }) => status !== 'impossible'))
        expect(brokenLines(facts, plan, 'latest', context)).toEqual([])
      }),
      { numRuns: 400, seed: 12 },
    )
  })

  it('gives no open line a last day before its first, and says of every impossible one why', () => {
    fc.assert(
      fc.property(halfDone, ({ facts, context, wish }) => {
        const { lines } = developmentPlan(facts, context, wish)
        for (const { status, earliest, latest, why } of lines) {
          if (status === 'open' && latest !== null) expect(earliest !== null && earliest <= latest).toBe(true)
          if (status === 'open') expect(earliest !== null && earliest >= context.today).toBe(true)
          if (status === 'impossible' || status === 'skipped') expect(why).not.toBeNull()
        }
      }),
      { numRuns: 400, seed: 13 },
    )
  })

  it('can be made for any file at all, however odd its dates', () => {
    fc.assert(
      fc.property(anyFile, day, fc.option(day), (facts, today, wish) => {
        const { lines } = developmentPlan(facts, on(today), wish)
        for (const { status, earliest, latest } of lines) {
          expect(status === 'open' || status === 'impossible').toBe(earliest !== null)
          if (status === 'open' && latest !== null && earliest !== null) expect(earliest <= latest).toBe(true)
        }
      }),
      { numRuns: 300, seed: 15 },
    )
  })

  it('a possible wish is kept, an impossible one never is', () => {
    fc.assert(
      fc.property(halfDone, ({ facts, context, wish }) => {
        const plan = developmentPlan(facts, context, wish)
        if (plan.wish === null) return
        const meeting = lineOf(plan, 'meetingOn')
        expect(meeting.status).toBe(plan.wish.isPossible ? 'open' : 'impossible')
        const free = lineOf(developmentPlan(facts, context, null), 'meetingOn')
        const { on: day } = plan.wish
        const isWithin =
          free.earliest !== null && day >= free.earliest && (free.latest === null || day <= free.latest)
        expect(plan.wish.isPossible).toBe(isWithin && free.status === 'open')
      }),
      { numRuns: 300, seed: 14 },
    )
  })
})
