import { ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import { meetingDay, meetingSet, probationSpan, requestTitles, votesText } from './developmentMeetings.ts'
import { type BuiltDevelopmentPaper, dateOf, dayOf, type PaperPen, voteOn } from './developmentPaper.ts'
import { requestEnd, upward } from './developmentUpward.ts'

/** What goes up after the meeting: 接收 (步骤 17) or 转正 (步骤 24). */
export function resultRequest(pen: PaperPen, subject: 'admission' | 'regular'): BuiltDevelopmentPaper {
  const isAdmission = subject === 'admission'
  const numberOf = isAdmission ? 'submittedOn' : 'regularSubmittedOn'
  const { branchMeeting } = ruleSetWords[meetingSet(pen, subject)]
  const { words } = pen.values.branch
  const isPassed = voteOn(pen, subject)?.result.isPassed === true
  const wanted = isAdmission ? `接收${pen.name}同志为预备党员` : `${pen.name}同志转为正式党员`
  const course = isAdmission
    ? `${pen.name}同志${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书，${dayOf(pen, 'targetOn', '列为发展对象时间')}列为发展对象，${dayOf(pen, 'preReviewOn', '预审时间')}预审合格。`
    : `${pen.name}同志预备期为${probationSpan(pen)}，${dayOf(pen, 'regularApplyOn', '提出转正申请时间')}提出转正申请。`
  const result = isPassed ? `，大会同意${wanted}` : `，表决结果：${pen.fill(null, '表决结果')}`
  return upward(pen, {
    title: requestTitles[subject](pen.name),
    kind: '请示',
    numberOf,
    date: dateOf(pen, numberOf),
    isPassedOn: true,
    body: [
      course,
      `${words.we}于${pen.day(meetingDay(pen, subject), '大会时间')}召开${branchMeeting}讨论表决，${votesText(pen, subject)}${result}。现将有关材料报上，请予审批。`,
      requestEnd,
    ],
  })
}
