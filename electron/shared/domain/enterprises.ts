/** 两新组织 by kind: 非公企业, 社会组织, 个体, 园区楼宇. */
export const enterpriseKinds = ['FG', 'SH', 'GT', 'YQ'] as const

export type EnterpriseKind = (typeof enterpriseKinds)[number]

/** How the Party is organised in it: on its own, jointly, functionally, not at all. */
export const coverForms = ['own', 'joint', 'functional', 'none'] as const

export type CoverForm = (typeof coverForms)[number]

/** Whom the office reports 两新 work to by default; ORG-76: most places have given it to 党委社会工作部. */
export const defaultDepartments = [
  '街道党工委（社会工作）',
  '区委社会工作部',
  '区委组织部',
  '区委两新工委',
] as const

/** 单独 and 联合 count as covered (ORG-75); 功能型 takes over no memberships and does not. */
export function isCovered(form: CoverForm): boolean {
  return form === 'own' || form === 'joint'
}
