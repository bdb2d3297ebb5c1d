import type { Ratio } from '../counting.ts'
import type { Finding } from '../finding.ts'
import { directionScore, indicatorScores } from './groupScores.ts'
import { type MergedGroup, mergeSmallGroups, nameOfGroups, shownTally } from './mergedGroups.ts'
import { judgeReturns } from './returns.ts'
import { reviewFinding } from './ruleTable.ts'
import {
  type BallotItem,
  type DailyComponent,
  itemsOf,
  overallId,
  type RatedComponent,
  type Scheme,
} from './scheme.ts'
import { type ScoreNode, withholdSmall } from './scoreTree.ts'
import { addTallies, type Tally } from './tallies.ts'

/** Ballots of one group on one person, as they are kept when the batch is closed. */
export interface Batch {
  readonly groupId: string
  readonly isClosed: boolean
  readonly issued: number
  readonly returned: number
  readonly invalid: number
  readonly tally: Tally
}

/** `open` not all counted yet; `repeat` REV-02, rate again; `missing` nobody, or too few; `scored`. */
export type ComponentState = 'open' | 'repeat' | 'missing' | 'scored'

/** One source of the total (U, D', R). Unless it is `scored`, nothing of its ballots is in it. */
export interface ComponentResult {
  readonly componentId: string
  readonly name: string
  readonly weight: number
  readonly state: ComponentState
  readonly score: ScoreNode | null
  readonly indicators: readonly { readonly indicatorId: string; readonly score: ScoreNode }[]
  /** What may be shown of the votes: by group, or by groups counted together. */
  readonly groups: readonly { readonly name: string; readonly valid: number; readonly tally: Tally }[]
  /** REV-07: 差 of the members' votes on the whole; null where members do not vote here, or too few did. */
  readonly poor: Ratio | null
  readonly findings: readonly Finding[]
}

/** REV-03: batches with too few ballots are left out; the others of a group are added up. */
function countedGroups(
  component: RatedComponent,
  batches: readonly Batch[],
  limits: Scheme['returns'],
  items: readonly BallotItem[],
): readonly MergedGroup[] {
  return component.groups.flatMap((group) => {
    const counted = batches.filter(
      (batch) => batch.groupId === group.id && judgeReturns(batch, limits).standing !== 'tooFew',
    )
    const valid = counted.reduce((sum, { returned, invalid }) => sum + returned - invalid, 0)
    const tally = counted.reduce<Tally>((sum, batch) => addTallies(sum, batch.tally, items), {})
    return valid === 0 ? [] : [{ groups: [group], valid, tally }]
  })
}

/** 党员“差”票率, of those who marked the whole. */
function poorOf(groups: readonly MergedGroup[], hideBelow: number): Ratio | null {
  let [poor, votes] = [0, 0]
  for (const { groups: raters, tally } of groups) {
    const overall = tally[overallId]
    if (overall?.by !== 'grades' || raters.every(({ kind }) => kind !== 'members')) continue
    const { best, good, fair } = overall.counts
    poor += overall.counts.poor
    votes += best + good + fair + overall.counts.poor
  }
  return votes < hideBelow ? null : { numerator: poor, denominator: votes }
}

function mergeFindings(name: string, groups: readonly MergedGroup[], hideBelow: number): readonly Finding[] {
  return groups.flatMap(({ groups: raters, valid }) => {
    if (valid < hideBelow) {
      const message = `“${name}”有效票只有 ${valid} 张，不足 ${hideBelow} 张：只计分，不列票数；建议增加测评人`
      return [reviewFinding('REV-06', 'yellow', null, message)]
    }
    if (raters.length < 2) return []
    const message = `${nameOfGroups(raters)}中有的不足 ${hideBelow} 票，合并计票，权重相加，不单独列出`
    return [reviewFinding('REV-06', 'blue', null, message)]
  })
}

