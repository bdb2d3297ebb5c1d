import {
  candidateStageLabels,
  contestLabels,
  electionKindLabels,
  electionStatusLabels,
  exemptionReasonLabels,
  roundKindLabels,
  tellerDutyLabels,
} from '#shared/labels/elections.ts'
import type { ColumnText } from './recordKindTexts.ts'

type Text = ColumnText['text']

interface Writers {
  readonly shown: (field: string, label: string, text?: Text) => ColumnText
  readonly coded: (labels: Readonly<Record<string, string>>) => Text
  readonly date: Text
  readonly yesNo: Text
}

type Columns = Readonly<Record<string, ColumnText>>

/** How the columns of elections and their parts are called and read. */
export function electionTexts({ shown, coded, date, yesNo }: Writers): {
  readonly election: Columns
  readonly electionStep: Columns
  readonly electionCandidate: Columns
  readonly electionExemption: Columns
  readonly electionTeller: Columns
  readonly electionRound: Columns
  readonly electionVote: Columns
} {
  const contest = shown('contest', '选举', coded(contestLabels))
  return {
    election: {
      kind: shown('kind', '类别', coded(electionKindLabels)),
      status: shown('status', '状态', coded(electionStatusLabels)),
      is_direct: shown('isDirect', '党员大会直接选举', yesNo),
      committee_seats: shown('committeeSeats', '应选委员'),
      secretary_seats: shown('secretarySeats', '应选书记'),
      deputy_seats: shown('deputySeats', '应选副书记'),
      planned_on: shown('plannedOn', '计划日期', date),
      meeting_on: shown('meetingOn', '大会日期', date),
      meeting_place: shown('meetingPlace', '大会地点'),
      host_name: shown('hostName', '主持人'),
      should: shown('should', '应到'),
      present: shown('present', '实到'),
      exemptions_agreed: shown('exemptionsAgreed', '不计入应到已经大会通过', yesNo),
      tellers_agreed: shown('tellersAgreed', '监票人已经大会通过', yesNo),
      reduced_reason: shown('reducedReason', '减少名额的说明'),
      approval_doc: shown('approvalDoc', '批复文号'),
      approval_on: shown('approvalOn', '批复日期', date),
      filed_on: shown('filedOn', '备案日期', date),
      closed_reason: shown('closedReason', '结束原因'),
      remark: shown('remark', '备注'),
    },
    electionStep: {
      done_on: shown('doneOn', '办理日期', date),
      doc_no: shown('docNo', '文号'),
      note: shown('note', '说明'),
    },
    electionCandidate: {
      contest,
      name: shown('name', '姓名'),
      stage: shown('stage', '阶段', coded(candidateStageLabels)),
      position: shown('position', '顺序'),
    },
    electionExemption: { reason: shown('reason', '不计入应到的情形', coded(exemptionReasonLabels)) },
    electionTeller: {
      name: shown('name', '姓名'),
      duty: shown('duty', '职责', coded(tellerDutyLabels)),
    },
    electionRound: {
      contest,
      kind: shown('kind', '投票', coded(roundKindLabels)),
      held_on: shown('heldOn', '日期', date),
      seats: shown('seats', '应选'),
      should: shown('should', '应到'),
      present: shown('present', '实到'),
      issued: shown('issued', '发出'),
      returned: shown('returned', '收回'),
      invalid: shown('invalid', '无效'),
    },
    electionVote: {
      agreed: shown('agreed', '赞成'),
      against: shown('against', '不赞成'),
      abstained: shown('abstained', '弃权'),
    },
  }
}
