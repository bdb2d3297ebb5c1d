import { Paragraph } from 'docx'
import { addMonths, formatPartialDate, isDateOnly } from '#shared/lib/dates.ts'
import { ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import {
  type BuiltDevelopmentPaper,
  dayOf,
  decidingMeeting,
  type PaperPen,
  setAt,
  stepAt,
} from './developmentPaper.ts'
import { guarantorNames, personSentence, spanText } from './developmentPerson.ts'
import { downward, requestEnd, upward } from './developmentUpward.ts'
import { materialTableOf } from './materialRows.ts'
import { styleIds } from './styles.ts'

const requestTitle = (name: string) => `关于对${name}同志进行预审的请示`

const annexName = '预审材料目录'

/** 附件 on pages of its own. */
export function annexTitle(name: string): readonly Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.heading1,
      text: '附件',
      indent: { firstLine: 0 },
      pageBreakBefore: true,
    }),
    new Paragraph({ style: styleIds.title, text: name, spacing: { before: 579, after: 290 } }),
  ]
}

/** 预审请示 (步骤 13) with the list of what is handed in. */
export function preReviewRequest(pen: PaperPen): BuiltDevelopmentPaper {
  const { branch, detail } = pen.values
  const { isPoliticallyQualified: isQualified } = detail.fields
  const committee = stepAt(pen, 'committeeOn')
  const meeting = decidingMeeting(pen, setAt(pen, 'committeeOn'))
  const verdict = pen.fill(isQualified === null ? null : isQualified ? '合格' : '不合格', '政治审查结论')
  const training = spanText(
    dayOf(pen, 'trainingFrom', '集中培训开始时间'),
    dayOf(pen, 'trainingTo', '集中培训结束时间'),
  )
  const handedIn = detail.materials.filter(({ step }) => step <= 12)
  return upward(pen, {
    title: requestTitle(pen.name),
    kind: '请示',
    numberOf: 'committeeOn',
    date: null,
    isPassedOn: true,
    attached: [annexName],
    body: [
      personSentence(pen),
      `${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书，${dayOf(pen, 'activistOn', '确定为入党积极分子时间')}被确定为入党积极分子，${dayOf(pen, 'targetOn', '列为发展对象时间')}列为发展对象。入党介绍人：${guarantorNames(pen, 'sponsor', '入党介绍人')}。`,
      `${dayOf(pen, 'politicalReviewOn', '政治审查时间')}进行政治审查，结论为${verdict}。${training}参加短期集中培训。`,
      `${branch.words.we}于${dayOf(pen, 'committeeOn', '支委会审查时间')}召开${meeting}审查，意见为：${pen.said(committee?.opinion, '支委会审查意见')}。`,
      '现将有关材料报上，请予预审。',
      requestEnd,
    ],
    annex: [...annexTitle(annexName), materialTableOf(pen, handedIn)],
  })
}

/** 预审意见书 (步骤 13): given by the committee with the right to approve alone (DEV-52). */
export function preReviewOpinion(pen: PaperPen): BuiltDevelopmentPaper {
  const { detail, settings, branch } = pen.values
  const step = stepAt(pen, 'preReviewOn')
  const set = setAt(pen, 'preReviewOn')
  const { branchMeeting } = ruleSetWords[set]
  const serial = pen.fill(detail.form?.serialNo, '入党志愿书编号')
  const on = step?.doneOn ?? null
  const by =
    on !== null && isDateOnly(on)
      ? `请于${formatPartialDate(addMonths(on, settings['dev.meetingMonths']))}前`
      : `请在${settings['dev.meetingMonths']}个月内`
  const given = `现发给《中国共产党入党志愿书》1份，编号：${serial}。${set === '2026' ? by : '请按照规定'}提交${branchMeeting}讨论。`
  const details = step?.opinion ?? null
  const body =
    step === undefined
      ? [
          '预审结论：□合格　□补正材料后再审　□不合格',
          `补正事项：${pen.fill(null, '补正事项')}`,
          `预审合格的，发给《中国共产党入党志愿书》1份，编号：${serial}。`,
        ]
      : [
          `预审结论：合格。${details === null ? '' : `预审意见：${details}`}`,
          `同意${branch.words.you}将${pen.name}同志的入党问题提交${branchMeeting}讨论。${given}`,
        ]
  return downward(pen, {
    title: `关于${pen.name}同志的预审意见书`,
    kind: '意见',
    docNo: step?.docNo ?? null,
    date: on,
    doneBy: 'preReviewOn',
    body: [
      `${branch.words.you}《${requestTitle(pen.name)}》收悉。经审查${pen.name}同志的有关材料，预审意见如下：`,
      ...body,
    ],
  })
}
