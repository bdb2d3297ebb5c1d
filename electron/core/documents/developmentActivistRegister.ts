import { type FileChild, Paragraph } from 'docx'
import { formatPartialDate } from '#shared/lib/dates.ts'
import {
  type BuiltDevelopmentPaper,
  dateOf,
  dayOf,
  decidingMeeting,
  type PaperPen,
  paperOf,
  setAt,
  stepAt,
} from './developmentPaper.ts'
import { guarantorNames, identityRows, spanText } from './developmentPerson.ts'
import { opinion, reviewTable, thoughtReports } from './developmentRegister.ts'
import { box, formRow, formTable, label, value } from './formTable.ts'
import { plainTitle } from './officialPaper.ts'
import { headingParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'

function basics(pen: PaperPen): FileChild {
  const { fields } = pen.values.detail
  const yesNo = (flag: boolean | null, name: string) =>
    pen.fill(flag === null ? null : flag ? '是' : '否', name)
  return formTable(
    [18, 15, 12, 14, 17, 16],
    [
      ...identityRows(pen),
      formRow([
        label('共青团员'),
        value(yesNo(fields.isLeagueMember, '是否共青团员')),
        label('经群团推优', 2),
        value(yesNo(fields.isRecommended, '是否经群团推优'), 2),
      ]),
      formRow([
        label('申请入党时间'),
        value(dayOf(pen, 'appliedOn', '申请入党时间'), 2),
        label('确定为积极分子时间'),
        value(dayOf(pen, 'activistOn', '确定为入党积极分子时间'), 2),
      ]),
      formRow([label('备案时间'), value(dayOf(pen, 'activistFiledOn', '上级党委备案时间'), 5)]),
      formRow([label('家庭主要成员'), box([pen.fill(fields.family, '家庭主要成员')], 5)], 1700),
      formRow([label('主要社会关系'), box([pen.fill(fields.relations, '主要社会关系')], 5)], 1700),
    ],
  )
}

/** Who changed stays on the form, each with the days. */
function contacts(pen: PaperPen): FileChild {
  const people = pen.values.detail.guarantors.filter(({ duty }) => duty === 'contact')
  const rows =
    people.length === 0
      ? [[pen.fill(null, '培养联系人'), '', '', '']]
      : people.map(({ name, fromOn, toOn, isFull }) => [
          name,
          pen.day(fromOn, `培养联系人${name}起始时间`),
          toOn === null ? '' : formatPartialDate(toOn),
          isFull === null ? '' : isFull ? '正式党员' : '不是正式党员',
        ])
  return formTable(
    [3, 4, 4, 4],
    [
      formRow(['姓名', '担任时间', '不再担任时间', '指定时的党员身份'].map((each) => label(each))),
      ...rows.map((cells) => formRow(cells.map((each) => value(each)))),
    ],
  )
}

function trainings(pen: PaperPen): FileChild {
  const { trainings: classes, fields } = pen.values.detail
  const [from, to] = [dateOf(pen, 'trainingFrom'), dateOf(pen, 'trainingTo')]
  const own =
    from === null && to === null
      ? []
      : [
          [
            '短期集中培训',
            spanText(pen.day(from, '集中培训开始时间'), pen.day(to, '集中培训结束时间')),
            [
              ...(fields.trainingDays === null ? [] : [`${fields.trainingDays}天`]),
              ...(fields.trainingHours === null ? [] : [`${fields.trainingHours}学时`]),
            ].join('、') || pen.fill(null, '集中培训天数或者学时'),
            '',
          ],
        ]
  const rows =
    classes.length === 0
      ? own
      : classes.map(({ name, fromOn, toOn, hours, isPassed, certNo }) => [
          name,
          spanText(formatPartialDate(fromOn), formatPartialDate(toOn)),
          pen.fill(hours === null ? null : `${hours}学时`, `${name}学时`),
          [isPassed === null ? '' : isPassed ? '合格' : '不合格', certNo ?? '']
            .filter((each) => each !== '')
            .join('，'),
        ])
  const shown = rows.length === 0 ? [['', '', '', '']] : rows
  return formTable(
    [5, 6, 4, 5],
    [
      formRow(['培训名称', '起止时间', '学时', '结果、结业证号'].map((each) => label(each))),
      ...shown.map((cells) => formRow(cells.map((each) => value(each)))),
    ],
  )
}

const recorded = (pen: PaperPen, text: string | null | undefined, isDone: boolean, name: string) =>
  isDone ? [pen.fill(text, name)] : []

function opinions(pen: PaperPen): FileChild {
  const discussed = stepAt(pen, 'targetMeetingOn')
  const agreed = stepAt(pen, 'targetAgreedOn')
  const meeting = decidingMeeting(pen, setAt(pen, 'targetMeetingOn'))
  const on = discussed === undefined ? [] : [`${formatPartialDate(discussed.doneOn)}讨论。`]
  return formTable(
    [2, 9],
    [
      opinion('党小组意见', [], '党小组组长签名'),
      opinion('培养联系人意见', [], '培养联系人签名'),
      opinion('党员和群众意见', ['座谈人数：　　　人'], '整理人签名'),
      opinion(
        `${meeting}意见`,
        [...on, ...recorded(pen, discussed?.opinion, discussed !== undefined, '确定发展对象的意见')],
        '党支部书记签名（盖章）',
      ),
      opinion(
        '上级党委意见',
        recorded(pen, agreed?.opinion ?? agreed?.docNo, agreed !== undefined, '上级党委意见'),
        '负责人签名（盖章）',
      ),
      formRow([
        label('入党介绍人'),
        value(dateOf(pen, 'sponsorsOn') === null ? '' : guarantorNames(pen, 'sponsor', '入党介绍人')),
      ]),
    ],
  )
}

/** 入党积极分子培养教育考察登记表 (步骤 5 to 9): kept from the first day to the last, so what comes later stays open. */
export function activistRegister(pen: PaperPen): BuiltDevelopmentPaper {
  const title = '入党积极分子培养教育考察登记表'
  const reports = thoughtReports(pen, null, dateOf(pen, 'meetingOn'), dateOf(pen, 'targetOn') !== null)
  return paperOf(pen, {
    title,
    kind: '登记表',
    isPersonal: true,
    children: [
      plainTitle(pen.values.branch.fullName, title),
      headingParagraph(1, '一、基本情况'),
      basics(pen),
      headingParagraph(1, '二、培养联系人'),
      contacts(pen),
      headingParagraph(1, '三、半年考察'),
      reviewTable(pen, 'activist', '培养联系人意见'),
      new Paragraph({
        style: styleIds.signature,
        text: `思想汇报：${reports}`,
        spacing: { before: 120 },
      }),
      headingParagraph(1, '四、集中培训'),
      trainings(pen),
      headingParagraph(1, '五、确定发展对象的意见'),
      opinions(pen),
    ],
  })
}
