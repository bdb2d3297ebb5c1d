import { ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { meetingSet, probationSpan, votesText } from './developmentMeetings.ts'
import {
  type BuiltDevelopmentPaper,
  committeeName,
  dayOf,
  type PaperPen,
  paperOf,
  stepAt,
} from './developmentPaper.ts'
import { dateToSign } from './developmentRegister.ts'
import { box, formRow, formTable, label, value } from './formTable.ts'
import { plainTitle } from './officialPaper.ts'

/** 党工委审批意见 (步骤 17): what the record does not have is written in at the meeting of the committee. */
export function approvalOpinion(pen: PaperPen): BuiltDevelopmentPaper {
  const step = stepAt(pen, 'approvedOn')
  const talk = stepAt(pen, 'interviewOn')
  const agency = committeeName(pen, 'approvedOn')
  const done = (text: string | null | undefined, name: string) =>
    step === undefined ? '' : pen.fill(text, name)
  const { branchMeeting } = ruleSetWords[meetingSet(pen, 'admission')]
  const title = '预备党员审批意见'
  const verdict =
    step === undefined
      ? ['□批准　□不批准']
      : [`批准接收${pen.name}同志为中共预备党员。`, ...(step.opinion === null ? [] : [step.opinion])]
  const rows = [
    formRow([label('审批对象'), value(pen.name), label('所在党支部'), value(pen.values.branch.fullName)]),
    formRow([
      label(`${branchMeeting}通过时间`),
      value(dayOf(pen, 'meetingOn', '大会时间')),
      label('决议上报时间'),
      value(dayOf(pen, 'submittedOn', '决议上报时间')),
    ]),
    formRow([label('大会表决情况'), value(votesText(pen, 'admission'), 3)]),
    formRow([
      label('谈话人'),
      value(pen.fill(talk?.people, '审批前谈话人')),
      label('谈话时间'),
      value(pen.day(talk?.doneOn, '审批前谈话时间')),
    ]),
    formRow([label('谈话意见'), value(pen.fill(talk?.opinion, '审批前谈话意见'), 3)], 900),
    ...pen.values.between.map(({ fullName }) =>
      formRow(
        [label(`${fullName}审议意见`), box([], 3, ['负责人签名（盖章）：　　　　　　', dateToSign])],
        1300,
      ),
    ),
    formRow([
      label('审批会议时间'),
      value(step === undefined ? '' : formatPartialDate(step.doneOn)),
      label('到会委员数'),
      value(done(null, '到会委员数')),
    ]),
    formRow([label('逐个表决结果'), value(done(null, '党委会表决结果'), 3)]),
    formRow([label('审批意见'), box(verdict, 3, ['负责人签名（盖章）：　　　　　　', dateToSign])], 1800),
    formRow([label('预备期'), value(probationSpan(pen), 3)]),
    formRow([
      label('通知支部时间'),
      value(done(null, '通知支部时间')),
      label('支部宣布时间'),
      value(done(null, '支部宣布时间')),
    ]),
  ]
  return paperOf(pen, {
    title,
    kind: '意见',
    children: [plainTitle(agency, title), formTable([11, 15, 13, 19], rows)],
  })
}
