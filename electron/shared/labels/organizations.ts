import type {
  BranchKind,
  OrganizationStatus,
  OrganizationType,
  UnitNature,
} from '../domain/organizationKinds.ts'

export const organizationTypeLabels: Readonly<Record<OrganizationType, string>> = {
  DGW: '街道党工委',
  JDW: '街道党委',
  SQW: '社区党委',
  ZHW: '综合党委',
  ZZ: '党总支',
  ZB: '党支部',
  XZ: '党小组',
  ZXH: '党员中心户',
}

export const branchKindLabels: Readonly<Record<BranchKind, string>> = {
  DD: '单独组建的党支部',
  LH: '联合党支部',
  LS: '临时党支部',
  LD: '流动党员党支部',
  WG: '网格（小区、楼栋）党支部',
  LTX: '离退休党支部',
  LX: '两新党支部',
  QT: '其他党支部',
}

export const unitNatureLabels: Readonly<Record<UnitNature, string>> = {
  SQ: '社区（居委会）',
  JG: '机关',
  SY: '事业单位',
  GQ: '公有制企业',
  FG: '非公企业',
  SH: '社会组织',
  GT: '个体工商户',
  QT: '其他',
}

export const organizationStatusLabels: Readonly<Record<OrganizationStatus, string>> = {
  active: '正常',
  planned: '拟成立',
  dissolved: '已撤销',
  merged: '已合并',
}

/** 标准化规范化建设类别; places with stars write their own text. */
export const standardLevels = ['先进', '一般', '薄弱'] as const
