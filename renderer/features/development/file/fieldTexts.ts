import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import { arrivalKinds, publicityResults } from '#shared/domain/development/records.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { arrivalKindLabels, publicityResultLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate, isPartialDate } from '#shared/lib/dates.ts'

export type FileField = keyof DevelopmentFields

type Kind =
  | 'text'
  | 'long'
  | 'date'
  | 'day'
  | 'flag'
  | 'number'
  | 'gender'
  | 'ethnicity'
  | 'education'
  | 'publicityResult'
  | 'arrivalKind'
  | 'branch'
  | 'secret'

/** How a field is filled in and read. */
export const fieldKinds: Readonly<Record<FileField, Kind>> = {
  name: 'text',
  gender: 'gender',
  idNo: 'secret',
  organizationId: 'branch',
  ethnicity: 'ethnicity',
  birthDate: 'date',
  nativePlace: 'text',
  education: 'education',
  unitDuty: 'text',
  phone: 'secret',
  isLeagueMember: 'flag',
  isRecommended: 'flag',
  family: 'long',
  relations: 'long',
  publicityPlace: 'text',
  publicityPhone: 'text',
  publicityResult: 'publicityResult',
  publicityWords: 'long',
  isPoliticallyQualified: 'flag',
  hasReviewSummary: 'flag',
  politicalWords: 'long',
  trainingDays: 'number',
  trainingHours: 'number',
  leavesSoon: 'flag',
  resolutionOn: 'date',
  wishedOn: 'day',
  arrivalKind: 'arrivalKind',
  arrivalFrom: 'text',
  arrivalLeftOn: 'date',
  arrivalOn: 'date',
  arrivalVerified: 'flag',
  arrivalContinuous: 'flag',
  arrivalDelayMonths: 'number',
  remark: 'long',
}

const units: Readonly<Partial<Record<FileField, string>>> = {
  trainingDays: '天',
  trainingHours: '学时',
  arrivalDelayMonths: '个月',
}

export function unitOf(field: FileField): string {
  return units[field] ?? ''
}

/** A field as a person reads it; '' for nothing. A branch is named by its file, not here. */
export function fieldText(field: FileField, value: DevelopmentFields[FileField]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return `${value} ${unitOf(field)}`
  switch (fieldKinds[field]) {
    case 'date':
    case 'day':
      return isPartialDate(value) ? formatPartialDate(value) : value
    case 'gender':
      return codeName('gender', value) ?? value
    case 'ethnicity':
      return codeName('ethnicity', value) ?? value
    case 'education':
      return codeName('education', value) ?? value
    case 'publicityResult': {
      const result = publicityResults.find((each) => each === value)
      return result === undefined ? value : publicityResultLabels[result]
    }
    case 'arrivalKind': {
      const kind = arrivalKinds.find((each) => each === value)
      return kind === undefined ? value : arrivalKindLabels[kind]
    }
    default:
      return value
  }
}
