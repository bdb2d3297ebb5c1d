import type { CoverageKey } from '../domain/enterpriseCoverage.ts'
import type { CoverForm, EnterpriseKind } from '../domain/enterprises.ts'
import type { RuleSettings } from '../domain/settings.ts'

export const enterpriseKindLabels: Readonly<Record<EnterpriseKind, string>> = {
  FG: '非公企业',
  SH: '社会组织',
  GT: '个体工商户',
  YQ: '园区楼宇',
}

export const coverFormLabels: Readonly<Record<CoverForm, string>> = {
  own: '单独组建',
  joint: '联合组建',
  functional: '功能型',
  none: '无',
}

/** In the order of the form. */
export const enterpriseFieldLabels = {
  name: '单位名称',
  creditCode: '统一社会信用代码',
  kind: '类型',
  industry: '行业',
  address: '地址',
  department: '主管部门',
  isAboveScale: '规模以上',
  staff: '职工数',
  fullMembers: '正式党员数',
  probationaryMembers: '预备党员数',
  membersHere: '组织关系在本单位党员数',
  hiddenMembers: '隐形（口袋）党员数',
  activists: '入党积极分子数',
  coverForm: '党组织形式',
  organizationId: '所属党组织',
  instructor: '党建指导员',
  liaison: '联络员',
  hasUnion: '工会',
  hasYouth: '团组织',
  hasWomen: '妇女组织',
  isHeadMember: '负责人是党员',
  contactName: '联系人',
  contactPhone: '联系电话',
  visitedOn: '最近走访日期',
  remark: '备注',
} as const

/** The rates of ORG-75: what each is called and counted by. */
export function coverageTexts(
  settings: RuleSettings,
): Readonly<Record<CoverageKey, { readonly title: string; readonly rule: string }>> {
  const [withMember, withOrganization] = [
    settings['enterprise.staffWithMember'],
    settings['enterprise.staffWithOrganization'],
  ]
  return {
    organization: {
      title: '组织覆盖率',
      rule: `已被单独、联合党组织覆盖的单位 ÷ 应覆盖单位（有党员的、职工 ${withOrganization} 人以上的和已覆盖的单位）`,
    },
    work: {
      title: '工作覆盖率',
      rule: '组织已覆盖或有党建指导员、联络员的单位 ÷ 单位总数，一个单位只计一次',
    },
    withMember: {
      title: `${withMember} 人以上有党员率`,
      rule: `职工 ${withMember} 人以上且有党员的单位 ÷ 职工 ${withMember} 人以上的单位`,
    },
    withOrganization: {
      title: `${withOrganization} 人以上建组织率`,
      rule: `职工 ${withOrganization} 人以上且建有党组织的单位 ÷ 职工 ${withOrganization} 人以上的单位`,
    },
  }
}
