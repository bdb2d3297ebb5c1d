import type { FileChild } from 'docx'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { BallotForm, RatedComponent, Scheme } from '#shared/domain/reviews/scheme.ts'
import { raterKindLabels } from '#shared/labels/reviews.ts'
import { type GridCell, gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth } from './layout.ts'
import { bodyParagraph, ordinal } from './paragraphs.ts'
import { gradeList, handed, weightFormula } from './reviewWords.ts'

export interface SchemePart {
  readonly name: string
  readonly children: readonly FileChild[]
}

const numbered = (lines: readonly string[]) =>
  lines.map((text, n) => bodyParagraph(lines.length === 1 ? text : `${ordinal(3, n + 1)}${text}`))

function indicatorTable({ indicators }: Scheme): readonly FileChild[] {
  if (indicators.length === 0) return [bodyParagraph('不分指标，只作总体评价。')]
  const rows = indicators.flatMap(({ name, points, children }): (readonly GridCell[])[] => {
    const own = [gridText(handed(name)), gridText(pointsText(points))]
    if (children.length === 0) return [[...own, gridText('—'), gridText('—')]]
    return children.map((child, n) => {
      const merge = children.length === 1 ? 'none' : n === 0 ? 'first' : 'following'
      return [
        ...own.map((cell): GridCell => ({ ...cell, merge })),
        gridText(handed(child.name), { align: 'left' }),
        gridText(pointsText(child.points)),
      ]
    })
  })
  return [
    gridTable({
      width: portraitTextWidth,
      weights: [18, 6, 26, 6],
      head: ['一级指标', '分值', '二级指标', '分值'].map((name) => gridHead(name)),
      rows,
      rowHeight: 340,
      type: 'plain',
    }),
  ]
}

function formText(scheme: Scheme, { items, scale, hasOverall, scoredBy }: BallotForm): string {
  const each = {
    points: scale === 'own' ? '各指标在本项分值以内打分' : '各指标按百分制打分',
    grades: `各指标评${gradeList(scheme)}`,
    none: '不分指标',
  }[items]
  const overall = hasOverall ? `，另作总体评价（${gradeList(scheme)}）` : ''
  const score = scoredBy === 'overall' ? '得分按总体评价计算' : '得分按各指标分值加权计算'
  return `${each}${overall}，${score}`
}

const isRated = (component: Scheme['components'][number]): component is RatedComponent =>
  component.kind === 'rated'

function groupTable(components: readonly RatedComponent[]): FileChild {
  return gridTable({
    width: portraitTextWidth,
    weights: [16, 8, 22, 14, 8],
    head: ['测评方向', '权重', '测评群体', '类别', '群体权重'].map((name) => gridHead(name)),
    rows: components.flatMap(({ name, weight, groups }) =>
      groups.map((group, n) => {
        const merge = groups.length === 1 ? 'none' : n === 0 ? 'first' : 'following'
        return [
          gridText(handed(name), { merge }),
          gridText(`${pointsText(weight)}%`, { merge }),
          gridText(handed(group.name), { align: 'left' }),
          gridText(raterKindLabels[group.kind]),
          gridText(`${pointsText(group.weight)}%`),
        ]
      }),
    ),
    rowHeight: 340,
    type: 'plain',
  })
}

function groups(scheme: Scheme): readonly FileChild[] {
  const rated = scheme.components.filter(isRated)
  if (rated.length === 0) return [bodyParagraph('不组织测评。')]
  return [
    groupTable(rated),
    ...numbered(rated.map(({ name, form }) => `${handed(name)}：${formText(scheme, form)}。`)),
  ]
}

function formulas({ components, gradeSet, gradePoints }: Scheme): readonly string[] {
  const inside = components.flatMap((component) => {
    const parts = component.kind === 'rated' ? component.groups : component.parts
    return parts.length < 2 ? [] : [`${weightFormula(component.name, parts)}。`]
  })
  const optional = components
    .filter(isRated)
    .flatMap(({ groups }) => groups.filter(({ isOptional }) => isOptional).map(({ name }) => `“${name}”`))
  const points = grades.map((grade) => `${gradeNames[gradeSet][grade]}${pointsText(gradePoints[grade])}分`)
  return [
    `${weightFormula('综合分', components)}。`,
    ...inside,
    ...(optional.length === 0
      ? []
      : [`没有收到${optional.join('、')}的票时，其权重由同一方向的其他群体分担。`]),
    `等次分值：${points.join('，')}。按等次计的得分＝Σ（等次票数×等次分值）÷该项有效票数，弃权不计入该项有效票数。`,
    '综合分四舍五入保留两位小数，中间各步不舍入；任一有权重的来源没有得分的，不出综合分。',
  ].map(handed)
}

function gradeRules({ bands, gradeSet, poorShare, bestLimit }: Scheme): readonly string[] {
  const names = gradeNames[gradeSet]
  const { best, good, fair } = bands
  const to = (below: number) => scoreText(below - 1)
  return [
    `综合分${scoreText(best)}分以上建议“${names.best}”，${scoreText(good)}–${to(best)}分建议“${names.good}”，${scoreText(fair)}–${to(good)}分建议“${names.fair}”，${scoreText(fair)}分以下（不含本数）建议“${names.poor}”。`,
    `党员测评中“${names.poor}”票超过${poorShare.above}%的，建议不高于“${names[poorShare.atMost]}”。`,
    ...(bestLimit === null ? [] : [`“${names.best}”等次不超过述职人数的${bestLimit}%。`]),
  ]
}

function validity({ returns: { lowBelow, voidBelow }, hideBelow }: Scheme): readonly string[] {
  return [
    '测评无记名，票不编号、不署名；计票后只保留汇总票数。',
    '收回票多于发出票的，该批测评无效，重新测评。',
    `收回率（收回票÷发出票）不足${voidBelow}%的不计分，不足${lowBelow}%的计分并注明。`,
    '党员测评到会党员不足应到党员半数的，组织补测。',
    '同一项选择两个以上等次、全票空白、明显涂改无法辨认的为无效票；一项未填的按弃权计。',
    `有效票不足${hideBelow}张的群体，与同一方向的其他群体合并计票，不单独列出票数。`,
  ]
}

function vetoLines({ vetoes, gradeSet }: Scheme): readonly string[] {
  if (vetoes.length === 0) return ['不设一票否决事项。']
  return vetoes.map(({ name, atMost }) => handed(`${name}的，建议不高于“${gradeNames[gradeSet][atMost]}”。`))
}

/** What a scheme says, part by part. */
export function schemeParts(scheme: Scheme): readonly SchemePart[] {
  return [
    { name: '评价指标', children: indicatorTable(scheme) },
    { name: '测评群体和测评方式', children: groups(scheme) },
    { name: '计分办法', children: numbered(formulas(scheme)) },
    { name: '等次', children: numbered(gradeRules(scheme)) },
    { name: '票的效力和收回率', children: numbered(validity(scheme)) },
    { name: '一票否决', children: numbered(vetoLines(scheme)) },
  ]
}
