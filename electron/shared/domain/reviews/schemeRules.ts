import type { Finding } from '../finding.ts'
import { gradeNames, grades } from './grades.ts'
import { fullMarks, pointsText } from './hundredths.ts'
import { reviewFinding } from './ruleTable.ts'
import type { RatedComponent, RaterGroup, Scheme } from './scheme.ts'

interface Weighed {
  readonly name: string
  readonly weight: number
}

/** REV-01: whole hundredths that are 100 to the last one; 33.33 three times is not. */
function weightsAdd(field: string, of: string, parts: readonly Weighed[]): readonly Finding[] {
  const sum = parts.reduce((total, { weight }) => total + weight, 0)
  if (sum === fullMarks) return []
  const listed = parts.map(({ name, weight }) => `${name} ${pointsText(weight)}`).join('、')
  const message = `${of}的权重合计 ${pointsText(sum)}（${listed}），必须等于 100`
  return [reviewFinding('REV-01', 'block', field, message)]
}

function pointsAdd(field: string, of: string, points: readonly number[], should: number): readonly Finding[] {
  const sum = points.reduce((total, value) => total + value, 0)
  if (sum === should) return []
  const message = `${of}的分值合计 ${pointsText(sum)} 分，必须等于 ${pointsText(should)} 分`
  return [reviewFinding('REV-01', 'block', field, message)]
}

function indicatorProblems({ indicators }: Scheme): readonly Finding[] {
  const points = (list: readonly { readonly points: number }[]) => list.map(({ points }) => points)
  return [
    ...(indicators.length === 0 ? [] : pointsAdd('indicators', '一级指标', points(indicators), fullMarks)),
    ...indicators.flatMap(({ name, points: whole, children }, index) =>
      children.length === 0
        ? []
        : pointsAdd(`indicators.${index}`, `“${name}”的二级指标`, points(children), whole),
    ),
  ]
}

/** What a ballot must ask so that its score can be made. */
function formProblem({ indicators }: Scheme, { name, form }: RatedComponent): string | null {
  if (form.scoredBy === 'overall' && !form.hasOverall)
    return `“${name}”按总体评价计分，测评票上却没有总体评价`
  if (form.scoredBy === 'items' && (form.items === 'none' || indicators.length === 0))
    return `“${name}”按各项指标计分，测评票上却没有指标`
  return null
}

function componentProblems(scheme: Scheme): readonly Finding[] {
  return scheme.components.flatMap((component, index) => {
    const { name, kind } = component
    const field = `components.${index}`
    if (kind === 'daily') return weightsAdd(field, `“${name}”各部分`, component.parts)
    const problem = formProblem(scheme, component)
    const odd = component.groups.filter(
      ({ id, mergesInto }) =>
        mergesInto !== null &&
        (mergesInto === id || component.groups.every((other) => other.id !== mergesInto)),
    )
    return [
      ...weightsAdd(field, `“${name}”各测评群体`, component.groups),
      ...(problem === null ? [] : [reviewFinding('REV-05', 'block', field, problem)]),
      ...odd.map((group) =>
        reviewFinding('REV-06', 'block', field, `“${group.name}”要并入的群体不在“${name}”中，请重新选择`),
      ),
    ]
  })
}

/** Grades and bands must go down: 较好 worth more than 好 is a slip. */
function gradeProblems({ gradeSet, gradePoints, bands }: Scheme): readonly Finding[] {
  const isFalling = (values: readonly number[]) =>
    values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0))
  const found: Finding[] = []
  if (!isFalling(grades.map((grade) => gradePoints[grade]))) {
    const names = grades.map((grade) => gradeNames[gradeSet][grade]).join('、')
    found.push(reviewFinding('REV-07', 'block', 'gradePoints', `${names}的分值必须从高到低`))
  }
  if (!isFalling([bands.best, bands.good, bands.fair]))
    found.push(reviewFinding('REV-07', 'block', 'bands', '各等次的最低分必须从高到低'))
  return found
}

