import { type FileChild, Paragraph } from 'docx'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { type BallotItem, itemsOf, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { type GridCell, gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth } from './layout.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { roomiestOnOnePage } from './onePage.ts'
import { gradeNamesOf } from './reviewBallotNotes.ts'
import {
  type BuiltTally,
  papersTable,
  tallyGap,
  tallyHead,
  tallyPage,
  tallySignatures,
  tallyTitle,
  type TallyValues,
} from './reviewTallyFrame.ts'
import { handed } from './reviewWords.ts'
import { styleIds } from './styles.ts'

const empties = (count: number): readonly GridCell[] => Array.from({ length: count }, () => gridText(''))

/** From roomy to narrow, in twips; the first at which a group's page holds all, signatures too, is taken. */
const heights = [900, 760, 640, 560, 500, 450, 410, 380, 350, 330, 290] as const

/** Below this the rows are of small type, and what is asked has more of the line. */
const denseBelow = 350

/** Columns to tick 正 in by hand; scores are written down one after the other. */
function blankTable(
  scheme: Scheme,
  items: readonly BallotItem[],
  by: BallotItem['by'],
  rowHeight: number,
): FileChild {
  const rows = items.filter((item) => item.by === by)
  const isPoints = by === 'points'
  const isDense = rowHeight < denseBelow
  const ticks = isDense ? [29, 9, 9, 9, 9, 6] : [18, 11, 11, 11, 11, 8]
  return gridTable({
    width: portraitTextWidth,
    weights: isPoints ? [isDense ? 28 : 20, 6, 24, 8, 6] : ticks,
    head: (isPoints
      ? ['评价内容', '满分', '逐票所打分数', '合计', '弃权']
      : ['评价内容', ...gradeNamesOf(scheme), '弃权']
    ).map((name) => gridHead(name)),
    rows: rows.map((item) => [
      gridText(handed(item.name), { align: 'left' }),
      ...(isPoints ? [gridText(pointsText(item.most)), ...empties(3)] : empties(5)),
    ]),
    rowHeight,
    type: isDense ? 'dense' : 'plain',
  })
}

function groupPage(
  values: TallyValues,
  group: string,
  rowHeight: number,
  pen: MeetingPen,
): readonly FileChild[] {
  const { scheme, component } = values
  const items = itemsOf(scheme, component.form)
  const tables = (['points', 'grades'] as const).flatMap((by) =>
    items.some((item) => item.by === by) ? [tallyGap(), blankTable(scheme, items, by, rowHeight)] : [],
  )
  return [
    ...tallyHead(values, group, pen),
    tallyGap(),
    papersTable(null),
    ...tables,
    new Paragraph({
      style: styleIds.tableText,
      alignment: 'left',
      spacing: { before: 120 },
      keepNext: true,
      text: '每票一划，画“正”字计数，行末写合计；弃权不计入该项有效票。',
    }),
    ...tallySignatures(),
  ]
}

/** To be filled in while votes are called out: a page for each rater group, as they are counted apart. */
export function blankTally(values: TallyValues): BuiltTally {
  const { component, agency, year } = values
  const quiet = meetingPen('', '')
  const longest = component.groups.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? ''
  const height = roomiestOnOnePage<number>(heights, (at) =>
    tallyPage(groupPage(values, longest, at, quiet), true),
  )
  const pen = meetingPen(agency, tallyTitle)
  const sections = component.groups.map((group, n) =>
    tallyPage(groupPage(values, group.name, height, pen), n === 0),
  )
  return { title: `${year}年度述职测评${tallyTitle}`, sections, missing: pen.missing }
}
