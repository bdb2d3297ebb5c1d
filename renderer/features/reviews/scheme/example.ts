import type { Batch } from '#shared/domain/reviews/components.ts'
import { explainScore, type ScoreExplanation } from '#shared/domain/reviews/explainScore.ts'
import { type Grade, gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { type BallotItem, itemsOf, type RatedComponent, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { suggestGrade } from '#shared/domain/reviews/suggestedGrade.ts'
import type { ItemTally, Tally } from '#shared/domain/reviews/tallies.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'

type Counts = Readonly<Record<Grade, number>>

/** The numbers of the example: so many ballots of those above, so many of the members, 90 for daily work. */
const above: Counts = { best: 5, good: 3, fair: 2, poor: 0 }
const members: Counts = { best: 40, good: 15, fair: 5, poor: 0 }
const dailyScore = 90_00

export interface WorkedExample {
  readonly inputs: readonly string[]
  readonly total: ScoreExplanation
  /** 建议等次. */
  readonly grade: string
}

/** Points are given as the grades are worth, so that both kinds of ballots say the same. */
function tallyOf(scheme: Scheme, item: BallotItem, counts: Counts): ItemTally {
  if (item.by === 'grades') return { by: 'grades', counts, abstained: 0 }
  const points = (grade: Grade) => Math.round((item.most * scheme.gradePoints[grade]) / 100_00)
  return {
    by: 'points',
    votes: grades.reduce((sum, grade) => sum + counts[grade], 0),
    sum: grades.reduce((sum, grade) => sum + counts[grade] * points(grade), 0),
    abstained: 0,
  }
}

const countsOf = ({ direction }: RatedComponent): Counts => (direction === 'down' ? members : above)

/** Groups that may be missing are left out: 无群众票则其权重让给其他群体. */
function batchesOf(scheme: Scheme, component: RatedComponent): readonly Batch[] {
  const counts = countsOf(component)
  const ballots = grades.reduce((sum, grade) => sum + counts[grade], 0)
  const tally: Tally = Object.fromEntries(
    itemsOf(scheme, component.form).map((item): [string, ItemTally] => [
      item.id,
      tallyOf(scheme, item, counts),
    ]),
  )
  const needed = component.groups.filter(({ isOptional }) => !isOptional)
  return (needed.length === 0 ? component.groups : needed).map(({ id }) => ({
    groupId: id,
    isClosed: true,
    issued: ballots,
    returned: ballots,
    invalid: 0,
    tally,
  }))
}

function ballotWords({ gradeSet }: Scheme, name: string, counts: Counts): string {
  const names = gradeNames[gradeSet]
  return `${name}：${grades.map((grade) => `${names[grade]} ${counts[grade]} 票`).join('、')}`
}

/** How a score comes about under this scheme, computed as real ones are; null while the scheme cannot be used. */
export function workedExample(scheme: Scheme): WorkedExample | null {
  if (schemeProblems(scheme).length > 0) return null
  const used = scheme.components.filter(({ weight }) => weight > 0)
  const batches = used.flatMap((component) =>
    component.kind === 'rated' ? batchesOf(scheme, component) : [],
  )
  const parts = used.flatMap((component) => (component.kind === 'daily' ? component.parts : []))
  const daily = Object.fromEntries(parts.map(({ id }) => [id, dailyScore]))
  // The example is of enough ballots, whatever the scheme asks for.
  const { total, hundredths, components } = scoreSubject({ ...scheme, hideBelow: 5 }, { batches, daily })
  if (total === null || hundredths === null) return null
  const poor = components.find(({ poor: share }) => share !== null)?.poor ?? null
  const { grade } = suggestGrade(scheme, { hundredths, poor, vetoIds: [] })
  const inputs = used.map((component) =>
    component.kind === 'rated'
      ? ballotWords(scheme, component.name, countsOf(component))
      : `${component.name}：90 分`,
  )
  return { inputs, total: explainScore(total), grade: gradeNames[scheme.gradeSet][grade] }
}
