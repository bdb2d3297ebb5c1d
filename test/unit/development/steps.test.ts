import { describe, expect, it } from 'vitest'
import { stepGuide } from '#shared/domain/development/guides.ts'
import {
  materialNos,
  materialTable,
  materialsOf,
  missingMaterials,
} from '#shared/domain/development/materials.ts'
import { mainMilestone, milestoneTable, milestones, stepNos } from '#shared/domain/development/milestones.ts'
import { citeArticles, ruleSetOn, ruleSets } from '#shared/domain/development/ruleSets.ts'
import { developmentRuleTable, ruleBasis } from '#shared/domain/development/ruleTable.ts'
import { isPassed } from '#shared/domain/development/sequence.ts'
import { stages, stepBasis, stepDefinition } from '#shared/domain/development/steps.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { context, datesOf, upTo, wholeFile } from './aFile.ts'

const { settings } = context

describe('the 25 steps (domain 3.1)', () => {
  it('are 25 in five stages, in order, under both rule sets', () => {
    for (const set of ruleSets) {
      const steps = stepNos.map((no) => stepDefinition(no, set))
      expect(steps.map(({ no }) => no)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1))
      expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(stages)
      const counts = stages.map((stage) => steps.filter((step) => step.stage === stage).length)
      expect(counts).toEqual([2, 4, 5, 7, 7])
    }
  })

  it('step 8 is 备案 under 2014 and 同意 under 2026; meetings change their name', () => {
    expect(stepDefinition(8, '2014').name).toBe('报上级党委备案')
    expect(stepDefinition(8, '2026').name).toBe('报上级党委同意')
    expect(stepDefinition(15, '2014').name).toBe('支部大会讨论')
    expect(stepDefinition(15, '2026').name).toBe('党支部党员大会讨论')
    expect(materialTable.M11.name).toEqual({ '2014': '发展对象备案表', '2026': '拟列为发展对象的请示、批复' })
  })

  it('each ends with a date of its own, and the table of dates is in the order of a whole file', () => {
    expect(mainMilestone(7)).toBe('targetOn')
    expect(mainMilestone(11)).toBe('trainingTo')
    expect(mainMilestone(17)).toBe('approvedOn')
    expect(new Set(milestones.map((key) => milestoneTable[key].step))).toEqual(new Set(stepNos))
    expect(Object.keys(wholeFile).toSorted()).toEqual(milestones.toSorted())
  })

  it('each says what it is, who does it, which paper and the usual mistake, in plain sentences', () => {
    for (const no of stepNos) {
      for (const set of ruleSets) {
        const { what, who, paper, mistake } = stepGuide(no, set)
        for (const text of [what, who, mistake]) expect(text).toMatch(/^[^。]{8,70}。$/)
        expect(paper.length).toBeGreaterThan(3)
        for (const material of materialsOf(no)) expect(paper).toContain(material)
      }
    }
    // What was the order of 2014 is the usual mistake of 2026.
    expect(stepGuide(8, '2026').mistake).toContain('先公示后上报')
    expect(stepGuide(8, '2014').mistake).not.toContain('先公示后上报')
  })
})

describe('the two rule sets (trap 1)', () => {
  it('a step of 2026-05-11 is judged by the rules of 2026, one of the day before by those of 2014', () => {
    expect(ruleSetOn(partialDate('2026-05-10'), settings)).toBe('2014')
    expect(ruleSetOn(partialDate('2026-05-11'), settings)).toBe('2026')
    expect(ruleSetOn(partialDate('2026-05'), settings)).toBe('2014')
    expect(ruleSetOn(partialDate('2026-05-11'), { 'rules.dev.effectiveFrom2026': '2026-07-01' })).toBe('2014')
  })

  it('articles whose wording was not seen are marked （待核）', () => {
    expect(citeArticles('2026', [13])).toBe('《发展党员工作细则》（2026年修订）第13条')
    expect(citeArticles('2026', [22])).toBe('《发展党员工作细则》（2026年修订）第22条（待核）')
    expect(citeArticles('2014', [13])).toContain('（待核）')
    expect(ruleBasis('DEV-50', '2026')).toContain('第22条（待核）')
    expect(ruleBasis('DEV-19', '2026')).toContain('第33条（待核）')
    expect(stepBasis(16, '2026')).toContain('（待核）')
    expect(stepBasis(7, '2026')).not.toContain('（待核）')
  })

  it('every rule of the table DEV-01 to DEV-24 and DEV-50 to DEV-53 is there with a title, words and a basis', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const ids = [...Array.from({ length: 24 }, (_, n) => n + 1), 50, 51, 52, 53].map((n) => `DEV-${two(n)}`)
    expect(Object.keys(developmentRuleTable)).toEqual(expect.arrayContaining(ids))
    for (const rule of Object.values(developmentRuleTable)) {
      for (const set of ruleSets) expect(rule.words(settings, set).length).toBeGreaterThan(8)
      expect(rule.title.length).toBeGreaterThan(3)
    }
  })
})

describe('materials M1 to M30', () => {
  it('are thirty, each of one step', () => {
    expect(materialNos).toEqual(Array.from({ length: 30 }, (_, n) => `M${n + 1}`))
    expect(materialsOf(13)).toEqual(['M15', 'M16'])
    expect(materialsOf(9)).toEqual([])
  })

  it('the publicity papers are local practice under 2014 and must be there under 2026', () => {
    const present = new Set(['M8', 'M9'] as const)
    expect(missingMaterials(7, '2014', present)).toEqual([])
    expect(missingMaterials(7, '2026', present)).toEqual(['M10'])
  })
})

describe('what comes after what', () => {
  it('political review and training run side by side: neither passes the other', () => {
    const dates = datesOf({ ...upTo('sponsorsOn'), trainingFrom: '2024-11-11', trainingTo: '2024-11-13' })
    expect(isPassed('politicalReviewOn', dates)).toBe(false)
    expect(isPassed('politicalReviewOn', { ...dates, preReviewOn: partialDate('2024-12-02') })).toBe(true)
  })

  it('every earlier step is passed once 转正 is approved', () => {
    const dates = datesOf({ regularApprovedOn: '2026-01-20' })
    for (const no of stepNos.filter((step) => step < 24))
      expect(isPassed(mainMilestone(no), dates)).toBe(true)
  })
})
