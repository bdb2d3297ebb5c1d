import { isFlowStep, flowTable } from '#shared/domain/reviews/flow.ts'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import {
  batchMethodLabels,
  batchStateLabels,
  checkKindLabels,
  goalLevelLabels,
  rectifyProgressLabels,
  rectifySourceLabels,
  subjectKindLabels,
} from '#shared/labels/reviews.ts'
import type { ColumnText } from './recordKindTexts.ts'

type Text = ColumnText['text']
type Columns = Readonly<Record<string, ColumnText>>

interface Writers {
  readonly shown: (field: string, label: string, text?: Text) => ColumnText
  readonly coded: (labels: Readonly<Record<string, string>>) => Text
  readonly date: Text
  readonly organization: Text
  readonly trashed: Columns
}

type ReviewRecordKind =
  | 'reviewCampaign'
  | 'reviewScheme'
  | 'reviewSubject'
  | 'reviewStep'
  | 'reviewComment'
  | 'reviewDailyScore'
  | 'reviewBatch'
  | 'reviewBatchSubject'
  | 'reviewRectification'
  | 'responsibilityList'
  | 'responsibilityGoal'
  | 'responsibilityCheck'

const score: Text = (value) => (typeof value === 'number' ? scoreText(value) : '')
/** A scheme or a list of evidence is too long for a line of a list; what it says stands on its own page. */
const whole: Text = (value) => (value === null ? '' : '（全文见方案）')
const snapshot: Text = (value) => (value === null ? '' : '（已留存当时的依据）')
/** Of which set they are, the row does not say. */
const gradeWords = Object.fromEntries(
  grades.map((grade) => [grade, `${gradeNames.G4A[grade]}（${gradeNames.G4B[grade]}）`]),
)
const vetoes: Text = (value) =>
  value === '' || value === null ? '' : `${String(value).split(',').length} 项`
const steps: Text = (value) =>
  typeof value === 'string'
    ? value
        .split(',')
        .filter((key) => isFlowStep(key))
        .map((key) => flowTable[key].name)
        .join('、')
    : ''

/** How the columns of 双向述职双向测评 and of the responsibility lists are called and read. */
export function reviewTexts(writers: Writers): Readonly<Record<ReviewRecordKind, Columns>> {
  const { shown, coded, date, organization, trashed } = writers
  const step: Text = (value) =>
    typeof value === 'string' && isFlowStep(value) ? flowTable[value].name : String(value ?? '')
  return {
    reviewCampaign: {
      organization_id: shown('organizationId', '组织测评的党组织', organization),
      year: shown('year', '年度'),
      name: shown('name', '名称'),
      start_on: shown('startOn', '开始日期', date),
      end_on: shown('endOn', '结束日期', date),
      left_out_steps: shown('leftOutSteps', '不设的步骤', steps),
      notice_no: shown('noticeNo', '通报文号'),
      notice_on: shown('noticeOn', '通报日期', date),
      remark: shown('remark', '备注'),
      ...trashed,
    },
    reviewScheme: {
      name: shown('name', '方案名称'),
      body: shown('body', '方案内容', whole),
      change_reason: shown('changeReason', '冻结后修改的原因'),
    },
    reviewSubject: {
      organization_id: shown('organizationId', '所在党组织', organization),
      kind: shown('kind', '述职对象', coded(subjectKindLabels)),
      name: shown('name', '述职人'),
      duty: shown('duty', '职务'),
      achievements: shown('achievements', '述职报告：成绩'),
      problems: shown('problems', '述职报告：问题'),
      plans: shown('plans', '述职报告：打算'),
      grade: shown('grade', '等次', coded(gradeWords)),
      decided_on: shown('decidedOn', '定等日期', date),
      decided_at: shown('decidedAt', '定等会议'),
      decision_reason: shown('decisionReason', '与建议不同的理由'),
      veto_ids: shown('vetoIds', '一票否决', vetoes),
      score_decided: shown('scoreDecided', '定等时的综合分', score),
      handling: shown('handling', '结果运用'),
      feedback_on: shown('feedbackOn', '反馈日期', date),
      feedback_by: shown('feedbackBy', '反馈谈话人'),
      feedback_words: shown('feedbackWords', '反馈意见'),
      signed_on: shown('signedOn', '签字日期', date),
    },
    reviewStep: {
      key: shown('key', '步骤', step),
      done_on: shown('doneOn', '日期', date),
      note: shown('note', '说明'),
    },
    reviewComment: {
      commenter: shown('commenter', '点评人'),
      content: shown('content', '点评内容'),
      said_on: shown('saidOn', '日期', date),
    },
    reviewDailyScore: {
      hundredths: shown('hundredths', '得分', score),
      basis: shown('basis', '评分说明'),
      evidence: shown('evidence', '依据', snapshot),
      scored_on: shown('scoredOn', '日期', date),
      scored_by: shown('scoredBy', '评分人'),
    },
    reviewBatch: {
      organization_id: shown('organizationId', '组织测评的党组织', organization),
      held_on: shown('heldOn', '测评日期', date),
      should: shown('should', '应到'),
      present: shown('present', '实到'),
      method: shown('method', '计票方式', coded(batchMethodLabels)),
      state: shown('state', '状态', coded(batchStateLabels)),
      supervisors: shown('supervisors', '监票人'),
      tellers: shown('tellers', '计票人'),
      closed_on: shown('closedOn', '计票日期', date),
      void_reason: shown('voidReason', '无效原因'),
    },
    reviewBatchSubject: {
      issued: shown('issued', '发出票'),
      returned: shown('returned', '收回票'),
    },
    reviewRectification: {
      problem: shown('problem', '问题'),
      source: shown('source', '来源', coded(rectifySourceLabels)),
      measure: shown('measure', '整改措施'),
      duty_name: shown('dutyName', '责任人'),
      due_on: shown('dueOn', '时限', date),
      progress: shown('progress', '进度', coded(rectifyProgressLabels)),
      progress_words: shown('progressWords', '进展情况'),
      done_on: shown('doneOn', '完成日期', date),
      result: shown('result', '完成情况'),
      accepted_by: shown('acceptedBy', '验收人'),
      accepted_on: shown('acceptedOn', '验收日期', date),
      reported_on: shown('reportedOn', '通报日期', date),
      reported_words: shown('reportedWords', '通报情况'),
      ...trashed,
    },
    responsibilityList: {
      organization_id: shown('organizationId', '党组织', organization),
      year: shown('year', '年度'),
      first_name: shown('firstName', '第一责任人'),
      direct_name: shown('directName', '直接责任人'),
      specific_name: shown('specificName', '具体责任人'),
      remark: shown('remark', '备注'),
      ...trashed,
    },
    responsibilityGoal: {
      level: shown('level', '目标类别', coded(goalLevelLabels)),
      content: shown('content', '目标'),
      owner_name: shown('ownerName', '责任人'),
      due_on: shown('dueOn', '时限', date),
      done_on: shown('doneOn', '完成日期', date),
      result: shown('result', '完成情况'),
    },
    responsibilityCheck: {
      kind: shown('kind', '类别', coded(checkKindLabels)),
      held_on: shown('heldOn', '日期', date),
      by_name: shown('byName', '主持或督查人'),
      found: shown('found', '研究事项或发现的问题'),
      closed_on: shown('closedOn', '整改完成日期', date),
      result: shown('result', '结果'),
    },
  }
}
