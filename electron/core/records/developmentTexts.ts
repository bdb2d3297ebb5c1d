import { isMaterialNo, materialName } from '#shared/domain/development/materials.ts'
import { isMilestone, labelOf } from '#shared/domain/development/milestones.ts'
import type { CodeTableName } from '#shared/domain/memberFields.ts'
import { courseStateLabels, endReasonLabels, setbackLabels } from '#shared/labels/development.ts'
import {
  arrivalKindLabels,
  developmentEventLabels,
  developmentFieldLabels,
  developmentReviewLabels,
  developmentVoteLabels,
  formStatusLabels,
  guarantorDutyLabels,
  publicityResultLabels,
  trainingKindLabels,
} from '#shared/labels/developmentRecords.ts'
import { slotText } from './meetingTexts.ts'
import type { ColumnText } from './recordKindTexts.ts'

type Text = ColumnText['text']

interface Writers {
  readonly shown: (field: string, label: string, text?: Text) => ColumnText
  readonly coded: (labels: Readonly<Record<string, string>>) => Text
  readonly codeText: (table: CodeTableName) => Text
  readonly date: Text
  readonly yesNo: Text
  readonly organization: Text
  readonly trashed: Columns
}

type Columns = Readonly<Record<string, ColumnText>>

type DevelopmentKind =
  | 'developmentFile'
  | 'developmentStep'
  | 'developmentGuarantor'
  | 'developmentReview'
  | 'developmentVote'
  | 'developmentMaterial'
  | 'developmentEvent'
  | 'applicationForm'
  | 'developmentQuota'
  | 'trainingClass'
  | 'trainingPlace'
  | 'calendarDay'
  | 'attachment'

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const milestoneText: Text = (value) =>
  typeof value === 'string' && isMilestone(value) ? labelOf(value) : String(value ?? '')
const materialText: Text = (value) =>
  typeof value === 'string' && isMaterialNo(value) ? materialName(value, '2026') : String(value ?? '')

