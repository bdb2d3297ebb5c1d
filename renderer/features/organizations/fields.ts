import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import type { z } from 'zod'
import type { OrganizationFields, organizationInput } from '#shared/contract/organizations.ts'
import {
  hasApprovalRightByDefault,
  isOrganizationLevel,
  type OrganizationType,
} from '#shared/domain/organizationKinds.ts'
import { branchKindLabels, organizationTypeLabels, unitNatureLabels } from '#shared/labels/organizations.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'

export type OrganizationKey = keyof OrganizationFields

/** What the form holds before the schema has read it. */
export type OrganizationDraft = z.input<typeof organizationInput>

export const fieldLabels: Readonly<Record<OrganizationKey, string>> = {
  type: '类别',
  branchKind: '党支部类型',
  fullName: '党组织全称',
  shortName: '简称',
  code: '党组织代码',
  foundedOn: '成立日期',
  foundedDoc: '批准文号',
  approvedBy: '批准成立的上级',
  unitName: '所在单位',
  unitNature: '单位性质',
  jointUnits: '联合覆盖单位',
  termYears: '任期',
  currentTermFrom: '本届开始日期',
  currentTermTo: '本届届满日期',
  committeeSeats: '委员会应配职数',
  hasApprovalRight: '审批预备党员权限',
  standardLevel: '标准化建设类别',
  isWeak: '软弱涣散（后进）',
  secretaryName: '书记',
  contactName: '联系人',
  contactPhone: '联系电话',
  contactFax: '传真',
  address: '通讯地址',
  postcode: '邮政编码',
}

const keys: readonly string[] = Object.keys(fieldLabels)

export function isOrganizationKey(key: string): key is OrganizationKey {
  return keys.includes(key)
}

export const fieldKeys: readonly OrganizationKey[] = keys.filter(isOrganizationKey)

/** The value as people read it; empty when there is none. */
export function fieldText(fields: OrganizationFields, key: OrganizationKey): string {
  switch (key) {
    case 'type':
      return organizationTypeLabels[fields.type]
    case 'branchKind':
      return fields.branchKind === null ? '' : branchKindLabels[fields.branchKind]
    case 'unitNature':
      return fields.unitNature === null ? '' : unitNatureLabels[fields.unitNature]
    case 'jointUnits':
      return fields.jointUnits.join('、')
    case 'termYears':
      return fields.termYears === null ? '' : `${fields.termYears} 年`
    case 'committeeSeats':
      return fields.committeeSeats === null ? '' : `${fields.committeeSeats} 名`
    case 'hasApprovalRight':
      return fields.hasApprovalRight ? '有' : '无'
    case 'isWeak':
      return fields.isWeak ? '是' : '否'
    case 'foundedOn':
    case 'currentTermFrom':
    case 'currentTermTo': {
      const date = fields[key]
      return date === null ? '' : formatPartialDate(date)
    }
    default:
      return fields[key] ?? ''
  }
}

/** A group has a leader where an organisation has a secretary. */
export function labelIn(fields: Pick<OrganizationFields, 'type'>, key: OrganizationKey): string {
  return key === 'secretaryName' && !isOrganizationLevel(fields.type) ? '组长' : fieldLabels[key]
}

export function blankDraft(type: OrganizationType): OrganizationDraft {
  return {
    ...unfilledOrganization,
    type,
    fullName: '',
    shortName: '',
    hasApprovalRight: hasApprovalRightByDefault(type),
  }
}

/** Only what was changed is sent, so that what somebody else changed meanwhile stays. */
export function changedOnly(
  before: OrganizationFields,
  after: OrganizationFields,
): Partial<OrganizationFields> {
  const isSame = (key: OrganizationKey): boolean => JSON.stringify(before[key]) === JSON.stringify(after[key])
  return Object.fromEntries(fieldKeys.filter((key) => !isSame(key)).map((key) => [key, after[key]]))
}
