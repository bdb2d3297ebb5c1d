import type {
  ArrivalKind,
  DevelopmentEventKind,
  DevelopmentReviewKind,
  DevelopmentVoteOn,
  FormStatus,
  GuarantorDuty,
  PublicityResult,
  TrainingKind,
} from '../domain/development/records.ts'

export const guarantorDutyLabels: Readonly<Record<GuarantorDuty, string>> = {
  contact: '培养联系人',
  sponsor: '入党介绍人',
}

export const developmentReviewLabels: Readonly<Record<DevelopmentReviewKind, string>> = {
  activist: '积极分子半年考察',
  probation: '预备党员半年考察',
  thoughtReport: '思想汇报',
}

export const developmentVoteLabels: Readonly<Record<DevelopmentVoteOn, string>> = {
  admission: '接收预备党员',
  regular: '预备党员转正',
  extension: '延长预备期',
  disqualification: '取消预备党员资格',
}

export const developmentEventLabels: Readonly<Record<DevelopmentEventKind, string>> = {
  return: '退回',
  extend: '延长预备期',
  disqualify: '取消预备党员资格',
  revoke: '取消入党积极分子资格',
  reapply: '重新列为入党申请人',
  end: '终止',
  transfer: '转移',
}

export const publicityResultLabels: Readonly<Record<PublicityResult, string>> = {
  none: '没有收到反映',
  cleared: '收到反映，经核实不影响',
  confirmed: '收到反映，经核实有影响',
}

export const arrivalKindLabels: Readonly<Record<ArrivalKind, string>> = {
  applicant: '入党申请人转入',
  activist: '入党积极分子转入',
  target: '发展对象转入',
  probationer: '预备党员转入',
}

export const formStatusLabels: Readonly<Record<FormStatus, string>> = {
  stock: '库存',
  issued: '已领用',
  filed: '已入档',
  returned: '已退回',
  voided: '已作废',
}

export const trainingKindLabels: Readonly<Record<TrainingKind, string>> = {
  activist: '入党积极分子培训',
  target: '发展对象集中培训',
  probationer: '预备党员培训',
}

/** Fields of a file's own form, in its order. */
export const developmentFieldLabels = {
  name: '姓名',
  gender: '性别',
  idNo: '公民身份号码',
  organizationId: '所在党支部',
  ethnicity: '民族',
  birthDate: '出生日期',
  nativePlace: '籍贯',
  education: '学历',
  unitDuty: '工作单位及职务',
  phone: '联系电话',
  isLeagueMember: '共青团员',
  isRecommended: '经群团推优',
  family: '家庭主要成员',
  relations: '主要社会关系',
  publicityPlace: '公示地点和方式',
  publicityPhone: '公示受理电话',
  publicityResult: '公示结果',
  publicityWords: '公示反映和核实情况',
  isPoliticallyQualified: '政治审查合格',
  hasReviewSummary: '有综合政审报告',
  politicalWords: '政治审查结论',
  trainingDays: '集中培训天数',
  trainingHours: '集中培训学时',
  leavesSoon: '三个月内将离开工作单位',
  resolutionOn: '志愿书上的支部决议日期',
  wishedOn: '希望召开大会的日期',
  arrivalKind: '转入',
  arrivalFrom: '原所在党组织',
  arrivalLeftOn: '离开原单位日期',
  arrivalOn: '转入日期',
  arrivalVerified: '转入材料核验合格',
  arrivalContinuous: '培养教育时间连续计算',
  arrivalDelayMonths: '推迟讨论转正（月）',
  remark: '备注',
} as const