/** Names that come twice would be one tally. */
function doubleIds({ indicators, components }: Scheme): readonly Finding[] {
  const ids = [
    ...indicators.flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]),
    ...components.flatMap((component) => [
      component.id,
      ...(component.kind === 'daily' ? component.parts : component.groups).map(({ id }) => id),
    ]),
  ]
  return new Set(ids).size === ids.length
    ? []
    : [reviewFinding('REV-01', 'block', 'components', '方案中有重复的编号，请删去重复的一项')]
}

/** What keeps a scheme from being used. */
export function schemeProblems(scheme: Scheme): readonly Finding[] {
  const { returns } = scheme
  const found = [
    ...weightsAdd('components', '综合分', scheme.components),
    ...componentProblems(scheme),
    ...indicatorProblems(scheme),
    ...gradeProblems(scheme),
    ...doubleIds(scheme),
  ]
  if (returns.voidBelow <= returns.lowBelow) return found
  const message = '收回率的“不计分”界限不能高于“偏低”界限'
  return [...found, reviewFinding('REV-03', 'block', 'returns', message)]
}

/** Why a scheme may not be changed now; frozen with the first ballots, after that only for a written reason. */
export function whyFrozen(ballotsIn: number, reason: string): string | null {
  if (ballotsIn === 0 || reason.trim() !== '') return null
  return `已收回 ${ballotsIn} 张测评票，方案已冻结；确需调整的，请写明原因`
}

const raterGroups = ({ components }: Scheme) =>
  components.flatMap((component) =>
    component.kind === 'daily' ? [] : component.groups.map((group) => ({ component, group })),
  )

/** Whether nothing of its direction is shown before it has voted. */
const isWaitedFor = ({ weight, isOptional }: RaterGroup) => weight > 0 && !isOptional

/**
 * REV-06: why a scheme may not be changed so any more once ballots are counted, whatever the reason: with small groups merged
 * otherwise, or counted where they were not, what was shown before and what is shown after give their ballots away.
 */
export function whyGroupsStay(before: Scheme, after: Scheme): string | null {
  const now = raterGroups(after)
  const moved = raterGroups(before).find(({ component, group }) =>
    now.every(
      (each) =>
        each.component.id !== component.id ||
        each.group.id !== group.id ||
        each.group.mergesInto !== group.mergesInto ||
        isWaitedFor(each.group) !== isWaitedFor(group),
    ),
  )
  const isSame = before.hideBelow === after.hideBelow && before.returns.voidBelow === after.returns.voidBelow
  if (moved === undefined && isSame) return null
  const what =
    moved === undefined
      ? '最少显示人数和不计分的收回率'
      : `测评群体“${moved.group.name}”、它并入的群体和是否必须测评`
  return `已有测评票计票，${what}不能再改：改动前后的结果相减，会看出少数人的票`
}

const scoring = ({ gradePoints, indicators, components }: Scheme) =>
  JSON.stringify([
    grades.map((grade) => gradePoints[grade]),
    indicators.map(({ id, points, children }) => [
      id,
      points,
      children.map((child) => [child.id, child.points]),
    ]),
    components.flatMap((each) =>
      each.kind === 'rated'
        ? [[each.id, each.form.scoredBy, each.groups.map(({ id, weight }) => [id, weight])]]
        : [],
    ),
  ])

/**
 * REV-06: of a direction with few ballots the score alone is shown; scored twice in two ways it would tell its counts. So how
 * ballots are scored stays once such a direction is counted.
 */
export function whyScoringStays(before: Scheme, after: Scheme, hasFew: boolean): string | null {
  if (!hasFew || scoring(before) === scoring(after)) return null
  return `有的测评方向已计票而有效票不足 ${before.hideBelow} 张，等次分值、指标分值、计分方式和群体权重不能再改：换一种算法再计一次分，会看出少数人的票`
}
