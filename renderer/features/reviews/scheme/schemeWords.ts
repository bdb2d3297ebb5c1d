import type { BallotForm, RatedComponent } from '#shared/domain/reviews/scheme.ts'

export const directionLabels: Readonly<Record<RatedComponent['direction'], string>> = {
  up: '上级测评',
  down: '党员（群众）测评',
  other: '其他方向',
}

export const itemsLabels: Readonly<Record<BallotForm['items'], string>> = {
  points: '逐项打分',
  grades: '逐项评等次',
  none: '不逐项评',
}

export const scaleLabels: Readonly<Record<BallotForm['scale'], string>> = {
  own: '按指标的分值打分',
  hundred: '每项按 100 分打分',
}

export const scoredByLabels: Readonly<Record<BallotForm['scoredBy'], string>> = {
  overall: '总体评价的等次',
  items: '各项指标的得分',
}
