import type { ImportKind } from '#shared/contract/imports.ts'
import {
  developmentImportFieldKeys,
  developmentImportFields,
} from '#shared/domain/developmentImportFields.ts'
import { fieldGroupLabels, fieldGroups, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { meetingImportFieldKeys, meetingImportFields } from '#shared/domain/meetingImportFields.ts'
import { mobilityImportFieldKeys, mobilityImportFields } from '#shared/domain/mobilityImportFields.ts'
import { organizationFieldKeys, organizationFields } from '#shared/domain/organizationFields.ts'

interface FieldOption {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
}

interface FieldOptionGroup {
  readonly label: string
  readonly fields: readonly FieldOption[]
}

const rosterGroups: readonly FieldOptionGroup[] = fieldGroups.map((group) => ({
  label: fieldGroupLabels[group],
  fields: memberFieldKeys
    .filter((key) => memberFields[key].group === group)
    .map((key) => ({ key, label: memberFields[key].label, aliases: memberFields[key].aliases })),
}))

const organizationGroups: readonly FieldOptionGroup[] = [
  { label: '党组织', fields: organizationFieldKeys.map((key) => ({ key, ...organizationFields[key] })) },
]

const mobilityGroups: readonly FieldOptionGroup[] = [
  {
    label: '流动党员',
    fields: mobilityImportFieldKeys.map((key) => ({ key, ...mobilityImportFields[key] })),
  },
]

const developmentGroups: readonly FieldOptionGroup[] = [
  {
    label: '发展党员',
    fields: developmentImportFieldKeys.map((key) => ({ key, ...developmentImportFields[key] })),
  },
]

const meetingGroups: readonly FieldOptionGroup[] = [
  {
    label: '三会一课',
    fields: meetingImportFieldKeys.map((key) => ({ key, ...meetingImportFields[key] })),
  },
]

/** What a column may be taken for. */
export const fieldGroupsOf: Readonly<Record<ImportKind, readonly FieldOptionGroup[]>> = {
  roster: rosterGroups,
  organizations: organizationGroups,
  mobility: mobilityGroups,
  development: developmentGroups,
  meetings: meetingGroups,
}

/** Without a column for one of each list, hardly a row can be taken. */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  roster: [['name'], ['idNo']],
  organizations: [['fullName', 'shortName']],
  mobility: [['name'], ['idNo']],
  development: [['name'], ['idNo']],
  meetings: [['organizationId'], ['kinds'], ['heldOn']],
}

export function importFieldLabel(kind: ImportKind, key: string): string {
  const found = fieldGroupsOf[kind].flatMap((group) => group.fields).find((field) => field.key === key)
  return found?.label ?? key
}
