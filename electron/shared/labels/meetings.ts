import type { DutyState } from '../domain/meetings/duties.ts'
import type { AttendanceState } from '../domain/meetings/attendance.ts'
import type { Grade } from '../domain/meetings/appraisal.ts'
import type { MeetingKind } from '../domain/meetings/kinds.ts'
import type {
  AbsenceReason,
  CheckState,
  Disposal,
  ExemptReason,
  FollowUpSubject,
  MeetingSlot,
  MeetingStatus,
  ProblemOwner,
  TalkRelation,
} from '../domain/meetings/records.ts'
import type { MatterKind } from '../domain/meetings/votes.ts'

/** As minutes head them. */
export const meetingKindLabels: Readonly<Record<MeetingKind, string>> = {
  branchMeeting: '支部党员大会',
  committeeMeeting: '支部委员会会议',
  groupMeeting: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
  organizationLife: '组织生活会',
  appraisal: '民主评议党员',
  other: '其他',
}

/** As narrow columns head them. */
export const meetingKindShort: Readonly<Record<MeetingKind, string>> = {
  branchMeeting: '党员大会',
  committeeMeeting: '支委会',
  groupMeeting: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
  organizationLife: '组织生活会',
  appraisal: '民主评议',
  other: '其他',
}

export const matterKindLabels: Readonly<Record<MatterKind, string>> = {
  admission: '接收预备党员',
  regular: '预备党员转正',
  extension: '延长预备期',
  disqualification: '取消预备党员资格',
  election: '选举',
  discipline: '党纪处分',
  expulsion: '除名',
  important: '上级规定的重要事项',
  ordinary: '一般议题',
}

export const meetingStatusLabels: Readonly<Record<MeetingStatus, string>> = { draft: '草稿', final: '定稿' }

export const checkStateLabels: Readonly<Record<CheckState, string>> = { passed: '通过', returned: '退回' }

export const attendanceStateLabels: Readonly<Record<AttendanceState, string>> = {
  present: '到会',
  absent: '缺席',
  excused: '请假',
}

export const absenceReasonLabels: Readonly<Record<AbsenceReason, string>> = {
  ill: '病假',
  private: '事假',
  duty: '公务',
  away: '外出',
  lost: '失去联系',
  other: '其他',
}

export const exemptReasonLabels: Readonly<Record<ExemptReason, string>> = {
  incapable: '因病不能表达意志',
  abroad: '出国（境）半年以上',
  imprisoned: '未受留党察看以上处分但正在服刑',
  bedridden: '年老体弱卧床不起或长期生病生活不能自理',
  notTransferred: '按规定应转走组织关系而未转走',
}

export const dutyStateLabels: Readonly<Record<DutyState, string>> = {
  done: '已开',
  draft: '只有草稿',
  open: '未到期',
  near: '即将到期',
  missing: '缺',
}

export const followUpSubjectLabels: Readonly<Record<FollowUpSubject, string>> = {
  meeting: '会议落实事项',
  lifeMeeting: '组织生活会整改',
}

export const talkRelationLabels: Readonly<Record<TalkRelation, string>> = {
  committee: '支委与支委',
  committeeMember: '支委与党员',
  member: '党员与党员',
  secretaryKey: '书记与重点对象',
}

export const problemOwnerLabels: Readonly<Record<ProblemOwner, string>> = {
  committee: '班子',
  person: '个人',
}

export const gradeLabels: Readonly<Record<Grade, string>> = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
}

export const disposalLabels: Readonly<Record<Disposal, string>> = {
  mend: '限期改正',
  advised: '劝退',
  expelled: '除名',
}

export const meetingSlotLabels: Readonly<Record<MeetingSlot, string>> = {
  signIn: '签到表',
  photo: '照片',
  courseware: '课件',
  other: '其他材料',
}

/** The form's fields, as screens, history and documents call them. */
export const meetingFieldLabels = {
  organizationId: '党支部',
  groupId: '党小组',
  kinds: '会议类型',
  title: '会议主题',
  heldOn: '日期',
  startTime: '开始时间',
  endTime: '结束时间',
  place: '地点',
  hostName: '主持人',
  recorderName: '记录人',
  termNo: '第几届',
  seqNo: '第几次',
  should: '应到人数',
  present: '实到人数',
  shouldReason: '应到人数不同的原因',
  absentWords: '缺席人员及原因',
  observers: '列席人员',
  summary: '会议内容',
  lectureTopic: '党课主题',
  lecturerName: '主讲人',
  isSecretaryLecturing: '书记讲党课',
  lectureHours: '学时',
  themeProgram: '主题党日议程',
  fundCents: '经费',
  units: '参加单位',
  effect: '成效',
  lifeYear: '所属年度',
  remark: '备注',
} as const