/** REV-06: a direction too small to show its counts shows no single indicators either, nor does one few answered. */
function shownIndicators(
  scheme: Scheme,
  { form }: RatedComponent,
  groups: readonly MergedGroup[],
): ComponentResult['indicators'] {
  const { hideBelow } = scheme
  if (groups.some(({ valid }) => valid < hideBelow)) return []
  return indicatorScores(scheme, form, groups)
    .map(({ indicatorId, score }) => ({ indicatorId, score: withholdSmall(score, hideBelow) }))
    .filter(({ score }) => score.is !== 'withheld')
}

/** REV-06: ids of the groups that are counted, those counted together beside one another. `batches`: all closed. */
export function countedTogether(
  scheme: Scheme,
  component: RatedComponent,
  batches: readonly Batch[],
): readonly (readonly string[])[] {
  const items = itemsOf(scheme, component.form)
  const counted = countedGroups(component, batches, scheme.returns, items)
  return mergeSmallGroups(counted, scheme.hideBelow, items).map(({ groups }) => groups.map(({ id }) => id))
}

const nothing = { score: null, indicators: [], groups: [], poor: null }

export function rateComponent(
  scheme: Scheme,
  component: RatedComponent,
  allBatches: readonly Batch[],
): ComponentResult {
  const { id: componentId, name, weight, form } = component
  const { hideBelow } = scheme
  const head = { componentId, name, weight }
  const batches = allBatches.filter(({ groupId }) => component.groups.some(({ id }) => id === groupId))
  if (batches.some(({ isClosed }) => !isClosed)) return { ...head, ...nothing, state: 'open', findings: [] }
  const judged = batches.map((batch) => judgeReturns(batch, scheme.returns))
  const findings = judged.flatMap(({ finding }) => (finding === null ? [] : [finding]))
  if (judged.some(({ standing }) => standing === 'void'))
    return { ...head, ...nothing, state: 'repeat', findings }
  const items = itemsOf(scheme, form)
  const counted = countedGroups(component, batches, scheme.returns, items)
  const groups = mergeSmallGroups(counted, hideBelow, items)
  // Ballots that all abstained on what is scored are no score of their group.
  const scoring = groups.filter((group) => directionScore(scheme, form, name, [group]) !== null)
  const isThere = (id: string) => scoring.some(({ groups }) => groups.some((group) => group.id === id))
  const lacks = component.groups.some(
    ({ id, isOptional, weight }) => weight > 0 && !isOptional && !isThere(id),
  )
  const score = lacks ? null : directionScore(scheme, form, name, groups)
  if (score === null) return { ...head, ...nothing, state: 'missing', findings }
  return {
    ...head,
    state: 'scored',
    score: withholdSmall(score, hideBelow),
    indicators: shownIndicators(scheme, component, groups),
    groups: groups.map((group) => ({
      name: nameOfGroups(group.groups),
      valid: group.valid,
      tally: shownTally(group, hideBelow, items),
    })),
    poor: poorOf(groups, hideBelow),
    findings: [...findings, ...mergeFindings(name, groups, hideBelow)],
  }
}

/** Scores of daily work, given out of 100 (hundredths); all that count must be there. */
export function dailyComponent(
  { id: componentId, name, weight, parts }: DailyComponent,
  scores: Readonly<Record<string, number>>,
): ComponentResult {
  const given = parts
    .filter((part) => part.weight > 0)
    .map((part) => ({ part, hundredths: Object.hasOwn(scores, part.id) ? scores[part.id] : undefined }))
  const scored = given.flatMap(({ part, hundredths }) => {
    if (hundredths === undefined) return []
    const score: ScoreNode = { is: 'given', label: part.name, hundredths }
    return [{ weight: part.weight, score }]
  })
  const head = { componentId, name, weight, ...nothing, findings: [] }
  const [only, ...others] = scored
  if (only === undefined || scored.length < given.length) return { ...head, state: 'missing' }
  const score: ScoreNode =
    others.length === 0
      ? { ...only.score, label: name }
      : { is: 'mean', label: name, unit: 'percent', ballots: null, parts: scored }
  return { ...head, state: 'scored', score }
}
