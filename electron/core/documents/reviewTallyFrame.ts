import { type FileChild, Paragraph } from 'docx'
import type { RatedComponent, Scheme } from '#shared/domain/reviews/scheme.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import { gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth, section } from './layout.ts'
import type { MeetingPen } from './meetingPen.ts'
import { blank, type MissingItem } from './missing.ts'
import { compactHead } from './reviewBallotNotes.ts'
import { cleanText } from './paragraphs.ts'
import type { BallotPerson } from './reviewBallot.ts'
import { handed } from './reviewWords.ts'
import { styleIds } from './styles.ts'

/** Papers of one direction on one person, groups added up. */
export interface PaperCount {
  readonly issued: number
  readonly returned: number
  readonly several: number
  readonly illegible: number
  readonly blank: number
}

export interface TallyValues {
  readonly agency: string
  readonly year: number
  readonly person: BallotPerson
  readonly scheme: Scheme
  readonly component: RatedComponent
}

export const tallyTitle = '唱票计票记录'

export const tallyGap = () => new Paragraph({ style: styleIds.denseText, text: '' })

/** Who called out, counted and watched: signed by hand. */
export function tallySignatures(): readonly Paragraph[] {
  const lines = [`唱票人：${blank}　　计票人：${blank}`, `监票人：${blank}　　日期：${blank}`]
  return lines.map(
    (text, n) =>
      new Paragraph({
        style: styleIds.signature,
        text: cleanText(text),
        keepNext: n === 0,
        ...(n === 0 ? { spacing: { before: 400 } } : {}),
      }),
  )
}

export function tallyHead({ agency, year, component, person }: TallyValues, group: string, pen: MeetingPen) {
  return [
    ...compactHead(agency, `${year}年度述职测评${tallyTitle}`, handed(component.name)),
    formTable(
      [12, 20, 10, 22],
      [
        formRow(
          [
            label('测评对象'),
            value(handed(person.name)),
            label('职务'),
            value(handed(pen.fill(person.duty, `${person.name}的职务`))),
          ],
          440,
        ),
        formRow(
          [label('所在党组织'), value(person.organizationName), label('测评群体'), value(handed(group))],
          440,
        ),
      ],
    ),
  ]
}

export function papersTable(papers: PaperCount | null): FileChild {
  const of = (key: keyof PaperCount) => (papers === null ? '' : `${papers[key]}`)
  const valid = papers === null ? '' : `${papers.returned - papers.several - papers.illegible - papers.blank}`
  return gridTable({
    width: portraitTextWidth,
    weights: [10, 10, 10, 10, 10, 10],
    head: ['发出票', '收回票', '有效票', '多选无效', '涂改无效', '空白无效'].map((name) => gridHead(name)),
    rows: [
      [of('issued'), of('returned'), valid, of('several'), of('illegible'), of('blank')].map((text) =>
        gridText(text),
      ),
    ],
    rowHeight: 440,
    type: 'plain',
  })
}

export const tallyPage = (children: readonly FileChild[], isFirst: boolean) =>
  section({ orientation: 'portrait', pageNumbers: isFirst ? 'first' : 'inherited', foot: null, children })

export interface BuiltTally {
  readonly title: string
  readonly sections: readonly ReturnType<typeof section>[]
  readonly missing: readonly MissingItem[]
}
