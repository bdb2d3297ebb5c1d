import type { RuleSettings } from './settings.ts'

/** Kinds of Party organisation (domain table 1.1), highest first; labels in shared/labels/organizations.ts. */
export const organizationTypes = ['DGW', 'JDW', 'SQW', 'ZHW', 'ZZ', 'ZB', 'XZ', 'ZXH'] as const

export type OrganizationType = (typeof organizationTypes)[number]

export const branchKinds = ['DD', 'LH', 'LS', 'LD', 'WG', 'LTX', 'LX', 'QT'] as const

export type BranchKind = (typeof branchKinds)[number]

export const unitNatures = ['SQ', 'JG', 'SY', 'GQ', 'FG', 'SH', 'GT', 'QT'] as const

export type UnitNature = (typeof unitNatures)[number]

export const organizationStatuses = ['active', 'planned', 'dissolved', 'merged'] as const

export type OrganizationStatus = (typeof organizationStatuses)[number]

/** Dissolved or merged: history, where nobody joins and nothing is changed. Takes the stored text, which may be any of the statuses. */
export function isEnded({ status }: { readonly status: string }): boolean {
  return status === 'dissolved' || status === 'merged'
}

// 街道党委 stands where 党工委 would, so what may hang under DGW may hang under JDW.
const allowedParents: Readonly<Record<OrganizationType, readonly OrganizationType[]>> = {
  DGW: [],
  JDW: [],
  SQW: ['DGW', 'JDW'],
  ZHW: ['DGW', 'JDW'],
  ZZ: ['SQW', 'ZHW', 'DGW', 'JDW'],
  ZB: ['DGW', 'JDW', 'SQW', 'ZHW', 'ZZ'],
  XZ: ['ZB'],
  ZXH: ['ZB', 'XZ'],
}

/** `parent` is null for the root: only the street's own committee stands there (its superior is outside the system). */
export function mayStandUnder(type: OrganizationType, parent: OrganizationType | null): boolean {
  return parent === null ? allowedParents[type].length === 0 : allowedParents[type].includes(parent)
}

/** 党小组 and 党员中心户 are no level of organisation: no seal, no resolutions, no members of their own. */
export function isOrganizationLevel(type: OrganizationType): boolean {
  return type !== 'XZ' && type !== 'ZXH'
}

/** 审批预备党员权限 (DEV-50): the street's committee only; 社区党委 and 总支 merely review. */
export function hasApprovalRightByDefault(type: OrganizationType): boolean {
  return type === 'DGW' || type === 'JDW'
}

export interface TermSubject {
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly unitNature: UnitNature | null
}

/** 党工委 is an agency sent by the district, 临时党支部 is led by appointment: neither has a term. */
export function hasTerm(subject: TermSubject): boolean {
  if (subject.type === 'DGW' || !isOrganizationLevel(subject.type)) return false
  return !(subject.type === 'ZB' && subject.branchKind === 'LS')
}

/** Whether it is a community's own organisation; null where neither unit nor kind tells. */
function isOfCommunity({ branchKind, unitNature }: TermSubject): boolean | null {
  if (unitNature !== null) return unitNature === 'SQ'
  if (branchKind === 'WG') return true
  return branchKind === 'LX' ? false : null
}

/** ORG-10: years of a term; null for kinds without one, undefined where the records do not say which rule applies. */
export function termYearsOf(
  subject: TermSubject,
  settings: Pick<RuleSettings, 'org.termYears.community' | 'org.termYears.other' | 'org.termYears.committee'>,
): number | null | undefined {
  if (!hasTerm(subject)) return null
  if (subject.type === 'SQW') return settings['org.termYears.community']
  if (subject.type === 'JDW' || subject.type === 'ZHW') return settings['org.termYears.committee']
  const isCommunity = isOfCommunity(subject)
  if (isCommunity === null) return undefined
  return isCommunity ? settings['org.termYears.community'] : settings['org.termYears.other']
}

function branchKindFromName(name: string): BranchKind | null {
  if (name.includes('临时')) return 'LS'
  if (name.includes('联合')) return 'LH'
  if (name.includes('流动党员')) return 'LD'
  if (/离退休|退休|离休/.test(name)) return 'LTX'
  return /网格|小区|楼栋/.test(name) ? 'WG' : null
}

export interface FoundKind {
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
}

function committeeFrom(name: string): OrganizationType | null {
  if (name.includes('社区')) return 'SQW'
  if (/综合|两新|楼宇|园区|商圈|行业/.test(name)) return 'ZHW'
  return name.includes('街道') ? 'JDW' : null
}

/** Reads a list's 党组织类别 with the name beside it; null when they do not say which kind it is. */
export function findOrganizationKind(kindText: string, name: string): FoundKind | null {
  const kind = kindText.replace(/\s/g, '')
  if (/党工委|工作委员会/.test(kind)) return { type: 'DGW', branchKind: null }
  if (/中心户/.test(kind)) return { type: 'ZXH', branchKind: null }
  if (/党小组/.test(kind)) return { type: 'XZ', branchKind: null }
  if (/总支/.test(kind)) return { type: 'ZZ', branchKind: null }
  if (/支部/.test(kind)) return { type: 'ZB', branchKind: branchKindFromName(kind + name) }
  if (!/党委|委员会/.test(kind)) return null
  const type = committeeFrom(kind) ?? committeeFrom(name)
  return type === null ? null : { type, branchKind: null }
}
