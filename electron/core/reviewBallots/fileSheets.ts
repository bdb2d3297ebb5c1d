import {
  type BallotItem,
  itemsOf,
  overallId,
  type RatedComponent,
  type RaterGroup,
  type Scheme,
} from '#shared/domain/reviews/scheme.ts'
import { fullMarks } from '#shared/domain/reviews/hundredths.ts'
import { readMark } from '#shared/domain/reviews/marks.ts'
import { squeeze } from '#shared/lib/text.ts'
import type { BallotTable } from './ballotTable.ts'

/** A sheet of ballots beside the direction and group of the scheme it belongs to. */
export interface FittedSheet {
  readonly table: BallotTable
  /** Null where the scheme has no such group. */
  readonly of: { readonly component: RatedComponent; readonly group: RaterGroup } | null
  readonly items: readonly BallotItem[]
  /** The column of each item; -1 where there is none. */
  readonly columns: readonly number[]
  readonly whyNot: readonly string[]
}

const rated = ({ components }: Scheme) =>
  components.flatMap((component) => (component.kind === 'rated' ? [component] : []))

/** What a sheet that does not fit asks, as far as its cells tell: it is looked through all the same, so that its slips are seen. */
function asWritten({ marks, rows }: BallotTable, { gradeSet }: Scheme): readonly BallotItem[] {
  return marks.flatMap((name, index): readonly BallotItem[] => {
    const items = (['points', 'grades'] as const).map((by) => ({
      id: name === '总体评价' ? overallId : name,
      name,
      by,
      most: fullMarks,
    }))
    const hits = items.map((item) => {
      const found = rows.filter(({ marks: cells }) => {
        const { is } = readMark(cells[index] ?? null, item, gradeSet)
        return is === 'points' || is === 'grade'
      })
      return { item, count: found.length }
    })
    const best = hits.toSorted((a, b) => b.count - a.count)[0]
    return best === undefined || best.count === 0 ? [] : [best.item]
  })
}

function columnsOf({ marks }: BallotTable, items: readonly BallotItem[]): readonly number[] {
  return items.map(({ name }) => marks.findIndex((label) => squeeze(label) === squeeze(name)))
}

const listed = (names: readonly string[]) => names.map((name) => `“${name.slice(0, 30)}”`).join('、')

/** Where a sheet belongs by its name, and which column is what by its header. */
export function fitSheet(scheme: Scheme, table: BallotTable): FittedSheet {
  const of = rated(scheme).flatMap((component) =>
    component.groups
      .filter(({ name }) => squeeze(name) === squeeze(table.name))
      .map((group) => ({ component, group })),
  )
  const [only, ...others] = of
  if (only === undefined || others.length > 0) {
    const items = asWritten(table, scheme)
    const all = rated(scheme).flatMap(({ groups }) => groups.map(({ name }) => name))
    const why =
      only === undefined
        ? `工作表${listed([table.name])}不是方案里的测评群体（方案里有${listed(all)}），请改工作表名称，或先改方案`
        : `方案里有几个测评群体都叫${listed([table.name])}，分不清是哪一个，请先改方案`
    return { table, of: null, items, columns: columnsOf(table, items), whyNot: [why] }
  }
  const items = itemsOf(scheme, only.component.form)
  const columns = columnsOf(table, items)
  const missing = items.filter((_, index) => columns[index] === -1).map(({ name }) => name)
  const unknown = table.marks.filter(
    (label, index) => !columns.includes(index) && table.rows.some(({ marks }) => marks[index] !== ''),
  )
  const whyNot = [
    ...(missing.length === 0 ? [] : [`工作表${listed([table.name])}缺少${listed(missing)}列`]),
    ...(unknown.length === 0
      ? []
      : [
          `工作表${listed([table.name])}的${listed(unknown)}不是“${only.component.name}”测评票上的项目，请改表头，或先改方案`,
        ]),
  ]
  if (whyNot.length === 0) return { table, of: only, items, columns, whyNot }
  const written = asWritten(table, scheme)
  return { table, of: only, items: written, columns: columnsOf(table, written), whyNot }
}
