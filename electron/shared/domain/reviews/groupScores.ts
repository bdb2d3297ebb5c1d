import { gradeNames, grades } from './grades.ts'
import { type MergedGroup, nameOfGroups, weightOfGroups } from './mergedGroups.ts'
import {
  type BallotForm,
  type BallotItem,
  type Indicator,
  itemsOf,
  type Leaf,
  overallId,
  type Scheme,
} from './scheme.ts'
import type { ScoreNode, WeightUnit } from './scoreTree.ts'
import { tallyOf, votesOf } from './tallies.ts'

type Part = { readonly weight: number; readonly score: ScoreNode }

/** Null where nothing of it was marked; what has no weight is left out. */
function meanOf(
  label: string,
  unit: WeightUnit,
  ballots: number | null,
  parts: readonly (Part | null)[],
): ScoreNode | null {
  const counted = parts.filter((part) => part !== null && part.weight > 0).filter((part) => part !== null)
  return counted.length === 0 ? null : { is: 'mean', label, unit, ballots, parts: counted }
}

const asPart = (weight: number, score: ScoreNode | null): Part | null =>
  score === null ? null : { weight, score }

/** 一批票得分: Σ 等次票数×分值 of those who marked it. Who abstained on it is not in the denominator (REV-05). */
function itemScore(
  scheme: Scheme,
  { tally }: MergedGroup,
  item: BallotItem,
  label: string,
): ScoreNode | null {
  const one = tallyOf(tally, item)
  const votes = votesOf(one)
  if (one.by === 'points')
    return votes === 0 || item.most === 0 ? null : { is: 'sum', label, sum: one.sum, votes, most: item.most }
  return meanOf(
    label,
    'votes',
    votes,
    grades.map((grade) => ({
      weight: one.counts[grade],
      score: {
        is: 'given',
        label: gradeNames[scheme.gradeSet][grade],
        hundredths: scheme.gradePoints[grade],
      },
    })),
  )
}

/** One 一级 indicator as one group marked it: by the points of its 二级 ones. */
function indicatorScore(
  scheme: Scheme,
  items: readonly BallotItem[],
  group: MergedGroup,
  indicator: Indicator,
): ScoreNode | null {
  const scoreOf = ({ id, name }: Leaf) => {
    const item = items.find((item) => item.id === id)
    return item === undefined ? null : itemScore(scheme, group, item, name)
  }
  if (indicator.children.length === 0) return scoreOf(indicator)
  return meanOf(
    indicator.name,
    'points',
    null,
    indicator.children.map((child) => asPart(child.points, scoreOf(child))),
  )
}

/** What one group gives somebody: by the overall grade, or by all indicators. */
function groupScore(scheme: Scheme, form: BallotForm, group: MergedGroup, label: string): ScoreNode | null {
  const items = itemsOf(scheme, form)
  if (form.scoredBy === 'overall') {
    const overall = items.find(({ id }) => id === overallId)
    return overall === undefined ? null : itemScore(scheme, group, overall, label)
  }
  const parts = scheme.indicators.map((indicator) =>
    asPart(indicator.points, indicatorScore(scheme, items, group, indicator)),
  )
  return meanOf(label, 'points', group.valid, parts)
}

function acrossGroups(
  label: string,
  groups: readonly MergedGroup[],
  scoreOf: (group: MergedGroup, label: string) => ScoreNode | null,
): ScoreNode | null {
  const weighed = groups.filter((group) => weightOfGroups(group.groups) > 0)
  const [only, ...others] = weighed
  if (only !== undefined && others.length === 0) return scoreOf(only, label)
  const parts = weighed.map((group) =>
    asPart(weightOfGroups(group.groups), scoreOf(group, nameOfGroups(group.groups))),
  )
  return meanOf(label, 'percent', null, parts)
}

/** A direction's score: its groups by their weights; who did not vote leaves its weight to the others (D'=D). */
export function directionScore(
  scheme: Scheme,
  form: BallotForm,
  name: string,
  groups: readonly MergedGroup[],
): ScoreNode | null {
  return acrossGroups(name, groups, (group, label) => groupScore(scheme, form, group, label))
}

/** How a direction sees each 一级 indicator; for charts, whatever the total rests on. */
export function indicatorScores(
  scheme: Scheme,
  form: BallotForm,
  groups: readonly MergedGroup[],
): readonly { readonly indicatorId: string; readonly score: ScoreNode }[] {
  const items = itemsOf(scheme, form)
  return scheme.indicators.flatMap((indicator) => {
    const score = acrossGroups(indicator.name, groups, (group, label) => {
      const one = indicatorScore(scheme, items, group, indicator)
      return one === null ? null : { ...one, label }
    })
    return score === null ? [] : [{ indicatorId: indicator.id, score }]
  })
}
