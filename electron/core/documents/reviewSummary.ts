import type { ScoreRow, SchemeScores } from '#shared/contract/reviewRows.ts'
import { pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import type { LedgerCell, LedgerColumn, LedgerTable, LedgerValues } from './ledger.ts'
import type { Frame } from './ledgerExport.ts'
import { clause, gradeText, handed, oneLine, scoreOrPending, weightFormula } from './reviewWords.ts'

export interface SummaryValues {
  readonly year: number
  readonly schemes: readonly SchemeScores[]
  /** Whether the caller sees everybody; else nobody is ranked. */
  readonly isOwn: boolean
}

export const summaryTitle = (year: number) => `${year}年度述职测评综合成绩汇总表`

const column = (header: string, weight: number, align: LedgerColumn['align'] = 'center'): LedgerColumn => ({
  header,
  weight,
  align,
})

/** 2（并列）; nothing for who has no score. */
export function rankText({ rank, isTied }: Pick<ScoreRow, 'rank' | 'isTied'>): string {
  if (rank === null) return ''
  return isTied ? `${rank}（并列）` : `${rank}`
}

/** Why it is suggested, why the meeting went another way, what keeps it from a score. */
export function remarksOf(row: ScoreRow): LedgerCell {
  const { reasons, findings, decisionReason, scoreDecided, grade, suggested, name } = row
  const isOther = grade !== null && suggested !== null && grade !== suggested
  if (isOther && oneLine(decisionReason) === '') return { lacks: '定等理由', of: name }
  const parts = [
    ...findings.filter(({ code }) => code === 'REV-01').map(({ message }) => message),
    ...reasons.filter(({ severity }) => severity !== 'blue').map(({ message }) => message),
    ...(oneLine(decisionReason) === '' ? [] : [`定等理由：${clause(oneLine(decisionReason))}`]),
    ...(scoreDecided === null ? [] : [`会议研究时综合分${scoreText(scoreDecided)}`]),
  ]
  return handed(parts.join('；'))
}

/** By rank, those without one last; nobody is ranked by who sees only some. */
export function inOrder(
  { isOwn }: Pick<SummaryValues, 'isOwn'>,
  rows: readonly ScoreRow[],
): readonly ScoreRow[] {
  const placeOf = ({ rank }: ScoreRow) => rank ?? rows.length + 1
  return isOwn ? rows.toSorted((a, b) => placeOf(a) - placeOf(b)) : rows
}

function tableOf({ schemeName, scheme, rows }: SchemeScores, { schemes, isOwn }: SummaryValues): LedgerTable {
  const components = scheme.components.map(({ id: componentId, name, weight }) => ({
    componentId,
    name,
    weight,
  }))
  return {
    heading: schemes.length === 1 ? null : handed(schemeName),
    columns: [
      column('名次', 9.6),
      column('姓名', 7),
      column('职务', 8),
      column('所在党组织', 13, 'left'),
      ...components.map(({ name, weight }) => column(`${handed(name)}（${pointsText(weight)}%）`, 7.5)),
      column('综合分', 7),
      column('建议等次', 7.5),
      column('定等结果', 7.5),
      column('说明', 24, 'left'),
    ],
    rows: rows.map((row) => [
      isOwn ? rankText(row) : '',
      handed(row.name),
      row.duty === null ? { lacks: '职务', of: row.name } : handed(row.duty),
      row.organizationName,
      ...components.map(({ componentId }) => {
        const found = row.components.find((each) => each.componentId === componentId)
        return scoreOrPending(found?.hundredths ?? null)
      }),
      scoreOrPending(row.hundredths),
      gradeText(scheme, row.suggested),
      gradeText(scheme, row.grade),
      remarksOf(row),
    ]),
    empty: '还没有述职人。',
    mayBreakRows: true,
  }
}

/** How the numbers of a scheme came about. */
function formulaNotes(scheme: Scheme): readonly string[] {
  const inside = scheme.components.flatMap((component) => {
    const parts = component.kind === 'rated' ? component.groups : component.parts
    return parts.length < 2 ? [] : [`${weightFormula(component.name, parts)}。`]
  })
  return [`${weightFormula('综合分', scheme.components)}。`, ...inside].map(handed)
}

/** What holds for every summary. */
export function summaryNotes({ schemes, isOwn }: SummaryValues): readonly string[] {
  const formulas = schemes.flatMap(({ schemeName, scheme }) =>
    formulaNotes(scheme).map((text) => (schemes.length === 1 ? text : `${handed(schemeName)}：${text}`)),
  )
  return [
    ...formulas,
    '综合分只在最后四舍五入一次，保留两位小数；同分的名次并列。有权重的来源还没有得分的列“待测评”，不出综合分、不排名次。',
    '建议等次由综合分和方案规定得出，供参考；等次由会议研究确定。',
    ...(isOwn ? [] : ['本表只列本单位管理范围内的述职人，不排名次。']),
  ]
}

/** 综合成绩汇总表 across A4, a table a scheme. */
export function summaryLedger(values: SummaryValues, frame: Frame): LedgerValues {
  const { year, schemes } = values
  return {
    ...frame,
    title: summaryTitle(year),
    tables: schemes.map((scheme) => tableOf({ ...scheme, rows: inOrder(values, scheme.rows) }, values)),
    notes: summaryNotes(values),
    rows: schemes.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}
