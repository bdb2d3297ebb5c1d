import {
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { ElectionContest } from '#shared/contract/electionRows.ts'
import { contests } from '#shared/domain/electionWords.ts'
import { contestLabels } from '#shared/labels/elections.ts'
import {
  type BuiltPaper,
  contestOf,
  electionName,
  mainContest,
  type Pen,
  standingOf,
} from './electionPaper.ts'
import { portraitTextWidth, section } from './layout.ts'
import { plainTitle } from './officialPaper.ts'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { shareWidth } from './tables.ts'

const heads = ['姓名', '赞成', '不赞成', '弃权', '另选他人']
const widths = shareWidth(portraitTextWidth, [10, 6, 6, 6, 10])
const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

function row(cells: readonly string[]): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: 750, rule: HeightRule.ATLEAST },
    children: cells.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [new Paragraph({ style: styleIds.formText, text: cleanText(text) })],
        }),
    ),
  })
}

/** As many rows as candidates, each with a place for somebody else: who is not agreed to may be replaced by another name. */
function ballotTable(names: readonly string[]): Table {
  return new Table({
    width: { size: portraitTextWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [row(heads), ...names.map((name) => row([name, '', '', '', '']))],
  })
}

function notes({ seats, contest }: ElectionContest, count: number): readonly string[] {
  const surplus = contest === 'committee' && count > seats ? '，差额选举' : ''
  return [
    `1.应选${contestLabels[contest]}${seats}名，候选人${count}名${surplus}。每张选票所选人数等于或者少于${seats}名的为有效票，多于${seats}名的为无效票。`,
    '2.同意的，在“赞成”栏内划“○”；不同意的，在“不赞成”栏内划“○”；弃权的，在“弃权”栏内划“○”。三栏都不划的按弃权计。',
    '3.投不赞成票的，可以在同一行“另选他人”栏内填写另选人的姓名；弃权的不得另选他人。',
    '4.用钢笔或签字笔填写，字迹要清楚。选票不编号，不署名。',
  ]
}

/** 选票 (step 7): one page each for 委员, 书记, 副书记; neither number nor name, so that nobody can be told by it. */
export function ballotPaper(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const title = '选票'
  const voted = contests
    .map((name) => contestOf(detail, name))
    .filter(
      (contest) =>
        contest.seats > 0 && (contest.contest === mainContest(detail) || standingOf(contest).length > 0),
    )
  const sections = voted.map((contest) => {
    const standing = standingOf(contest).map(({ name }) => name)
    const names = standing.length > 0 ? standing : [pen.fill(null, `${contestLabels[contest.contest]}候选人`)]
    const of = contest.contest === 'committee' ? `${words.committee}委员` : contestLabels[contest.contest]
    const children: readonly FileChild[] = [
      plainTitle(detail.organization.fullName, `${electionName(detail)}${of}选票`),
      ballotTable(names),
      ...notes(contest, names.length).map(
        (text, index) =>
          new Paragraph({
            style: styleIds.body,
            text: cleanText(text),
            ...(index === 0 ? { spacing: { before: 290 } } : {}),
          }),
      ),
      new Paragraph({ style: styleIds.signature, text: '（加盖党组织印章有效）', spacing: { before: 579 } }),
    ]
    return section({ orientation: 'portrait', pageNumbers: 'none', foot: null, children })
  })
  return { title, kind: '票', sections, missing: pen.missing.items }
}
