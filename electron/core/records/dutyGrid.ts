import type { ReadDb } from '#db/database.ts'
import { listSecretaryPosts } from '#db/queries/meetingDuties.ts'
import type { Grid, GridCell, GridRow } from '#shared/contract/meetingRows.ts'
import {
  completion,
  type Duty,
  dutyFinder,
  type DutyKind,
  dutyKinds,
  type DutyStanding,
  type DutyState,
} from '#shared/domain/meetings/duties.ts'
import { monthsJudge } from '#shared/domain/meetings/dutyMonths.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { readDutyPlaces } from './dutyBranches.ts'
import { readOrganizationTree } from './organizationTree.ts'
import { personToCall } from './personToCall.ts'

export interface GridAsked {
  readonly organizationId: string | null
  readonly year: number
  /** Rows and their counts of this kind alone; null for all. */
  readonly kind: DutyKind | null
}

type Judged = Duty & DutyStanding

/** Every branch asked for, in tree order, and what they come to together (LIFE-15). */
export interface DutyGrid extends Pick<Grid, 'byKind'> {
  readonly rows: readonly GridRow[]
}

/** 完成率 by branch, kind and period: judged from what the year's bits say, never from the meetings. */
export function readDutyGrid(
  db: ReadDb,
  { organizationId, year, kind }: GridAsked,
  today: DateOnly,
): DutyGrid {
  const tree = readOrganizationTree(db)
  const places = readDutyPlaces(db, tree, { organizationId, year })
  const posts = Map.groupBy(listSecretaryPosts(db, null), (post) => post.organizationId)
  const dutiesOf = dutyFinder(year)
  const judge = monthsJudge(today, defaultRuleSettings['life.nearDays'])
  const sums = new Map(dutyKinds.map((each) => [each, { done: 0, owed: 0, toCall: 0 }]))
  const rows = places.map(({ row, branch, held }): GridRow => {
    const byKind = Map.groupBy(dutiesOf(branch), (duty) => duty.kind)
    const cells: GridCell[] = []
    const counts = { done: 0, owed: 0, near: 0 }
    for (const [each, duties] of byKind) {
      const ofKind = held.filter((months) => months.kind === each)
      const judged = duties.map((duty): Judged => ({ ...duty, ...judge(duty, ofKind) }))
      const { done, owed } = completion(judged)
      const sum = sums.get(each)
      if (sum) {
        sum.done += done
        sum.owed += owed
        if (owed > done) sum.toCall += 1
      }
      if (kind !== null && kind !== each) continue
      counts.done += done
      counts.owed += owed
      counts.near += judged.filter(({ state }) => state === 'near').length
      cells.push(...(each === 'groupMeeting' ? groupCells(judged) : judged.map(cellOf)))
    }
    return {
      organizationId: row.id,
      organizationName: row.shortName,
      parentName: (row.parentId === null ? undefined : tree.get(row.parentId)?.shortName) ?? '',
      contactName: personToCall(row, posts.get(row.id) ?? [], today).name,
      cells,
      ...counts,
      missing: counts.owed - counts.done,
    }
  })
  return { rows, byKind: [...sums].map(([each, sum]) => ({ kind: each, ...sum })) }
}

const cellOf = ({ kind, period: { length, no }, state }: Judged): GridCell => ({
  kind,
  length,
  no,
  state,
  groups: null,
})

const worstFirst: readonly DutyState[] = ['missing', 'draft', 'near', 'open', 'done']

/** One cell a month for all groups: as its worst group stands. */
function groupCells(judged: readonly Judged[]): readonly GridCell[] {
  return [...Map.groupBy(judged, ({ period }) => period.no)].map(([no, of]) => ({
    kind: 'groupMeeting',
    length: 'month',
    no,
    state: worstFirst.find((state) => of.some((each) => each.state === state)) ?? 'open',
    groups: of.some(({ group }) => group === null)
      ? null
      : { done: of.filter(({ state }) => state === 'done').length, owed: of.length },
  }))
}

/** Pages of the grid, and its sums. */
export function gridOf(
  { rows, byKind }: DutyGrid,
  {
    year,
    only,
    offset,
    limit,
  }: Pick<Grid, 'year'> & {
    readonly only: 'missing' | 'near' | null
    readonly offset: number
    readonly limit: number
  },
): Grid {
  const missing = rows.filter((row) => row.missing > 0)
  const near = rows.filter((row) => row.near > 0)
  const kept = only === null ? rows : only === 'missing' ? missing : near
  return {
    year,
    rows: kept.slice(offset, offset + limit),
    branches: rows.length,
    total: kept.length,
    done: rows.reduce((sum, row) => sum + row.done, 0),
    owed: rows.reduce((sum, row) => sum + row.owed, 0),
    byKind,
    toCall: missing.length,
    near: near.length,
  }
}
