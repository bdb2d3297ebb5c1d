import { type Exact, exact, exactText, parseExact, weightedMean } from './exact.ts'

/** What the weights of a mean are: so many votes, points of indicators, percent of the total. */
export const weightUnits = ['votes', 'points', 'percent'] as const

export type WeightUnit = (typeof weightUnits)[number]

/** How a score came about, in whole numbers only, down to the counts; it can be sent and stored as it is. */
export type ScoreNode =
  /** What a grade is worth, or a score somebody gave: hundredths. */
  | { readonly is: 'given'; readonly label: string; readonly hundredths: number }
  /** Points given by so many: their sum of what could have been given, out of 100. */
  | {
      readonly is: 'sum'
      readonly label: string
      readonly sum: number
      readonly votes: number
      readonly most: number
    }
  | {
      readonly is: 'mean'
      readonly label: string
      readonly unit: WeightUnit
      /** Ballots it rests on; null above the ballots. */
      readonly ballots: number | null
      readonly parts: readonly { readonly weight: number; readonly score: ScoreNode }[]
    }
  /** REV-06: the score without its counts, because too few gave it. */
  | { readonly is: 'withheld'; readonly label: string; readonly value: string }

/** The exact score, from the counts. */
export function valueOf(node: ScoreNode): Exact {
  switch (node.is) {
    case 'given':
      return exact(node.hundredths, 100)
    case 'sum':
      return exact(node.sum * 100, node.votes * node.most)
    case 'withheld':
      return parseExact(node.value)
    case 'mean':
      return weightedMean(node.parts.map(({ weight, score }) => ({ weight, value: valueOf(score) })))
  }
}

/** REV-06: no counts of fewer than so many ballots, at any depth. The scores stay what they are. */
export function withholdSmall(node: ScoreNode, hideBelow: number): ScoreNode {
  const votes = node.is === 'sum' ? node.votes : node.is === 'mean' ? node.ballots : null
  if (votes !== null && votes < hideBelow)
    return { is: 'withheld', label: node.label, value: exactText(valueOf(node)) }
  if (node.is !== 'mean') return node
  const parts = node.parts.map(({ weight, score }) => ({ weight, score: withholdSmall(score, hideBelow) }))
  return { ...node, parts }
}
