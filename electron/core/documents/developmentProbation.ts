import { Paragraph } from 'docx'
import { formatDots, formatPartialDate } from '#shared/lib/dates.ts'
import {
  type BuiltDevelopmentPaper,
  committeeName,
  dateOf,
  dayOf,
  decidingMeeting,
  eventOf,
  type PaperPen,
  paperOf,
  stepAt,
} from './developmentPaper.ts'
import { guarantorNames, identityRows, personFacts } from './developmentPerson.ts'
import { opinion, reviewTable, thoughtReports } from './developmentRegister.ts'
import { extensionSpan, meetingSet, probationSpan, regularDay } from './developmentMeetings.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import { landscapeTextWidth } from './layout.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import { headingParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

function conclusion(pen: PaperPen): readonly string[] {
  if (dateOf(pen, 'regularApprovedOn') !== null)
    return [
      `${dayOf(pen, 'regularApprovedOn', '审批转正时间')}批准转为正式党员，转正时间为${regularDay(pen)}。`,
    ]
  const ended = eventOf(pen, 'disqualify')
  return ended === undefined ? [] : [`${formatPartialDate(ended.happenedOn)}决定取消预备党员资格。`]
}

/** 预备党员考察登记表 (步骤 21). */
export function probationRegister(pen: PaperPen): BuiltDevelopmentPaper {
  const { branch } = pen.values
  const title = '预备党员考察登记表'
  const reports = thoughtReports(
    pen,
    dateOf(pen, 'meetingOn'),
    null,
    dateOf(pen, 'regularMeetingOn') !== null,
  )
  const deciding = decidingMeeting(pen, meetingSet(pen, 'regular'))
  const regular = stepAt(pen, 'regularMeetingOn')
  const extended =
    eventOf(pen, 'extend') === undefined
      ? []
      : [formRow([label('延长的预备期'), value(extensionSpan(pen), 5)])]
  const basics = formTable(
    [17, 16, 12, 14, 15, 17],
    [
      ...identityRows(pen),
      formRow([
        label('入党时间'),
        value(dayOf(pen, 'meetingOn', '入党时间（大会通过时间）'), 2),
        label('批准时间'),
        value(dayOf(pen, 'approvedOn', '上级党委批准时间'), 2),
      ]),
      formRow([label('预备期'), value(probationSpan(pen), 5)]),
      ...extended,
      formRow([label('入党介绍人'), value(guarantorNames(pen, 'sponsor', '入党介绍人'), 5)]),
    ],
  )
  return paperOf(pen, {
    title,
    kind: '登记表',
    isPersonal: true,
    children: [
      plainTitle(branch.fullName, title),
      headingParagraph(1, '一、基本情况'),
      basics,
      headingParagraph(1, '二、半年考察'),
      reviewTable(pen, 'probation', '入党介绍人意见'),
      new Paragraph({ style: styleIds.signature, text: `思想汇报：${reports}`, spacing: { before: 120 } }),
      headingParagraph(1, '三、转正意见'),
      formTable(
        [2, 9],
        [
          opinion('入党介绍人意见', [], '入党介绍人签名'),
          opinion('党小组意见', [], '党小组组长签名'),
          opinion(
            `${deciding}意见`,
            regular?.opinion === undefined || regular.opinion === null ? [] : [regular.opinion],
            '党支部书记签名（盖章）',
          ),
          opinion('转正结论', conclusion(pen), '党支部书记签名（盖章）'),
        ],
      ),
    ],
  })
}

const columns = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '出生年月',
  '学历',
  '工作单位及职务',
  '公民身份号码',
  '申请入党时间',
  '大会通过时间',
  '批准时间',
  '预备期起止',
  '所在党支部',
]

/** 预备党员备案名册 (步骤 18), for the organisation department of the district. */
export function filingRoster(pen: PaperPen): BuiltDevelopmentPaper {
  const person = personFacts(pen)
  const widths = shareWidth(landscapeTextWidth, [4, 8, 4, 6, 8, 8, 14, 21, 11, 11, 11, 13, 12])
  const { fields, probation } = pen.values.detail
  const dots = (date: ReturnType<typeof dateOf>, name: string) =>
    pen.fill(date === null ? null : formatDots(date), name)
  const birth = fields.birthDate?.slice(0, 7).replace('-', '.') ?? null
  const agency = committeeName(pen, 'approvedOn')
  const title = '预备党员备案名册'
  return paperOf(pen, {
    title,
    kind: '名册',
    orientation: 'landscape',
    isPersonal: true,
    children: [
      plainTitle(agency, title),
      dataTable({
        columns: columns.map((header, index) => ({ header, width: widths[index] ?? 0, align: 'center' })),
        rows: [
          [
            '1',
            pen.name,
            person.gender(),
            person.ethnicity(),
            pen.fill(birth, '出生年月'),
            person.education(),
            person.unitDuty(),
            pen.fill(pen.values.idNo, '公民身份号码'),
            dots(dateOf(pen, 'appliedOn'), '申请入党时间'),
            dots(dateOf(pen, 'meetingOn'), '大会通过时间'),
            dots(dateOf(pen, 'approvedOn'), '批准时间'),
            probation === null ? pen.fill(null, '预备期起止') : probationSpan(pen),
            pen.values.branch.shortName,
          ],
        ],
        totalRow: null,
        keepTogether: true,
        keepWithNext: true,
        type: 'dense',
      }),
      ...sealedSignature(agency, pen.day(dateOf(pen, 'filedOn'), '报备时间')),
    ],
  })
}