/** How the columns of 发展党员 and its registers are called and read. */
export function developmentTexts(writers: Writers): Readonly<Record<DevelopmentKind, Columns>> {
  const { shown, coded, codeText, date, yesNo, organization, trashed } = writers
  const fieldTexts: Readonly<Record<string, Text>> = {
    gender: codeText('gender'),
    organizationId: organization,
    ethnicity: codeText('ethnicity'),
    birthDate: date,
    education: codeText('education'),
    isLeagueMember: yesNo,
    isRecommended: yesNo,
    publicityResult: coded(publicityResultLabels),
    isPoliticallyQualified: yesNo,
    hasReviewSummary: yesNo,
    leavesSoon: yesNo,
    resolutionOn: date,
    wishedOn: date,
    arrivalKind: coded(arrivalKindLabels),
    arrivalLeftOn: date,
    arrivalOn: date,
    arrivalVerified: yesNo,
    arrivalContinuous: yesNo,
  }
  // Fallen with a return or an extension: kept to be read.
  const fallen = shown('supersededBy', '是否算数', (value) => (value === null ? '算数' : '不再算数'))
  return {
    developmentFile: {
      ...Object.fromEntries(
        Object.entries(developmentFieldLabels).map(([key, label]) => [
          snake(key),
          shown(key, label, fieldTexts[key]),
        ]),
      ),
      is_imported: shown('isImported', '由导入建立', yesNo),
      ...trashed,
    },
    developmentStep: {
      milestone: shown('milestone', '步骤', milestoneText),
      done_on: shown('doneOn', '办理日期', date),
      place: shown('place', '地点'),
      people: shown('people', '办理人'),
      body_name: shown('bodyName', '办理的党组织'),
      doc_no: shown('docNo', '文号'),
      opinion: shown('opinion', '意见'),
      override_reason: shown('overrideReason', '强制登记的原因'),
      superseded_by: fallen,
    },
    developmentGuarantor: {
      duty: shown('duty', '身份', coded(guarantorDutyLabels)),
      name: shown('name', '姓名'),
      from_on: shown('fromOn', '起', date),
      to_on: shown('toOn', '止', date),
      is_kin: shown('isKin', '是直系亲属', yesNo),
    },
    developmentReview: {
      kind: shown('kind', '类别', coded(developmentReviewLabels)),
      reviewed_on: shown('reviewedOn', '日期', date),
      contact_opinion: shown('contactOpinion', '培养联系人（介绍人）意见'),
      branch_opinion: shown('branchOpinion', '党支部意见'),
      signed_by: shown('signedBy', '签名人'),
    },
    developmentVote: {
      subject: shown('subject', '表决事项', coded(developmentVoteLabels)),
      held_on: shown('heldOn', '大会日期', date),
      should: shown('should', '应到有表决权'),
      present: shown('present', '实到有表决权'),
      issued: shown('issued', '发出票'),
      returned: shown('returned', '收回票'),
      valid: shown('valid', '有效票'),
      agreed: shown('agreed', '赞成'),
      agreed_in_writing: shown('agreedInWriting', '书面意见赞成'),
      against: shown('against', '不赞成'),
      abstained: shown('abstained', '弃权'),
      tellers: shown('tellers', '监票人'),
      counters: shown('counters', '计票人'),
      host_name: shown('hostName', '主持人'),
      superseded_by: fallen,
    },
    developmentMaterial: {
      material_no: shown('materialNo', '材料', materialText),
      is_present: shown('isPresent', '已有', yesNo),
      is_original: shown('isOriginal', '原件', yesNo),
      copies: shown('copies', '份数'),
      pages: shown('pages', '页数'),
      formed_on: shown('formedOn', '形成日期', date),
      note: shown('note', '缺件说明'),
    },
    developmentEvent: {
      kind: shown('kind', '变动', coded(developmentEventLabels)),
      happened_on: shown('happenedOn', '日期', date),
      cause: shown('cause', '原因', coded({ ...setbackLabels, ...endReasonLabels })),
      to_state: shown('toState', '退回到', coded(courseStateLabels)),
      months: shown('months', '延长（月）'),
      approved_on: shown('approvedOn', '批准日期', date),
      body_name: shown('bodyName', '批准的党组织'),
      doc_no: shown('docNo', '文号'),
      words: shown('words', '说明'),
      override_reason: shown('overrideReason', '强制登记的原因'),
    },
    applicationForm: {
      serial_no: shown('serialNo', '编号'),
      organization_id: shown('organizationId', '发放党委', organization),
      status: shown('status', '状态', coded(formStatusLabels)),
      issued_on: shown('issuedOn', '领用日期', date),
      received_by: shown('receivedBy', '领用人'),
      returned_on: shown('returnedOn', '退回日期', date),
      voided_on: shown('voidedOn', '作废日期', date),
      void_reason: shown('voidReason', '作废原因'),
      remark: shown('remark', '备注'),
      ...trashed,
    },
    developmentQuota: {
      organization_id: shown('organizationId', '党组织', organization),
      year: shown('year', '年度'),
      planned: shown('planned', '计划数'),
      doc_no: shown('docNo', '文号'),
    },
    trainingClass: {
      organization_id: shown('organizationId', '举办党组织', organization),
      kind: shown('kind', '类别', coded(trainingKindLabels)),
      name: shown('name', '班次名称'),
      from_on: shown('fromOn', '开始', date),
      to_on: shown('toOn', '结束', date),
      days: shown('days', '天数'),
      hours: shown('hours', '学时'),
      place: shown('place', '地点'),
      remark: shown('remark', '备注'),
      ...trashed,
    },
    trainingPlace: {
      hours: shown('hours', '学时'),
      score: shown('score', '成绩'),
      is_passed: shown('isPassed', '合格', yesNo),
      cert_no: shown('certNo', '结业证号'),
    },
    calendarDay: {
      day: shown('day', '日期', date),
      is_working_day: shown('isWorkingDay', '上班', yesNo),
      name: shown('name', '说明'),
    },
    attachment: {
      slot: shown('slot', '材料', slotText),
      name: shown('name', '文件名'),
      bytes: shown('bytes', '大小（字节）'),
      ...trashed,
    },
  }
}
