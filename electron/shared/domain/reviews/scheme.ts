import { z } from 'zod'
import { grades, gradeSets } from './grades.ts'
import { fullMarks } from './hundredths.ts'
import { directions, raterKinds, subjectKinds } from './words.ts'

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1, '请填写名称').max(60, '最多 60 个字')
/** Hundredths: of a point, or of a percent. */
const hundredths = z
  .int('请填写 0–100 的数，最多两位小数')
  .min(0, '不能小于 0')
  .max(fullMarks, '不能超过 100')
const percent = z.int('请填写 0–100 的整数').min(0, '不能小于 0').max(100, '不能超过 100')
const grade = z.enum(grades)

const leafSchema = z.strictObject({ id, name, points: hundredths })

/** 一级指标; without 二级 it is marked itself. */
const indicatorSchema = leafSchema.extend({ children: z.array(leafSchema).max(20) })

/** 票种: what a ballot of this direction asks, and what its score is made of. */
const formSchema = z.strictObject({
  /** How each indicator is marked: points, one of four grades, or not at all. */
  items: z.enum(['points', 'grades', 'none']),
  /** Points are given out of 100, or out of the indicator's own points. */
  scale: z.enum(['hundred', 'own']),
  hasOverall: z.boolean(),
  scoredBy: z.enum(['overall', 'items']),
})

const groupSchema = z.strictObject({
  id,
  name,
  kind: z.enum(raterKinds),
  weight: hundredths,
  /** Its weight goes to the others where nobody of it voted (无群众票则 D'=D). */
  isOptional: z.boolean(),
  /** REV-06: the group it is counted with when it has too few ballots; null: the smallest other one. */
  mergesInto: id.nullable(),
})

const ratedSchema = z.strictObject({
  kind: z.literal('rated'),
  id,
  name,
  weight: hundredths,
  direction: z.enum(directions),
  form: formSchema,
  groups: z.array(groupSchema).min(1, '至少要有一个测评群体').max(20),
})

/** 日常考核（实地、台账）: scores out of 100, given one by one. */
const dailySchema = z.strictObject({
  kind: z.literal('daily'),
  id,
  name,
  weight: hundredths,
  parts: z
    .array(z.strictObject({ id, name, weight: hundredths }))
    .min(1, '至少要有一项')
    .max(20),
})

/** How one kind of people accounts, is rated and graded; frozen when the first ballots are in. */
export const schemeSchema = z.strictObject({
  subjects: z.array(z.enum(subjectKinds)).min(1, '请选择述职对象'),
  gradeSet: z.enum(gradeSets),
  gradePoints: z.record(grade, hundredths),
  bands: z.strictObject({ best: hundredths, good: hundredths, fair: hundredths }),
  indicators: z.array(indicatorSchema).max(30),
  components: z
    .array(z.discriminatedUnion('kind', [ratedSchema, dailySchema]))
    .min(1)
    .max(10),
  /** REV-03: below the first yellow, below the second red and not counted. */
  returns: z.strictObject({ lowBelow: percent, voidBelow: percent }),
  /** REV-06: may be raised, never lowered. */
  hideBelow: z.int('请填写 5–50 的整数').min(5, '不能少于 5 人').max(50, '不能超过 50 人'),
  /** REV-07: more 差 among the members than so many percent, and the suggestion is no higher than this. */
  poorShare: z.strictObject({ above: percent, atMost: grade }),
  /** REV-08; null for no limit. */
  bestLimit: percent.nullable(),
  /** REV-10 */
  vetoes: z.array(z.strictObject({ id, name, atMost: grade })).max(20),
})

export type Scheme = Readonly<z.output<typeof schemeSchema>>
export type RatedComponent = Readonly<z.output<typeof ratedSchema>>
export type DailyComponent = Readonly<z.output<typeof dailySchema>>
export type RaterGroup = RatedComponent['groups'][number]
export type BallotForm = RatedComponent['form']
export type Indicator = Scheme['indicators'][number]
export type Leaf = Readonly<z.output<typeof leafSchema>>

/** The indicators somebody marks: 二级, or 一级 that have none. */
export function leavesOf(indicators: readonly Indicator[]): readonly Leaf[] {
  return indicators.flatMap((indicator): readonly Leaf[] =>
    indicator.children.length > 0 ? indicator.children : [indicator],
  )
}

/** 总体评价 stands beside the indicators under a name of its own. */
export const overallId = 'overall'

/** One thing a ballot asks. */
export interface BallotItem {
  readonly id: string
  readonly name: string
  readonly by: 'points' | 'grades'
  /** Full marks in hundredths; of grades 100. */
  readonly most: number
}

export function itemsOf(scheme: Scheme, form: BallotForm): readonly BallotItem[] {
  const { items: by, scale } = form
  const marked: readonly BallotItem[] =
    by === 'none'
      ? []
      : leavesOf(scheme.indicators).map(({ id, name, points }) => ({
          id,
          name,
          by,
          most: by === 'points' && scale === 'own' ? points : fullMarks,
        }))
  const overall: BallotItem = { id: overallId, name: '总体评价', by: 'grades', most: fullMarks }
  return form.hasOverall ? [...marked, overall] : marked
}
