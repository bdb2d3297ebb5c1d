import { type FileChild, Paragraph } from 'docx'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { type BallotItem, itemsOf, overallId } from '#shared/domain/reviews/scheme.ts'
import { gridHead, gridTable, gridText } from './gridTable.ts'
import { landscapeTextWidth, pagesOf, section } from './layout.ts'
import { meetingPen } from './meetingPen.ts'
import { roomiestOnOnePage } from './onePage.ts'
import { ballotTitle, type BallotValues, type BuiltBallot } from './reviewBallot.ts'
import { ballotNotes, compactHead, gradeNamesOf, noteParagraphs } from './reviewBallotNotes.ts'
import { handed } from './reviewWords.ts'
import { styleIds } from './styles.ts'

/** Two tables without a paragraph between them would be one. */
const gap = () => new Paragraph({ style: styleIds.denseText, text: '' })

/** Columns to mark that a line holds so that their names stay legible. */
const itemsOfLine = 14

/** Rows and the box for opinions, in twips: a sheet of few people shall not end with the box on a page of its own. */
const sizes = [
  { rowHeight: 397, opinions: 1300 },
  { rowHeight: 397, opinions: 900 },
  { rowHeight: 360, opinions: 700 },
  { rowHeight: 320, opinions: 500 },
] as const

type Size = (typeof sizes)[number]

/** So many in a row, as evenly as they go. */
function bandsOf(items: readonly BallotItem[]): readonly (readonly BallotItem[])[] {
  const bands = Math.max(Math.ceil(items.length / itemsOfLine), 1)
  const size = Math.ceil(items.length / bands)
  return Array.from({ length: bands }, (_, n) => items.slice(n * size, (n + 1) * size))
}

const headOf = ({ id, name, by, most }: BallotItem): string =>
  by === 'points' && id !== overallId ? `${name}（${pointsText(most)}分）` : name

/** One grade for each person is ticked; more than that is written in. */
function linesTable(
  { scheme, people }: BallotValues,
  band: readonly BallotItem[],
  { rowHeight }: Size,
): FileChild {
  const [only, ...more] = band
  const isTicked = only?.by === 'grades' && more.length === 0
  const columns = isTicked ? gradeNamesOf(scheme) : band.map(headOf)
  const share = isTicked ? 7 : 62 / columns.length
  return gridTable({
    width: landscapeTextWidth,
    weights: [4, 9, 14, ...columns.map(() => share), ...(isTicked ? [20] : [])],
    head: [
      ...['序号', '姓名', '所在党组织', ...columns].map((name) => gridHead(name)),
      ...(isTicked ? [gridHead('意见建议')] : []),
    ],
    rows: people.map(({ name, organizationName }, index) => [
      gridText(`${index + 1}`),
      gridText(handed(name)),
      gridText(organizationName, { align: 'left' }),
      ...columns.map(() => gridText('')),
      ...(isTicked ? [gridText('')] : []),
    ]),
    rowHeight,
    type: 'dense',
  })
}

function sheetSection(values: BallotValues, size: Size): ReturnType<typeof section> {
  const { agency, year, componentName, scheme, form } = values
  const title = ballotTitle(year)
  const bands = bandsOf(itemsOf(scheme, form))
  const tables = bands.flatMap((band, index) => [
    ...(index === 0 ? [] : [gap()]),
    linesTable(values, band, size),
  ])
  const children = [
    ...compactHead(agency, title, handed(componentName)),
    // Above the lines: a sheet of many people ends on a page of lines, not of notes.
    ...noteParagraphs(ballotNotes(scheme, form, 'line')),
    gap(),
    ...tables,
    ...(bands.length === 1 && bands[0]?.length === 1
      ? []
      : [
          gap(),
          gridTable({
            width: landscapeTextWidth,
            weights: [13, 87],
            head: [],
            rows: [[gridHead('意见建议（请写明对哪一位）'), gridText('')]],
            rowHeight: size.opinions,
            type: 'plain',
          }),
          gap(),
        ]),
  ]
  return section({ orientation: 'landscape', pageNumbers: 'none', foot: null, children })
}

/** D12: several people on one sheet, a line each; the same for everybody who votes. */
export function ballotSheet(values: BallotValues): BuiltBallot {
  const title = ballotTitle(values.year)
  const narrowest = roomiestOnOnePage<Size>(sizes, (each) => sheetSection(values, each))
  const found = sheetSection(values, narrowest)
  // Of several pages it has room.
  const isOnePage = narrowest !== sizes.at(-1) || pagesOf(found) === 1
  return {
    title,
    sections: [isOnePage ? found : sheetSection(values, sizes[0])],
    missing: meetingPen(values.agency, title).missing,
  }
}
