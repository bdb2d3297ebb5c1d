import { ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { developmentVoteLabels } from '#shared/labels/developmentRecords.ts'
import { countText, meetingDay, meetingSet, outcome } from './developmentMeetings.ts'
import { type BuiltDevelopmentPaper, type PaperPen, paperOf, voteOn } from './developmentPaper.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'

/** 票决结果单 (步骤 15, 23): sums only, the ballot is secret. */
export function voteSheet(pen: PaperPen, subject: DevelopmentVoteOn): BuiltDevelopmentPaper {
  const vote = voteOn(pen, subject)
  const set = meetingSet(pen, subject)
  const { branchMeeting } = ruleSetWords[set]
  const count = (
    key: 'should' | 'present' | 'issued' | 'returned' | 'valid' | 'against' | 'abstained',
    name: string,
  ) => pen.fill(countText(vote?.[key]), name)
  const agreed = pen.fill(vote === undefined ? null : String(vote.agreed + vote.agreedInWriting), '赞成票数')
  const written = pen.fill(countText(vote?.agreedInWriting), '书面同意票数')
  const matter = developmentVoteLabels[subject]
  const title = `${matter}票决结果单`
  const rows = [
    formRow([label('表决对象'), value(pen.name), label('表决事项'), value(matter)]),
    formRow([
      label('会议名称'),
      value(branchMeeting),
      label('会议时间'),
      value(pen.day(meetingDay(pen, subject), '大会时间')),
    ]),
    formRow([
      label('应到会有表决权人数'),
      value(count('should', '应到会有表决权人数')),
      label('实到会有表决权人数'),
      value(count('present', '实到会有表决权人数')),
    ]),
    formRow([
      label('发出票数'),
      value(count('issued', '发出票数')),
      label('收回票数'),
      value(count('returned', '收回票数')),
    ]),
    formRow([
      label('有效票数'),
      value(count('valid', '有效票数')),
      label('赞成票数（含书面意见）'),
      value(`${agreed}（其中书面意见${written}）`),
    ]),
    formRow([
      label('不赞成票数'),
      value(count('against', '不赞成票数')),
      label('弃权票数'),
      value(count('abstained', '弃权票数')),
    ]),
    formRow([label('表决结果'), value(pen.fill(outcome(vote, set), '表决结果'), 3)], 900),
    formRow([
      label('监票人'),
      value(pen.fill(vote?.tellers, '监票人')),
      label('计票人'),
      value(pen.fill(vote?.counters, '计票人')),
    ]),
    formRow([label('监票人签名'), value(''), label('计票人签名'), value('')], 900),
    formRow(
      [label('主持人'), value(pen.fill(vote?.hostName, '主持人')), label('主持人签名'), value('')],
      900,
    ),
  ]
  return paperOf(pen, {
    title,
    kind: '结果单',
    children: [
      plainTitle(pen.values.branch.fullName, title),
      formTable([14, 13, 15, 14], rows),
      ...sealedSignature(pen.values.branch.fullName, pen.day(meetingDay(pen, subject), '大会时间')),
    ],
  })
}
