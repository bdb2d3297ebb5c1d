import { materialName, isMaterialNo } from '#shared/domain/development/materials.ts'
import { isMeetingSlot } from '#shared/domain/meetings/records.ts'
import {
  checkStateLabels,
  disposalLabels,
  followUpSubjectLabels,
  gradeLabels,
  matterKindLabels,
  meetingFieldLabels,
  meetingKindLabels,
  meetingSlotLabels,
  meetingStatusLabels,
  problemOwnerLabels,
  talkRelationLabels,
} from '#shared/labels/meetings.ts'
import type { ColumnText } from './recordKindTexts.ts'
import { rollText } from './meetingRoll.ts'

type Text = ColumnText['text']

interface Writers {
  readonly shown: (field: string, label: string, text?: Text) => ColumnText
  readonly coded: (labels: Readonly<Record<string, string>>) => Text
  readonly date: Text
  readonly yesNo: Text
  readonly organization: Text
  readonly lines: Text
  readonly trashed: Columns
}

type Columns = Readonly<Record<string, ColumnText>>

type MeetingRecordKind =
  | 'meeting'
  | 'meetingItem'
  | 'meetingVersion'
  | 'followUp'
  | 'meetingPlan'
  | 'meetingPlanItem'
  | 'topicGuide'
  | 'lifeMeeting'
  | 'lifeProblem'
  | 'appraisal'
  | 'appraisalPerson'
  | 'talk'

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** 扫描件 beside a 发展党员档案 or a meeting: which paper. */
export const slotText: Text = (value) => {
  if (typeof value !== 'string') return ''
  if (isMaterialNo(value)) return materialName(value, '2026')
  return isMeetingSlot(value) ? meetingSlotLabels[value] : value
}

