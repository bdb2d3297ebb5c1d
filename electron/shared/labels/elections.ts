import type {
  CandidateStage,
  Contest,
  ElectionKind,
  ElectionStatus,
  RoundKind,
  TellerDuty,
} from '../domain/electionWords.ts'
import type { ElectionDocument, ReminderKind } from '../domain/electionDocuments.ts'
import type { ExemptionReason } from '../domain/electionVoters.ts'

export const electionKindLabels: Readonly<Record<ElectionKind, string>> = {
  term: '换届',
  byElection: '补选',
}

export const electionStatusLabels: Readonly<Record<ElectionStatus, string>> = {
  open: '进行中',
  done: '已完成',
  invalid: '选举无效',
  cancelled: '已取消',
}

export const contestLabels: Readonly<Record<Contest, string>> = {
  committee: '委员',
  secretary: '书记',
  deputy: '副书记',
}

export const candidateStageLabels: Readonly<Record<CandidateStage, string>> = {
  proposed: '预备人选',
  candidate: '候选人',
  writeIn: '另选他人',
}

export const tellerDutyLabels: Readonly<Record<TellerDuty, string>> = {
  watches: '监票人',
  counts: '计票人',
}

export const roundKindLabels: Readonly<Record<RoundKind, string>> = {
  first: '第一次投票',
  tie: '就票数相等者再次投票',
  another: '另行选举',
}

/** The five cases of ORG-39, as the meeting is asked to agree to them. */
export const exemptionReasonLabels: Readonly<Record<ExemptionReason, string>> = {
  ill: '患有精神病或其他疾病，不能表达本人意志',
  abroad: '出国（境）半年以上',
  serving: '虽未受到留党察看以上处分，但正在服刑',
  infirm: '年老体弱卧床不起或长期生病、生活不能自理',
  moved: '工作调动、外出学习或工作半年以上等，按规定应转走组织关系而没有转走',
}

export const electionDocumentLabels: Readonly<Record<ElectionDocument, string>> = {
  request: '换届请示',
  reply: '换届批复（代拟稿）',
  candidateRequest: '候选人预备人选请示',
  candidateReply: '预备人选批复（代拟稿）',
  method: '选举办法（草案）',
  ballot: '选票',
  tellers: '监票人、计票人名单',
  script: '会议主持词',
  result: '选举结果报告单',
}

export const reminderKindLabels: Readonly<Record<ReminderKind, string>> = {
  remind: '换届提醒函',
  urge: '换届督办函',
}
