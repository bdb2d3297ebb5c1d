import type { ApprovalAct } from '../domain/development/approvalRights.ts'
import type { EndReason, Setback } from '../domain/development/courseActions.ts'
import type { DevelopmentFacts } from '../domain/development/facts.ts'
import type { MaterialNeed } from '../domain/development/materials.ts'
import type { PlanStatus } from '../domain/development/plan.ts'
import type { RuleSet } from '../domain/development/ruleSets.ts'
import type { CourseState } from '../domain/development/states.ts'
import type { ResponsibleBody, Stage } from '../domain/development/steps.ts'
import type { TransferRule } from '../domain/development/transfers.ts'

export const stageLabels: Readonly<Record<Stage, string>> = {
  application: '申请入党',
  activist: '入党积极分子的确定和培养教育',
  target: '发展对象的确定和考察',
  admission: '预备党员的接收',
  probation: '预备党员的教育、考察和转正',
}

export const courseStateLabels: Readonly<Record<CourseState, string>> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  target: '发展对象',
  cleared: '预审合格',
  awaitingApproval: '待审批',
  probationer: '预备党员',
  extended: '延长预备期',
  full: '正式党员',
  revoked: '取消入党积极分子资格',
  disqualified: '取消预备党员资格',
  ended: '终止',
}

export const responsibleBodyLabels: Readonly<Record<ResponsibleBody, string>> = {
  person: '本人',
  branch: '党支部',
  branchCommittee: '支委会',
  branchMeeting: '支部党员大会',
  approvingCommittee: '有审批权限的基层党委（街道党工委）',
  districtDepartment: '区委组织部',
}

export const ruleSetLabels: Readonly<Record<RuleSet, string>> = {
  '2014': '2014年细则',
  '2026': '2026年修订的细则',
}

export const materialNeedLabels: Readonly<Record<MaterialNeed, string>> = {
  always: '必备',
  local: '按当地要求',
}

export const approvalActLabels: Readonly<Record<ApprovalAct, string>> = {
  approve: '审批',
  deliberate: '审议（同意上报）',
  none: '无权办理',
}

export const setbackLabels: Readonly<Record<Setback, string>> = {
  publicity: '公示有问题',
  politicalReview: '政审不合格',
  training: '培训不合格',
  preReview: '预审不合格',
  vote: '大会未通过',
  approval: '上级党委不批准',
  decision: '支委会讨论取消发展对象',
}

export const endReasonLabels: Readonly<Record<EndReason, string>> = {
  withdrawn: '本人撤回',
  died: '去世',
  left: '转出',
  lost: '失去联系',
  outcome: '审查不合格',
}

export const planStatusLabels: Readonly<Record<PlanStatus, string>> = {
  done: '已办',
  open: '待办',
  impossible: '办不到',
  skipped: '缺日期',
}

export const transferDocumentLabels: Readonly<Record<TransferRule['document'], string>> = {
  materialsLetter: '材料移交函和档案（不用党员组织关系介绍信）',
  introductionLetter: '党员组织关系介绍信（注明预备党员）',
}

/** Facts of a file a finding may stand beside, other than its dates (those are in milestoneTable). */
export const developmentFactLabels: Readonly<Record<Exclude<keyof DevelopmentFacts, 'dates'>, string>> = {
  birthDate: '出生日期',
  contacts: '培养联系人',
  sponsors: '入党介绍人',
  activistReviews: '半年考察',
  probationReviews: '预备期考察',
  thoughtReports: '思想汇报',
  publicityResult: '公示结果',
  trainingDays: '培训天数',
  trainingHours: '培训学时',
  isPoliticallyQualified: '政审结论',
  hasReviewSummary: '综合政审报告',
  leavesSoon: '未来 3 个月内将离开单位',
  formIssuer: '志愿书发放机关',
  preReviewBody: '预审机关',
  approvalBody: '审批机关',
  regularApprovalBody: '转正审批机关',
  admissionVote: '接收表决',
  regularVote: '转正表决',
  resolutionOn: '志愿书决议日期',
  rosterJoinedOn: '花名册入党日期',
  rosterRegularOn: '花名册转正日期',
  extensions: '延长预备期',
  materials: '材料',
  arrival: '转入',
  endedOn: '终止日期',
}
