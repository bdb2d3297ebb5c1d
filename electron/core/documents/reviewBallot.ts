import { type FileChild, Paragraph } from 'docx'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import {
  type BallotForm,
  type BallotItem,
  itemsOf,
  overallId,
  type Scheme,
} from '#shared/domain/reviews/scheme.ts'
import type { Job } from '../system/jobs.ts'
import { box, formRow, formTable, label, value } from './formTable.ts'
import { type GridCell, gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth, section } from './layout.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import type { MissingItem } from './missing.ts'
import { roomiestOnOnePage } from './onePage.ts'
import { ballotNotes, compactHead, gradeNamesOf, noteParagraphs } from './reviewBallotNotes.ts'
import { oneByOne } from './reviewJob.ts'
import { handed } from './reviewWords.ts'
import { styleIds } from './styles.ts'

export interface BallotPerson {
  readonly name: string
  readonly duty: string | null
  readonly organizationName: string
}

/** What a ballot of one direction asks, about whom. */
export interface BallotValues {
  /** Full name of who holds the review. */
  readonly agency: string
  readonly year: number
  readonly componentName: string
  readonly scheme: Scheme
  readonly form: BallotForm
  readonly people: readonly BallotPerson[]
}

export interface BuiltBallot {
  readonly title: string
  readonly sections: readonly ReturnType<typeof section>[]
  readonly missing: readonly MissingItem[]
}

/** From roomy to narrow: rows and the box for opinions, in twips. The first one that leaves a person on one page is taken. */
const sizes = [
  { rowHeight: 620, opinions: 2600, type: 'plain' },
  { rowHeight: 560, opinions: 2200, type: 'plain' },
  { rowHeight: 500, opinions: 1900, type: 'plain' },
  { rowHeight: 450, opinions: 1600, type: 'plain' },
  { rowHeight: 410, opinions: 1300, type: 'plain' },
  { rowHeight: 370, opinions: 1100, type: 'plain' },
  { rowHeight: 330, opinions: 900, type: 'plain' },
  { rowHeight: 300, opinions: 700, type: 'dense' },
  { rowHeight: 262, opinions: 500, type: 'dense' },
] as const

type Size = (typeof sizes)[number]

/** Kept free when pages are counted: programs differ by a line or two. */
const reserve = 200

const boxes = (scheme: Scheme) =>
  gradeNamesOf(scheme)
    // A box stands behind its name: a program takes one at the head of a line for a narrow Latin sign.
    .map((name) => `${name}□`)
    .join('　　')

/** 一级指标 beside its 二级 ones; one that has none takes both columns. */
function indicatorRows(
  scheme: Scheme,
  items: ReadonlyMap<string, BallotItem>,
  marks: (item: BallotItem) => readonly GridCell[],
): readonly (readonly GridCell[])[] {
  return scheme.indicators.flatMap(({ id, name, children }) => {
    const own = items.get(id)
    if (children.length === 0)
      return own === undefined ? [] : [[gridText(name, { span: 2, align: 'left' }), ...marks(own)]]
    return children.flatMap((child, index) => {
      const item = items.get(child.id)
      const merge = children.length === 1 ? 'none' : index === 0 ? 'first' : 'following'
      return item === undefined
        ? []
        : [[gridText(name, { merge }), gridText(child.name, { align: 'left' }), ...marks(item)]]
    })
  })
}

/** Of small type what is asked has more of the line: a second line would cost the page. */
const columns = {
  plain: { points: [16, 30, 9, 22], grades: [15, 29, 8, 8, 8, 8] },
  dense: { points: [10, 39, 7, 22], grades: [9, 42, 6.5, 6.5, 6.5, 6.5] },
} as const

/** Indicators with a place for each mark, and the overall grade below them. */
function marksTable({ scheme, form }: BallotValues, { rowHeight, type }: Size): FileChild {
  const items = new Map(itemsOf(scheme, form).map((item) => [item.id, item]))
  const isPoints = form.items === 'points'
  const empty = gradeNamesOf(scheme).map(() => gridText(''))
  const marks = ({ most }: BallotItem): readonly GridCell[] =>
    isPoints ? [gridText(pointsText(most)), gridText('')] : empty
  const head = isPoints
    ? [gridHead('一级指标'), gridHead('评价内容'), gridHead('满分'), gridHead('得分')]
    : [
        ...(form.items === 'none'
          ? [gridHead('评价内容', { span: 2 })]
          : [gridHead('一级指标'), gridHead('评价内容')]),
        ...gradeNamesOf(scheme).map((name) => gridHead(name)),
      ]
  const overallRow = isPoints
    ? [gridHead('总体评价'), gridText(boxes(scheme), { span: 3 })]
    : [gridHead('总体评价', { span: 2 }), ...empty]
  return gridTable({
    width: portraitTextWidth,
    weights: columns[type][isPoints ? 'points' : 'grades'],
    head,
    rows: [...indicatorRows(scheme, items, marks), ...(items.has(overallId) ? [overallRow] : [])],
    rowHeight,
    type,
  })
}

/** Two tables without a paragraph between them would be one. */
const gap = () => new Paragraph({ style: styleIds.denseText, text: '' })

export const ballotTitle = (year: number) => `${year}年度述职测评票`

function ballotChildren(
  values: BallotValues,
  { name, duty, organizationName }: BallotPerson,
  size: Size,
  pen: MeetingPen,
): readonly FileChild[] {
  const { agency, year, componentName, scheme, form } = values
  const headHeight = size.type === 'dense' ? 340 : 440
  return [
    ...compactHead(agency, ballotTitle(year), handed(componentName)),
    formTable(
      [11, 20, 8, 24],
      [
        formRow(
          [
            label('测评对象'),
            value(handed(name)),
            label('职务'),
            value(handed(pen.fill(duty, `${name}的职务`))),
          ],
          headHeight,
        ),
        formRow([label('所在党组织'), value(organizationName, 3)], headHeight),
      ],
    ),
    gap(),
    marksTable(values, size),
    gap(),
    formTable([11, 52], [formRow([label('意见建议'), box([''], 1)], size.opinions)]),
    ...noteParagraphs(ballotNotes(scheme, form, 'person'), size.type),
  ]
}

const page = (children: readonly FileChild[], isFirst: boolean) =>
  section({
    orientation: 'portrait',
    pageNumbers: isFirst ? 'none' : 'inherited',
    foot: null,
    children,
  })

/** The roomiest size at which the longest name, duty and organisation leave the ballot on one page. */
function fittingSize(values: BallotValues): Size {
  const length = ({ name, duty, organizationName }: BallotPerson) =>
    name.length + (duty ?? '').length + organizationName.length
  const longest = values.people.toSorted((a, b) => length(b) - length(a))[0]
  if (longest === undefined) return sizes[0]
  const quiet = meetingPen('', '')
  const end = new Paragraph({ style: styleIds.denseText, text: '', spacing: { before: reserve } })
  return roomiestOnOnePage<Size>(sizes, (size) =>
    page([...ballotChildren(values, longest, size, quiet), end], true),
  )
}

/** D12: a page a person, all alike: no number, no name of who votes, nothing to tell one sheet from another. Throws CANCELLED. */
export async function ballotEach(values: BallotValues, job: Job): Promise<BuiltBallot> {
  const pen = meetingPen(values.agency, ballotTitle(values.year))
  const size = fittingSize(values)
  const pages = await oneByOne(values.people, '排印测评票', job, (person) =>
    ballotChildren(values, person, size, pen),
  )
  const sections = pages.map((children, index) => page(children, index === 0))
  return { title: ballotTitle(values.year), sections, missing: pen.missing }
}
