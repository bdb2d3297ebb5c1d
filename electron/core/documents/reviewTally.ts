import type { FileChild } from 'docx'
import type { ComponentResult } from '#shared/domain/reviews/components.ts'
import { grades } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { type BallotItem, itemsOf, type Scheme } from '#shared/domain/reviews/scheme.ts'
import type { ItemTally } from '#shared/domain/reviews/tallies.ts'
import { type GridCell, gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth } from './layout.ts'
import { meetingPen } from './meetingPen.ts'
import { bodyParagraph } from './paragraphs.ts'
import { gradeNamesOf } from './reviewBallotNotes.ts'
import {
  type BuiltTally,
  type PaperCount,
  papersTable,
  tallyGap,
  tallyHead,
  tallyPage,
  tallySignatures,
  tallyTitle,
  type TallyValues,
} from './reviewTallyFrame.ts'
import { handed } from './reviewWords.ts'

interface TallySums {
  readonly papers: PaperCount
  /** Groups as they are counted and may be shown (REV-06). */
  readonly groups: ComponentResult['groups']
}

function sumCells(tally: ItemTally | undefined, by: BallotItem['by'], least: number): readonly GridCell[] {
  if (tally === undefined) return [gridText(`不足 ${least} 票，不列`, { span: by === 'points' ? 3 : 5 })]
  return tally.by === 'points'
    ? [`${tally.votes}`, pointsText(tally.sum), `${tally.abstained}`].map((text) => gridText(text))
    : [...grades.map((grade) => `${tally.counts[grade]}`), `${tally.abstained}`].map((text) => gridText(text))
}

function sumsTable(
  scheme: Scheme,
  items: readonly BallotItem[],
  by: BallotItem['by'],
  tally: ComponentResult['groups'][number]['tally'],
): FileChild {
  const isPoints = by === 'points'
  return gridTable({
    width: portraitTextWidth,
    weights: isPoints ? [26, 8, 10, 12, 8] : [24, 9, 9, 9, 9, 9],
    head: (isPoints
      ? ['评价内容', '满分', '打分票数', '分数合计', '弃权']
      : ['评价内容', ...gradeNamesOf(scheme), '弃权']
    ).map((name) => gridHead(name)),
    rows: items
      .filter((item) => item.by === by)
      .map((item) => [
        gridText(handed(item.name), { align: 'left' }),
        ...(isPoints ? [gridText(pointsText(item.most))] : []),
        ...sumCells(tally[item.id], by, scheme.hideBelow),
      ]),
    rowHeight: 400,
    type: 'plain',
  })
}

/** Sums of a direction whose score may be shown; groups too small are counted together or say nothing (REV-06). */
export function tallyRecord(values: TallyValues, { papers, groups }: TallySums): BuiltTally {
  const { scheme, component, agency, year } = values
  const pen = meetingPen(agency, tallyTitle)
  const items = itemsOf(scheme, component.form)
  const sums = groups.flatMap(({ name, valid, tally }) => {
    const head = bodyParagraph(`${handed(name)}：有效票${valid}张。`)
    if (valid < scheme.hideBelow)
      return [bodyParagraph(`${handed(name)}：有效票不足${scheme.hideBelow}张，只计分，不列票数。`)]
    const by = (['points', 'grades'] as const).filter((each) => items.some((item) => item.by === each))
    return [
      head,
      ...by.flatMap((each, n) => [...(n === 0 ? [] : [tallyGap()]), sumsTable(scheme, items, each, tally)]),
    ]
  })
  const all = component.groups.map(({ name }) => name).join('、')
  return {
    title: `${year}年度述职测评${tallyTitle}`,
    sections: [
      tallyPage(
        [
          ...tallyHead(values, all, pen),
          tallyGap(),
          papersTable(papers),
          tallyGap(),
          ...sums,
          ...tallySignatures(),
        ],
        true,
      ),
    ],
    missing: pen.missing,
  }
}
