import type {
  BranchKind,
  OrganizationStatus,
  OrganizationType,
  UnitNature,
} from '../domain/organizationKinds.ts'
import type { OrganizationEvent, OrganizationFields } from '../contract/organizations.ts'

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

/** In the order of the form. */
export const organizationFieldLabels: Readonly<Record<keyof OrganizationFields, string>> = {
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

export const organizationEventLabels: Readonly<Record<OrganizationEvent['kind'], string>> = {
  created: '建立',
  renamed: '更名',
  moved: '移动',
  merged: '合并',
  split: '拆分',
  dissolved: '撤销',
  restored: '恢复',
}
