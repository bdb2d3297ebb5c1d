import { type FileChild, Paragraph } from 'docx'
import { formatPercent } from '#shared/domain/counting.ts'
import type { ComponentResult } from '#shared/domain/reviews/components.ts'
import { grades } from '#shared/domain/reviews/grades.ts'
import { overallId, type RatedComponent, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import { type GridCell, gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth } from './layout.ts'
import { bodyParagraph, lastParagraph } from './paragraphs.ts'
import { gradeNamesOf } from './reviewBallotNotes.ts'
import type { NoticePerson, NoticeScheme } from './reviewNotice.ts'
import { handed } from './reviewWords.ts'
import { styleIds } from './styles.ts'

type Group = ComponentResult['groups'][number]

const lacking = (words: string): readonly GridCell[] => [gridText(words, { span: 6 })]

/** 40（66.7%） of each grade, of those who marked the whole; nothing of groups too small (REV-06). */
function votes({ valid, tally }: Group, { hideBelow }: Scheme): readonly GridCell[] {
  const overall = tally[overallId]
  if (valid < hideBelow || overall?.by !== 'grades') return lacking(`不足 ${hideBelow} 票，只计分，不列票数`)
  const sum = grades.reduce((all, grade) => all + overall.counts[grade], 0)
  return [
    gridText(`${valid}`),
    ...grades.map((grade) => {
      const share = formatPercent({ numerator: overall.counts[grade], denominator: sum })
      return gridText(`${overall.counts[grade]}（${share}）`)
    }),
    gridText(`${overall.abstained}`),
  ]
}

function personRows(
  { row, components }: NoticePerson,
  { id, groups }: RatedComponent,
  scheme: Scheme,
): readonly (readonly GridCell[])[] {
  const found = components.find(({ componentId }) => componentId === id)
  const name = gridText(handed(row.name))
  if (found === undefined || found.state !== 'scored') {
    const why = found === undefined ? '没有测评' : componentStateLabels[found.state]
    return [[name, ...(groups.length === 1 ? [] : [gridText('—')]), ...lacking(`${why}，不列票数`)]]
  }
  return found.groups.map((group, n) => [
    { ...name, merge: found.groups.length === 1 ? 'none' : n === 0 ? 'first' : 'following' },
    ...(groups.length === 1 ? [] : [gridText(handed(group.name), { align: 'left' })]),
    ...votes(group, scheme),
  ])
}

const between = () => new Paragraph({ style: styleIds.tableText, text: '' })

/** 票数 and 得票率 on the whole, a table a direction. */
export function votesTables({ scheme, people }: NoticeScheme): readonly FileChild[] {
  const rated = scheme.components.filter((each): each is RatedComponent => each.kind === 'rated')
  const written = rated.flatMap((component, n): readonly FileChild[] => {
    const name = handed(component.name)
    const [first, ...more] = component.groups
    const only = first !== undefined && more.length === 0
    if (!component.form.hasOverall) return [bodyParagraph(`${name}逐项打分，不作总体评价，没有等次票数。`)]
    return [
      ...(n === 0 ? [] : [between()]),
      lastParagraph(`${name}（${only ? `${handed(first.name)}，` : ''}总体评价）：`),
      gridTable({
        width: portraitTextWidth,
        weights: [9, ...(only ? [] : [15]), 6, 11, 11, 11, 11, 6],
        head: ['姓名', ...(only ? [] : ['测评群体']), '有效票', ...gradeNamesOf(scheme), '弃权'].map((each) =>
          gridHead(each),
        ),
        rows: people.flatMap((person) => personRows(person, component, scheme)),
        rowHeight: 340,
        type: 'dense',
      }),
    ]
  })
  return [...written, bodyParagraph('得票率为该等次票数占作出总体评价的票数的比例，弃权不计入。')]
}
