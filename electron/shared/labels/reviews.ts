import type { VoidReason } from '../domain/reviews/ballotLines.ts'
import type { ComponentState } from '../domain/reviews/components.ts'
import type { RectifyProgress, RectifySource, RectifyState } from '../domain/reviews/rectification.ts'
import type { CheckKind, GoalLevel } from '../domain/reviews/responsibility.ts'
import type {
  BatchMethod,
  BatchState,
  CampaignState,
  RaterKind,
  SubjectKind,
} from '../domain/reviews/words.ts'

export const campaignStateLabels: Readonly<Record<CampaignState, string>> = {
  preparing: '准备',
  reporting: '述职中',
  rating: '测评中',
  counting: '计票',
  grading: '定等',
  announcing: '通报',
  rectifying: '整改',
  archived: '归档',
}

export const subjectKindLabels: Readonly<Record<SubjectKind, string>> = {
  secretary: '党组织书记',
  committeeMember: '班子成员',
  partTimeMember: '兼职委员',
  office: '街道科室',
}

export const raterKindLabels: Readonly<Record<RaterKind, string>> = {
  superiors: '上级班子',
  members: '党员',
  residents: '群众代表',
  peers: '同级或下级班子',
  others: '其他',
}

export const batchMethodLabels: Readonly<Record<BatchMethod, string>> = {
  tally: '唱票，只录汇总',
  keying: '逐票录入两遍',
  file: '从文件读入',
}

export const batchStateLabels: Readonly<Record<BatchState, string>> = {
  open: '计票中',
  closed: '已计票',
  void: '无效，须重测',
}

export const componentStateLabels: Readonly<Record<ComponentState, string>> = {
  open: '未开票完毕',
  repeat: '须重新测评',
  missing: '尚无有效分数',
  scored: '已计分',
}

/** REV-05 */
export const voidReasonLabels: Readonly<Record<VoidReason, string>> = {
  several: '一项多选',
  illegible: '涂改不可辨',
  blank: '全票空白',
}

export const rectifySourceLabels: Readonly<Record<RectifySource, string>> = {
  comment: '领导点评',
  ballot: '测评',
  lastYear: '上年未改',
}

export const rectifyProgressLabels: Readonly<Record<RectifyProgress, string>> = {
  notStarted: '未开始',
  underway: '进行中',
  done: '完成',
}

export const rectifyStateLabels: Readonly<Record<RectifyState, string>> = {
  notStarted: '未开始',
  underway: '进行中',
  overdue: '逾期',
  toAccept: '待验收',
  accepted: '已验收',
}

export const goalLevelLabels: Readonly<Record<GoalLevel, string>> = {
  general: '总体目标',
  specific: '具体目标',
  individual: '个人目标',
}

export const checkKindLabels: Readonly<Record<CheckKind, string>> = {
  quarterlyMeeting: '季度工作例会',
  inspection: '督查',
}
