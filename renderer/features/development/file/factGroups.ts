import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import type { StepNo } from '#shared/domain/development/milestones.ts'

/** What a step needs beside its dates: fields of the file that are filled in at it. */
export interface FactGroup {
  readonly step: StepNo
  readonly title: string
  readonly fields: readonly (keyof DevelopmentFields)[]
}

const groups: readonly FactGroup[] = [
  {
    step: 3,
    title: '推优情况',
    fields: ['isLeagueMember', 'isRecommended'],
  },
  {
    step: 7,
    title: '公示情况',
    fields: ['publicityPlace', 'publicityPhone', 'publicityResult', 'publicityWords'],
  },
  {
    step: 10,
    title: '政审结论',
    fields: ['isPoliticallyQualified', 'hasReviewSummary', 'politicalWords'],
  },
  { step: 11, title: '培训天数和学时', fields: ['trainingDays', 'trainingHours'] },
  { step: 13, title: '去向', fields: ['leavesSoon'] },
  { step: 15, title: '志愿书上的决议日期', fields: ['resolutionOn'] },
]

export function factGroupOf(step: StepNo): FactGroup | null {
  return groups.find((group) => group.step === step) ?? null
}
