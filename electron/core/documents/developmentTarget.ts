import { ruleSetWords } from '#shared/domain/development/ruleSets.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import {
  type BuiltDevelopmentPaper,
  committeeName,
  dateOf,
  dayOf,
  decidingMeeting,
  type PaperPen,
  paperOf,
  setAt,
  stepAt,
  titleParts,
} from './developmentPaper.ts'
import { guarantorNames, nameRow, personFacts, personSentence, spanText } from './developmentPerson.ts'
import { downward, received, reportEnd, requestEnd, upward } from './developmentUpward.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import { bodyBeforeSeal, bodyParagraph } from './paragraphs.ts'

const requestTitle = (name: string) => `关于拟列${name}同志为发展对象的请示`

function course(pen: PaperPen): string {
  return `${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书，${dayOf(pen, 'activistOn', '确定为入党积极分子时间')}被确定为入党积极分子。培养联系人：${guarantorNames(pen, 'contact', '培养联系人')}。`
}

/** 听取意见 is said only where its record (M8) lies in the file. */
function heard({ values }: PaperPen): string {
  const isHeard = values.detail.materials.some(
    ({ materialNo, isPresent }) => materialNo === 'M8' && isPresent,
  )
  return isHeard ? '在听取党小组、培养联系人、党员和群众意见的基础上，' : ''
}

/** 步骤 8: a 请示 for the superior's agreement since 2026, a 备案报告 before. */
export function targetRequest(pen: PaperPen): BuiltDevelopmentPaper {
  const { words } = pen.values.branch
  const set = setAt(pen, 'targetAgreedOn')
  const meeting = decidingMeeting(pen, setAt(pen, 'targetMeetingOn'))
  const discussed = `${heard(pen)}${words.we}于${dayOf(pen, 'targetMeetingOn', '讨论确定发展对象时间')}召开${meeting}讨论，同意`
  if (ruleSetWords[set].targetDecision === '同意') {
    return upward(pen, {
      title: requestTitle(pen.name),
      kind: '请示',
      numberOf: 'targetMeetingOn',
      date: null,
      isPassedOn: true,
      body: [personSentence(pen), course(pen), `${discussed}拟列${pen.name}同志为发展对象。`, requestEnd],
    })
  }
  return upward(pen, {
    title: `关于确定${pen.name}为发展对象的备案报告`,
    kind: '报告',
    numberOf: 'targetMeetingOn',
    date: dateOf(pen, 'targetAgreedOn'),
    isPassedOn: true,
    body: [
      personSentence(pen),
      course(pen),
      `${discussed}确定${pen.name}同志为发展对象，现报请备案。`,
      reportEnd,
    ],
  })
}

/** The superior's agreement; there is none under the rules of 2014. */
export function targetReply(pen: PaperPen): BuiltDevelopmentPaper {
  const step = stepAt(pen, 'targetAgreedOn')
  const days = pen.values.settings['dev.publicityWorkingDays']
  return downward(pen, {
    title: `关于同意拟列${pen.name}同志为发展对象的批复`,
    kind: '批复',
    docNo: step?.docNo ?? null,
    date: step?.doneOn ?? null,
    doneBy: 'targetAgreedOn',
    body: [
      received(pen, requestTitle(pen.name), stepAt(pen, 'targetMeetingOn')?.docNo),
      `同意拟列${pen.name}同志为发展对象。请${pen.values.branch.words.you}按照规定公示，公示期不少于${days}个工作日；公示无影响的，列为发展对象，并报告公示情况。`,
      '此复。',
    ],
  })
}

function publicitySpan(pen: PaperPen): string {
  const { publicityDays } = pen.values
  const span = spanText(
    dayOf(pen, 'publicityFrom', '公示开始时间'),
    dayOf(pen, 'publicityTo', '公示结束时间'),
  )
  return publicityDays === null ? span : `${span}，共${publicityDays}个工作日`
}

/** 公示 (步骤 7): after the superior's agreement since 2026. */
export function publicityNotice(pen: PaperPen): BuiltDevelopmentPaper {
  const { branch, detail } = pen.values
  const set = setAt(pen, 'publicityFrom')
  const person = personFacts(pen)
  const meeting = decidingMeeting(pen, setAt(pen, 'targetMeetingOn'))
  const agreed =
    set === '2026'
      ? `，报${committeeName(pen)}同意（${dayOf(pen, 'targetAgreedOn', '上级党委同意时间')}）`
      : ''
  const title =
    set === '2026' ? `关于拟列${pen.name}同志为发展对象的公示` : `关于${pen.name}同志列为发展对象的公示`
  const of = (name: string) => `公示${name}`
  return paperOf(pen, {
    title,
    kind: '公示',
    children: [
      plainTitle(branch.fullName, titleParts(pen, title)),
      bodyParagraph(
        `经${branch.words.unit}于${dayOf(pen, 'targetMeetingOn', '讨论确定发展对象时间')}召开${meeting}讨论${agreed}，拟将${pen.name}同志列为发展对象，现予公示。`,
      ),
      formTable(
        [18, 14, 10, 13, 17, 18],
        [
          nameRow(pen),
          formRow([label('出生年月'), value(person.birth(), 2), label('学历'), value(person.education(), 2)]),
          formRow([label('工作单位及职务'), value(person.unitDuty(), 5)]),
          formRow([
            label('申请入党时间'),
            value(dayOf(pen, 'appliedOn', '申请入党时间'), 2),
            label('确定为积极分子时间'),
            value(dayOf(pen, 'activistOn', '确定为入党积极分子时间'), 2),
          ]),
          formRow([label('培养联系人'), value(guarantorNames(pen, 'contact', '培养联系人'), 5)]),
        ],
      ),
      ...bodyBeforeSeal([
        `公示期：${publicitySpan(pen)}。`,
        '公示期间，党员和群众如有意见，请向党支部反映。',
        `公示地点和方式：${pen.fill(detail.fields.publicityPlace, of('地点和方式'))}。`,
        `受理电话：${pen.fill(detail.fields.publicityPhone, of('受理电话'))}。`,
      ]),
      ...sealedSignature(branch.fullName, dayOf(pen, 'publicityFrom', '公示开始时间')),
    ],
  })
}

const outcomes = {
  none: '公示期间没有收到反映。',
  cleared: '公示期间收到反映，经核实不影响列为发展对象。',
  confirmed: '公示期间收到反映，经核实影响列为发展对象。',
} as const

/** 公示情况报告 (步骤 7). */
export function publicityReport(pen: PaperPen): BuiltDevelopmentPaper {
  const { fields } = pen.values.detail
  const result = fields.publicityResult
  const listed = dateOf(pen, 'targetOn')
  return upward(pen, {
    title: `关于${pen.name}同志公示情况的报告`,
    kind: '报告',
    numberOf: 'publicityTo',
    date: null,
    body: [
      `${pen.values.branch.words.we}将拟列${pen.name}同志为发展对象的情况进行了公示。公示期：${publicitySpan(pen)}。公示地点和方式：${pen.fill(fields.publicityPlace, '公示地点和方式')}。`,
      result === null ? `公示结果：${pen.fill(null, '公示结果')}。` : outcomes[result],
      ...(result === 'none' || result === null
        ? []
        : [`反映和核实情况：${pen.said(fields.publicityWords, '反映和核实情况')}。`]),
      ...(listed === null ? [] : [`${formatPartialDate(listed)}列为发展对象。`]),
      reportEnd,
    ],
  })
}
