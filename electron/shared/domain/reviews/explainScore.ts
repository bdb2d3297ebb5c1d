import type { Explanation } from '../finding.ts'
import { decimalText, exactText, toHundredths } from './exact.ts'
import { fullMarks, pointsText, scoreText } from './hundredths.ts'
import { type ScoreNode, valueOf, type WeightUnit } from './scoreTree.ts'

/** One step of how a score came about; each part opens in turn, down to the counts. */
export interface ScoreExplanation extends Explanation {
  readonly is: ScoreNode['is']
  /** 87.975, or 253/3 where decimals would not end. */
  readonly exact: string
  readonly parts: readonly ScoreExplanation[]
}

type Mean = Extract<ScoreNode, { readonly is: 'mean' }>

const weightText: Readonly<Record<WeightUnit, (weight: number) => string>> = {
  votes: (weight) => `${weight} 票`,
  points: (weight) => `分值 ${pointsText(weight)}`,
  percent: (weight) => `权重 ${pointsText(weight)}%`,
}

const ruleText: Readonly<Record<WeightUnit, string>> = {
  votes: 'Σ（等次票数×等次分值）÷ 该项有效票数（弃权不计入分母）',
  points: 'Σ（指标分值×指标得分）÷ 指标分值合计',
  percent: 'Σ（权重×得分）÷ 权重合计',
}

/** 84.5×30%＋88.75×30%＋90×40%; （5×95＋3×80＋2×65）÷10. */
function formulaOf({ unit, parts }: Mean): string {
  const sum = parts.reduce((total, { weight }) => total + weight, 0)
  const text = (weight: number) => (unit === 'votes' ? String(weight) : pointsText(weight))
  const terms = parts.map(({ weight, score }) => {
    const value = decimalText(valueOf(score))
    return unit === 'percent' ? `${value}×${text(weight)}%` : `${text(weight)}×${value}`
  })
  const listed = terms.join('＋')
  if (unit === 'percent') return sum === fullMarks ? listed : `（${listed}）÷${text(sum)}%`
  return `（${listed}）÷${text(sum)}`
}

/** Only the whole is rounded; a part goes on as it is and is merely shown with two decimals. */
function resultOf(node: ScoreNode, isPart: boolean): string {
  const value = valueOf(node)
  const [text, shown] = [decimalText(value), scoreText(toHundredths(value))]
  if (text === shown || `${text}.00` === shown || `${text}0` === shown) return shown
  return isPart ? `${text}（表中显示 ${shown}）` : `${text}，四舍五入为 ${shown}`
}

/** How a score came about, in words and numbers. `isPart`: it goes into another score unrounded. */
export function explainScore(node: ScoreNode, isPart = false): ScoreExplanation {
  const head = {
    is: node.is,
    code: 'REV-SCORE',
    title: node.label,
    basis: '述职评议方案；只在最后四舍五入一次，保留两位小数',
    exact: exactText(valueOf(node)),
  }
  switch (node.is) {
    case 'given':
      return {
        ...head,
        inputs: [],
        rule: '方案规定的分值或考核所给的分数',
        result: resultOf(node, isPart),
        parts: [],
      }
    case 'withheld': {
      const rule = '测评票不足规定张数，只列得分，不列票数（REV-06）'
      return { ...head, inputs: [], rule, result: resultOf(node, isPart), parts: [] }
    }
    case 'sum': {
      const { sum, votes, most } = node
      const inputs = [
        { label: '所打分数合计', value: pointsText(sum) },
        { label: '有效票数', value: `${votes} 票` },
      ]
      const isHundred = most === fullMarks
      const formula = isHundred
        ? `${pointsText(sum)}÷${votes}`
        : `${pointsText(sum)}÷（${votes}×${pointsText(most)}）×100`
      const rule = '所打分数合计 ÷（有效票数×满分），折合 100 分（弃权不计入分母）'
      return { ...head, inputs, rule, result: `${formula}＝${resultOf(node, isPart)}`, parts: [] }
    }
    case 'mean':
      return {
        ...head,
        inputs: node.parts.map(({ weight, score }) => ({
          label: score.label,
          value: `${decimalText(valueOf(score))}，${weightText[node.unit](weight)}`,
        })),
        rule: ruleText[node.unit],
        result: `${formulaOf(node)}＝${resultOf(node, isPart)}`,
        parts: node.parts.map(({ score }) => explainScore(score, true)),
      }
  }
}