/** How the columns of 组织生活 are called and read. */
export function meetingTexts(writers: Writers): Readonly<Record<MeetingRecordKind, Columns>> {
  const { shown, coded, date, yesNo, organization, lines, trashed } = writers
  const kinds: Text = (value, name) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((kind) => coded(meetingKindLabels)(kind, name))
          .join('、')
      : ''
  const fieldTexts: Readonly<Record<string, Text>> = {
    organizationId: organization,
    groupId: organization,
    kinds,
    heldOn: date,
    isSecretaryLecturing: yesNo,
    observers: lines,
    themeProgram: lines,
    fundCents: (value) => (typeof value === 'number' ? `${(value / 100).toFixed(2)} 元` : ''),
  }
  return {
    meeting: {
      ...Object.fromEntries(
        Object.entries(meetingFieldLabels).map(([key, label]) => [
          snake(key),
          shown(key, label, fieldTexts[key]),
        ]),
      ),
      roll: shown('roll', '到会名单', (value) => (typeof value === 'string' ? rollText(value) : '')),
      status: shown('status', '状态', coded(meetingStatusLabels)),
      finalized_on: shown('finalizedOn', '定稿日期', date),
      check_state: shown('checkState', '街道检查', coded(checkStateLabels)),
      check_words: shown('checkWords', '检查意见'),
      checked_on: shown('checkedOn', '检查日期', date),
      ...trashed,
    },
    meetingItem: {
      section: shown('section', '所在会议', coded(meetingKindLabels)),
      title: shown('title', '议题'),
      presenter: shown('presenter', '汇报人'),
      discussion: shown('discussion', '讨论要点'),
      matter: shown('matter', '议题性质', coded(matterKindLabels)),
      should: shown('should', '应到有表决权'),
      present: shown('present', '实到有表决权'),
      agreed: shown('agreed', '赞成'),
      agreed_in_writing: shown('agreedInWriting', '书面意见赞成'),
      against: shown('against', '反对'),
      abstained: shown('abstained', '弃权'),
      is_secret: shown('isSecret', '无记名投票', yesNo),
      is_passed: shown('isPassed', '通过', yesNo),
      decision: shown('decision', '决议'),
    },
    meetingVersion: {
      no: shown('no', '第几版'),
      reason: shown('reason', '修改原因'),
      changed_on: shown('changedOn', '修改日期', date),
      changed_by: shown('changedBy', '修改人'),
    },
    followUp: {
      subject: shown('subject', '来自', coded(followUpSubjectLabels)),
      what: shown('what', '事项'),
      person_name: shown('personName', '责任人'),
      due_on: shown('dueOn', '期限', date),
      closed_on: shown('closedOn', '办结日期', date),
      result: shown('result', '结果'),
    },
    meetingPlan: {
      organization_id: shown('organizationId', '党支部', organization),
      year: shown('year', '年度'),
      theme_day: shown('themeDay', '主题党日固定日'),
      remark: shown('remark', '备注'),
    },
    meetingPlanItem: {
      month: shown('month', '月份'),
      kind: shown('kind', '会议类型', coded(meetingKindLabels)),
      planned_on: shown('plannedOn', '计划日期', date),
      topic: shown('topic', '主题'),
      program: shown('program', '议程', lines),
      place: shown('place', '地点'),
      person_name: shown('personName', '负责人'),
    },
    topicGuide: {
      organization_id: shown('organizationId', '发文党组织', organization),
      year: shown('year', '年度'),
      month: shown('month', '月份'),
      title: shown('title', '标题'),
      study: shown('study', '学习内容', lines),
      activities: shown('activities', '活动建议', lines),
      demands: shown('demands', '工作要求', lines),
      doc_no: shown('docNo', '文号'),
      issued_on: shown('issuedOn', '印发日期', date),
      ...trashed,
    },
    lifeMeeting: {
      organization_id: shown('organizationId', '党支部', organization),
      year: shown('year', '年度'),
      theme: shown('theme', '主题'),
      planned_on: shown('plannedOn', '计划日期', date),
      place: shown('place', '地点'),
      host_name: shown('hostName', '主持人'),
      program: shown('program', '议程', lines),
      demands: shown('demands', '要求', lines),
      study_times: shown('studyTimes', '会前学习次数'),
      asked_people: shown('askedPeople', '征求意见人数'),
      opinion_count: shown('opinionCount', '征求意见条数'),
      talk_pairs: shown('talkPairs', '谈心对数'),
      opinions: shown('opinions', '征求意见汇总'),
      committee_review: shown('committeeReview', '班子对照检查'),
      course: shown('course', '开展情况'),
      criticisms: shown('criticisms', '批评意见'),
      effect: shown('effect', '成效'),
      published_on: shown('publishedOn', '整改清单公布日期', date),
      remark: shown('remark', '备注'),
      ...trashed,
    },
    lifeProblem: {
      owner: shown('owner', '谁的问题', coded(problemOwnerLabels)),
      person_name: shown('personName', '姓名'),
      problem: shown('problem', '问题'),
      measure: shown('measure', '整改措施'),
      duty_name: shown('dutyName', '责任人'),
      due_on: shown('dueOn', '期限', date),
      done_on: shown('doneOn', '完成日期', date),
      result: shown('result', '结果'),
    },
    appraisal: {
      organization_id: shown('organizationId', '党支部', organization),
      year: shown('year', '年度'),
      held_on: shown('heldOn', '评议日期', date),
      ballots_issued: shown('ballotsIssued', '发出票'),
      ballots_returned: shown('ballotsReturned', '收回票'),
      ballots_valid: shown('ballotsValid', '有效票'),
      tellers: shown('tellers', '监票人'),
      decided_on: shown('decidedOn', '定等次日期', date),
      demands: shown('demands', '整改要求', lines),
      remark: shown('remark', '备注'),
      ...trashed,
    },
    appraisalPerson: {
      name: shown('name', '姓名'),
      is_probationary: shown('isProbationary', '预备党员', yesNo),
      absent_reason: shown('absentReason', '未参评原因'),
      excellent: shown('excellent', '优秀票'),
      qualified: shown('qualified', '合格票'),
      basic: shown('basic', '基本合格票'),
      unqualified: shown('unqualified', '不合格票'),
      grade: shown('grade', '等次', coded(gradeLabels)),
      opinion: shown('opinion', '评定意见'),
      feedback_on: shown('feedbackOn', '反馈签字日期', date),
      disposal: shown('disposal', '处置', coded(disposalLabels)),
      disposal_words: shown('disposalWords', '处置说明'),
      mend_by: shown('mendBy', '改正期限', date),
    },
    talk: {
      organization_id: shown('organizationId', '党支部', organization),
      relation: shown('relation', '对应关系', coded(talkRelationLabels)),
      talked_on: shown('talkedOn', '日期', date),
      talker_name: shown('talkerName', '谈话人'),
      talked_name: shown('talkedName', '被谈人'),
      place: shown('place', '地点'),
      title: shown('title', '主题'),
      content: shown('content', '内容'),
      suggestions: shown('suggestions', '意见建议'),
      feedback: shown('feedback', '反馈'),
      ...trashed,
    },
  }
}
