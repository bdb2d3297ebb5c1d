import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { developmentExplanations, developmentFindings } from '#shared/domain/development/developmentRules.ts'
import { materialNos } from '#shared/domain/development/materials.ts'
import { milestones } from '#shared/domain/development/milestones.ts'
import { addDays, addMonths, dateOnly, parseWrittenDate } from '#shared/lib/dates.ts'
import { aFile, community, context, full, on, street, wholeFile } from './aFile.ts'
import { anyFile, day } from './anyFile.ts'

const anyDay = fc.tuple(anyFile, day)

describe('explanations (point 11)', () => {
  it('say what the rules say: a finding for each broken card with its sentence, none for a kept one', () => {
    fc.assert(
      fc.property(anyDay, ([facts, today]) => {
        const at = on(today)
        const broken = developmentExplanations(facts, at).filter(({ severity }) => severity !== null)
        const findings = developmentFindings(facts, at)
        const key = (code: string, step: number, severity: unknown, text: string, basis: string) =>
          [code, step, severity, text, basis].join('|')
        expect(findings.map((one) => key(one.code, one.step, one.severity, one.message, one.basis))).toEqual(
          broken.map((one) => key(one.code, one.step, one.severity, one.result, one.basis)),
        )
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  it('have a title, inputs, the rule in words, a basis and a result, in Chinese', () => {
    fc.assert(
      fc.property(anyDay, ([facts, today]) => {
        for (const { title, inputs, rule, basis, result } of developmentExplanations(facts, on(today))) {
          for (const text of [title, rule, basis, result]) expect(text).toMatch(/[\u4e00-\u9fff]/)
          expect(inputs.length).toBeGreaterThan(0)
          for (const { label, value } of inputs) expect(label.length * value.length).toBeGreaterThan(0)
          expect(result).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('DEV-06: whoever reckons from the inputs on the card comes to the same result', () => {
    fc.assert(
      fc.property(day, day, (activistOn, targetOn) => {
        const [card] = developmentExplanations(aFile({ activistOn, targetOn }), context).filter(
          ({ code, inputs }) => code === 'DEV-06' && inputs.some(({ label }) => label === '列为发展对象'),
        )
        const input = (label: string) =>
          parseWrittenDate(card?.inputs.find((one) => one.label === label)?.value ?? '') ?? ''
        const limit = addMonths(dateOnly(input('确定为入党积极分子')), 12)
        expect(input('满 12 个月之日')).toBe(limit)
        expect(card?.severity).toBe(input('列为发展对象') < limit ? 'red' : null)
        expect(card?.result.endsWith('符合')).toBe(input('列为发展对象') >= limit)
      }),
    )
  })

  it('kept cards end in 符合 or say what is still open; broken ones never say 符合', () => {
    fc.assert(
      fc.property(anyDay, ([facts, today]) => {
        for (const { severity, result, code } of developmentExplanations(facts, on(today))) {
          if (severity !== null) expect(`${code} ${result}`).not.toMatch(/，符合$/)
        }
      }),
      { numRuns: 300, seed: 3 },
    )
  })

  it('is the same however often it is asked: no rule keeps anything between files', () => {
    fc.assert(
      fc.property(anyDay, anyDay, ([facts, today], [other]) => {
        const once = developmentFindings(facts, on(today))
        developmentFindings(other, on(today))
        expect(developmentFindings(facts, on(today))).toEqual(once)
      }),
      { numRuns: 50, seed: 4 },
    )
  })
})

describe('a file that spans both rule sets (trap 1)', () => {
  it('each card cites the set of the day of its step: DEV-06 of 2014, DEV-11 of 2026', () => {
    const facts = aFile({
      activistOn: '2025-03-03',
      targetOn: '2026-04-20',
      preReviewOn: '2026-06-01',
      meetingOn: '2026-06-20',
    })
    const basisOf = (wanted: string) =>
      developmentExplanations(facts, context).find(({ code }) => code === wanted)?.basis
    expect(basisOf('DEV-06')).toBe('《发展党员工作细则》（2014年）第13条（待核）')
    expect(basisOf('DEV-11')).toBe('《发展党员工作细则》（2026年修订）第19条')
  })

  it('DEV-12: past six months the card says so', () => {
    const facts = aFile({ meetingOn: '2025-01-10', approvedOn: '2025-07-11' })
    const [finding] = developmentFindings(facts, context).filter(({ code }) => code === 'DEV-12')
    expect(finding?.message).toMatch(/晚了 92 天，超过最长时限$/)
  })
})

describe('a street with many files', () => {
  it('checks 10,000 of them in one go', () => {
    const files = Array.from({ length: 10_000 }, (_, n) => {
      const shifted = Object.fromEntries(
        milestones.map((key) => [key, addDays(dateOnly(wholeFile[key] ?? '2024-01-01'), n % 300)]),
      )
      return aFile(shifted, {
        contacts: [full],
        sponsors: [full, full],
        activistReviews: [dateOnly('2024-03-10')],
        materials: new Set(materialNos),
        approvalBody: n % 10 === 0 ? community : street,
      })
    })
    const broken = files.filter((facts) =>
      developmentFindings(facts, context).some(({ code }) => code === 'DEV-50'),
    )
    expect(broken).toHaveLength(1000)
  })
})
