import { type FileChild, Paragraph } from 'docx'
import type { ResponsibilityRecord } from '#db/queries/responsibility.ts'
import { goalLevels, quarters, quarterStates } from '#shared/domain/reviews/responsibility.ts'
import { goalLevelLabels } from '#shared/labels/reviews.ts'
import { type DateOnly, formatDots } from '#shared/lib/dates.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import { portraitTextWidth } from './layout.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import { bodyBeforeSeal, bodyParagraph, headingParagraph, lastParagraph, ordinal } from './paragraphs.ts'
import { handed, oneLine, sentence } from './reviewWords.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

type Columns = readonly (readonly [header: string, weight: number, align?: 'left'])[]

/** `isLast`: the seal follows, and does not stand on a page without a line of it. */
function table(columns: Columns, rows: readonly (readonly string[])[], isLast = false): FileChild {
  const widths = shareWidth(
    portraitTextWidth,
    columns.map(([, weight]) => weight),
  )
  return dataTable({
    columns: columns.map(([header, , align], n) => ({
      header,
      width: widths[n] ?? 0,
      align: align ?? 'center',
    })),
    rows,
    totalRow: null,
    keepTogether: false,
    keepWithNext: isLast,
    type: 'plain',
    mayBreakRows: true,
  })
}

const dots = (day: DateOnly | null) => (day === null ? '' : formatDots(day))

const doneText = (doneOn: DateOnly | null, result: string | null): string =>
  [doneOn === null ? '' : `${dots(doneOn)}完成`, oneLine(result)].filter((text) => text !== '').join('，')

function goalParts({ goals }: ResponsibilityRecord, pen: MeetingPen): readonly FileChild[] {
  return goalLevels.flatMap((level, n) => {
    const name = goalLevelLabels[level]
    const own = goals.filter((goal) => goal.level === level)
    const columns: Columns = [
      ['序号', 5],
      ['目标', 27, 'left'],
      ['责任人', 9],
      ['时限', 11],
      ['完成情况', 18, 'left'],
    ]
    const rows = own.map((goal, at) => [
      `${at + 1}`,
      oneLine(goal.content),
      goal.level === 'individual' && goal.ownerName === null
        ? pen.fill(null, `${name}${at + 1}的责任人`)
        : handed(goal.ownerName ?? ''),
      goal.dueOn === null ? pen.fill(null, `${name}${at + 1}的时限`) : dots(goal.dueOn),
      doneText(goal.doneOn, goal.result),
    ])
    return [
      headingParagraph(2, `${ordinal(2, n + 1)}${name}`),
      own.length === 0 ? bodyParagraph(`没有登记${name}。`) : table(columns, rows),
    ]
  })
}

/** Meetings by the quarter of their day; a quarter that is over without one says so. */
function meetings({ list, checks }: ResponsibilityRecord, today: DateOnly): FileChild {
  const states = quarterStates(list.year, checks, today)
  const held = checks.filter(({ kind }) => kind === 'quarterlyMeeting')
  const rows = quarters.flatMap((quarter) => {
    const name = `第${quarter}季度`
    const own = held.filter(({ heldOn }) => Math.ceil(Number(heldOn.slice(5, 7)) / 3) === quarter)
    const isOver = states[quarter] === 'missed'
    if (own.length === 0) return [[name, '', '', isOver ? '没有登记' : '', '']]
    return own.map((check) => [
      name,
      dots(check.heldOn),
      handed(check.byName ?? ''),
      oneLine(check.found),
      doneText(check.closedOn, check.result),
    ])
  })
  const columns: Columns = [
    ['季度', 8],
    ['日期', 11],
    ['主持人', 8],
    ['研究事项', 23, 'left'],
    ['落实情况', 18, 'left'],
  ]
  return table(columns, rows)
}

function inspections({ checks }: ResponsibilityRecord, isLast: boolean): FileChild {
  const own = checks.filter(({ kind }) => kind === 'inspection')
  if (own.length === 0) return (isLast ? lastParagraph : bodyParagraph)('没有登记督查。')
  const columns: Columns = [
    ['序号', 5],
    ['日期', 11],
    ['督查人', 9],
    ['发现的问题', 24, 'left'],
    ['整改情况', 19, 'left'],
  ]
  return table(
    columns,
    own.map((check, n) => [
      `${n + 1}`,
      dots(check.heldOn),
      handed(check.byName ?? ''),
      oneLine(check.found),
      doneText(check.closedOn, check.result),
    ]),
    isLast,
  )
}

/** 党建工作责任清单 of an organisation and year: who answers, for what, and what shows it. */
export function responsibilityPaper(
  record: ResponsibilityRecord,
  agency: string,
  today: DateOnly,
): BuiltMinutes {
  const { year, firstName, directName, specificName, remark } = record.list
  const title = `${year}年度党建工作责任清单`
  const pen = meetingPen(agency, title)
  const person = (name: string | null, what: string) => value(handed(pen.fill(name, what)))
  const note = oneLine(remark)
  return {
    title,
    children: [
      plainTitle(agency, title),
      formTable(
        [12, 10, 12, 10, 12, 10],
        [
          formRow([
            label('第一责任人'),
            person(firstName, '第一责任人'),
            label('直接责任人'),
            person(directName, '直接责任人'),
            label('具体责任人'),
            person(specificName, '具体责任人'),
          ]),
        ],
      ),
      new Paragraph({ style: styleIds.denseText, text: '' }),
      headingParagraph(1, '一、责任目标'),
      ...goalParts(record, pen),
      headingParagraph(1, '二、季度工作例会'),
      meetings(record, today),
      headingParagraph(1, '三、督查'),
      inspections(record, note === ''),
      ...(note === '' ? [] : bodyBeforeSeal([`说明：${sentence(note)}`])),
      ...sealedSignature(agency, pen.day(null, '成文日期')),
    ],
    missing: pen.missing,
  }
}
