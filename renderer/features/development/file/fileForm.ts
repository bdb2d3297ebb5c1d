import type { z } from 'zod'
import type { DevelopmentFields, developmentInput } from '#shared/contract/developmentInputs.ts'
import { unfilledDevelopment } from '#shared/contract/unfilledDevelopment.ts'
import { developmentFieldLabels } from '#shared/labels/developmentRecords.ts'
import type { FileField } from './fieldTexts.ts'

export type FileValues = z.input<typeof developmentInput>

export interface FormSection {
  readonly title: string
  readonly fields: readonly FileField[]
}

/** The form of a file in its order; what belongs to a step may be filled in there as well. */
export const fileSections: readonly FormSection[] = [
  {
    title: '个人情况',
    fields: [
      'name',
      'idNo',
      'gender',
      'birthDate',
      'ethnicity',
      'nativePlace',
      'education',
      'unitDuty',
      'phone',
      'organizationId',
      'isLeagueMember',
      'isRecommended',
    ],
  },
  { title: '家庭主要成员和主要社会关系', fields: ['family', 'relations'] },
  {
    title: '公示、政审、培训',
    fields: [
      'publicityPlace',
      'publicityPhone',
      'publicityResult',
      'publicityWords',
      'isPoliticallyQualified',
      'hasReviewSummary',
      'politicalWords',
      'trainingDays',
      'trainingHours',
      'leavesSoon',
      'resolutionOn',
      'wishedOn',
    ],
  },
  {
    title: '转入（从别处带着档案来的才填）',
    fields: [
      'arrivalKind',
      'arrivalFrom',
      'arrivalLeftOn',
      'arrivalOn',
      'arrivalVerified',
      'arrivalContinuous',
      'arrivalDelayMonths',
    ],
  },
  { title: '备注', fields: ['remark'] },
]

/** What a new file asks for; the rest comes with its steps. */
export const newSections: readonly FormSection[] = fileSections.filter(
  ({ fields }) => !fields.includes('publicityPlace'),
)

export function isFileField(key: string): key is FileField {
  return Object.hasOwn(developmentFieldLabels, key)
}

export const fileFields: readonly FileField[] = Object.keys(developmentFieldLabels).filter(isFileField)

/** A file that says nothing yet. */
export function blankFile(organizationId: string): FileValues {
  return { ...unfilledDevelopment, organizationId }
}

/** Only what differs is sent: a masked number that nobody touched stays what it is. */
export function changedFields<T extends FileValues | DevelopmentFields>(
  before: FileValues,
  after: T,
): Partial<T> {
  const changes: Partial<T> = { ...after }
  for (const field of fileFields) if (before[field] === after[field]) delete changes[field]
  return changes
}
