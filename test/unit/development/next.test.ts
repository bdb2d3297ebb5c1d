import { expect, it } from 'vitest'
import { isMilestone } from '#shared/domain/development/milestones.ts'
import { developmentPlan, nextMilestone } from '#shared/domain/development/plan.ts'
import { aFile, context, wholeFile } from './aFile.ts'

const keys = Object.keys(wholeFile).filter(isMilestone)

it.each([['nothing', 0] as const, ...keys.map((key, n) => [key, n + 1] as const)])(
  'after %s the next date is the one a plan begins with',
  (_, count) => {
    const facts = aFile(Object.fromEntries(keys.slice(0, count).map((key) => [key, wholeFile[key] ?? null])))
    expect(nextMilestone(facts)).toBe(developmentPlan(facts, context, null).next)
  },
)
