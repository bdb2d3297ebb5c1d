import { describe, expect, it } from 'vitest'
import { materialTable } from '#shared/domain/development/materials.ts'
import { milestones, stepOf } from '#shared/domain/development/milestones.ts'
import {
  developmentPapers,
  developmentPaperTable,
  papersFrom,
  papersOfDeadline,
} from '#shared/domain/development/papers.ts'

describe('the papers of a file', () => {
  it('stand at the step of their material, and at that of the date that picks their words', () => {
    for (const paper of developmentPapers) {
      const { step, material, milestone } = developmentPaperTable[paper]
      if (material !== null) expect(materialTable[material].step).toBe(step)
      if (!paper.startsWith('activistRegister')) expect(stepOf(milestone)).toBe(step)
    }
  })

  it('are in the order of the archive', () => {
    const numbers = developmentPapers.flatMap((paper) => {
      const { material } = developmentPaperTable[paper]
      return material === null ? [] : [Number(material.slice(1))]
    })
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  it.each([
    ['appliedOn', ['talkRecord']],
    ['activistOn', ['activistFiling']],
    ['nurturedOn', ['activistRegister']],
    ['targetMeetingOn', ['targetRequest', 'targetReply']],
    ['publicityFrom', ['publicityNotice', 'publicityReport']],
    ['committeeOn', ['preReviewRequest', 'preReviewOpinion']],
    ['formOn', ['admissionVote', 'admissionResolution']],
    ['assignedOn', ['probationRegister']],
    ['regularApplyOn', ['regularVote', 'regularResolution']],
    ['archivedOn', ['archiveIndex']],
  ] as const)('next to %s come %j', (next, papers) => {
    expect(papersFrom(next)).toEqual(papers)
  })

  it('some come next at every step but the last', () => {
    for (const milestone of milestones) expect(papersFrom(milestone).length).toBeGreaterThan(0)
  })

  it('a day that only opens a step asks for the paper that begins it; an oath asks for none', () => {
    expect(papersOfDeadline('DEV-06', 7)).toEqual(['targetRequest'])
    expect(papersOfDeadline('DEV-02', 2)).toEqual(['talkRecord'])
    expect(papersOfDeadline('DEV-15', 22)).toEqual([])
    expect(papersOfDeadline('OATH_LATE', 20)).toEqual([])
  })
})
