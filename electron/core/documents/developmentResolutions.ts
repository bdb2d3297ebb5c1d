import { Paragraph } from 'docx'
import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import { countText, extensionSpan, measure, meetingDay, meetingSet, outcome } from './developmentMeetings.ts'
import {
  type BuiltDevelopmentPaper,
  dayOf,
  eventOf,
  type PaperPen,
  paperOf,
  stepAt,
  voteOn,
} from './developmentPaper.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import { bodyBeforeSeal } from './paragraphs.ts'
import { styleIds } from './styles.ts'

interface Matter {
  readonly title: (meeting: string) => string
  readonly question: string
  /** What the meeting resolved when it passed. */
  readonly resolved: (pen: PaperPen) => string
}

const matters: Readonly<Record<DevelopmentVoteOn, Matter>> = {
  admission: {
    title: (meeting) => `${meeting}关于接收预备党员的决议`,
    question: '入党问题',
    resolved: ({ name }) => `同意接收${name}同志为预备党员`,
  },
  regular: {
    title: (meeting) => `${meeting}关于预备党员转正的决议`,
    question: '转正问题',
    resolved: (pen) => `同意${pen.name}同志${eventOf(pen, 'extend') === undefined ? '按期' : ''}转为正式党员`,
  },
  extension: {
    title: (meeting) => `${meeting}关于延长预备期的决议`,
    question: '延长预备期问题',
    resolved: (pen) =>
      `同意延长${pen.name}同志的预备期${pen.fill(countText(eventOf(pen, 'extend')?.months), '延长月数')}个月，自${extensionSpan(pen)}`,
  },
  disqualification: {
    title: (meeting) => `${meeting}关于取消预备党员资格的决议`,
    question: '取消预备党员资格问题',
    resolved: ({ name }) => `同意取消${name}同志的预备党员资格`,
  },
}

function resolutionWords(pen: PaperPen, subject: DevelopmentVoteOn): string | null | undefined {
  if (subject === 'admission') return stepAt(pen, 'meetingOn')?.opinion
  if (subject === 'regular') return stepAt(pen, 'regularMeetingOn')?.opinion
  return eventOf(pen, subject === 'extension' ? 'extend' : 'disqualify')?.words
}

/** 决议 (D07, D08), as it is written into the 志愿书. */
export function resolution(pen: PaperPen, subject: DevelopmentVoteOn): BuiltDevelopmentPaper {
  const vote = voteOn(pen, subject)
  const set = meetingSet(pen, subject)
  const { branchMeeting } = ruleSetWords[set]
  const { branch } = pen.values
  const matter = matters[subject]
  const count = (key: 'should' | 'present' | 'against' | 'abstained', name: string) =>
    pen.fill(countText(vote?.[key]), name)
  const day = pen.day(meetingDay(pen, subject), '大会时间')
  const agreed = pen.fill(vote === undefined ? null : String(vote.agreed + vote.agreedInWriting), '赞成票数')
  const written = pen.fill(countText(vote?.agreedInWriting), '书面同意票数')
  const ballot = `大会采取无记名投票的方式进行表决，赞成${agreed}票（其中书面意见${written}票）、不赞成${count('against', '不赞成票数')}票、弃权${count('abstained', '弃权票数')}票`
  const result =
    vote === undefined
      ? `表决结果：${pen.fill(null, '表决结果')}。`
      : vote.result.isPassed
        ? `赞成人数超过${measure[set]}，大会${matter.resolved(pen)}。`
        : `${outcome(vote, set) ?? ''}。`
  const title = matter.title(branchMeeting)
  return paperOf(pen, {
    title,
    kind: '决议',
    children: [
      plainTitle(branch.fullName, title),
      ...bodyBeforeSeal([
        `${day}，${branch.fullName}召开${branchMeeting}，讨论${pen.name}同志${matter.question}。应到会有表决权党员${count('should', '应到会有表决权人数')}名，实到${count('present', '实到会有表决权人数')}名。`,
        ...(subject === 'admission'
          ? [
              `${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书，${dayOf(pen, 'activistOn', '确定为入党积极分子时间')}被确定为入党积极分子，${dayOf(pen, 'targetOn', '列为发展对象时间')}列为发展对象，${dayOf(pen, 'preReviewOn', '预审时间')}预审合格。`,
            ]
          : []),
        `主要表现：${pen.said(resolutionWords(pen, subject), '主要表现')}。`,
        `${ballot}；${result}`,
      ]),
      new Paragraph({
        style: styleIds.signature,
        text: '党支部书记（签名）：',
        indent: { left: 640 },
        spacing: { before: 579 },
        keepNext: true,
      }),
      ...sealedSignature(branch.fullName, day),
    ],
  })
}
