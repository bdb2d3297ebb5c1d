import {
  type BuiltDevelopmentPaper,
  dateOf,
  dayOf,
  decidingMeeting,
  type PaperPen,
  setAt,
} from './developmentPaper.ts'
import { guarantorNames, personSentence } from './developmentPerson.ts'
import { reportEnd, upward } from './developmentUpward.ts'

/** 积极分子备案报告 (步骤 4). */
export function activistFiling(pen: PaperPen): BuiltDevelopmentPaper {
  const { branch, detail } = pen.values
  const meeting = decidingMeeting(pen, setAt(pen, 'activistOn'))
  const way = detail.fields.isRecommended === true ? '经群团组织推优，' : ''
  return upward(pen, {
    title: `关于确定${pen.name}为入党积极分子的备案报告`,
    kind: '报告',
    numberOf: 'activistOn',
    date: dateOf(pen, 'activistFiledOn'),
    isPassedOn: true,
    body: [
      `${way}${branch.words.we}于${dayOf(pen, 'activistOn', '确定为入党积极分子时间')}召开${meeting}研究，确定${pen.name}同志为入党积极分子，现将有关情况报告如下：`,
      personSentence(pen),
      `${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书，${dayOf(pen, 'talkedOn', '谈话时间')}由党组织派人谈话。培养联系人：${guarantorNames(pen, 'contact', '培养联系人')}。`,
      '现报请备案。',
      reportEnd,
    ],
  })
}
