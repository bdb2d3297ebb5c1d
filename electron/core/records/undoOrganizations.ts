import type { ReadDb, WriteDb } from '#db/database.ts'
import { isInScope } from '#db/queries/scope.ts'
import { allOrganizationRows, branchesWithMembers, pointingAt, type RawRow } from '#db/queries/undoRows.ts'
import { mayStandUnder, type OrganizationType, organizationTypes } from '#shared/domain/organizationKinds.ts'
import { branchMatchKey } from './branchNames.ts'
import { renewTreeOrder } from './organizationStore.ts'
import { problemOf } from './undoLater.ts'
import { isEndedRow, isLiving, overlay, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

/** Rows of the whole street as they would be. */
type Tree = ReadonlyMap<string, RawRow>

/** The tree must still be one: codes and names given once, everybody under somebody who may have them, nobody under an ended one. */
export function organizationProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const after = overlay(all)
  const rows = allOrganizationRows(db)
    .map((row) => after('organization', row))
    .filter((row) => row !== null)
  const tree: Tree = new Map(rows.map((row) => [String(row.id), row]))
  const living = rows.filter(isLiving)
  const unbranched = steps.filter(
    ({ now, next }) => textIn(now, 'type') === 'ZB' && textIn(next, 'type') !== 'ZB',
  )
  const withMembers = branchesWithMembers(
    db,
    unbranched.map(({ id }) => id),
  )
  const ofTree = steps
    .filter((step) => isLiving(step.next))
    .flatMap((step) => {
      const found =
        endedProblem(step) ??
        nameProblem(db, step, living) ??
        placeProblem(step, tree) ??
        belowProblem(step, living) ??
        (withMembers.has(step.id)
          ? problemOf(
              step,
              'misplaced',
              `“${step.name}”有党员，组织关系只能在党支部，不能改回原来的类别`,
              null,
              step,
            )
          : null)
      return found ?? []
    })
  return [...ofTree, ...groupProblems(db, steps, all)]
}

/** A group goes to another branch only when nobody is in it. */
function groupProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const moved = new Map(steps.filter((step) => changes(step, ['parent_id'])).map((step) => [step.id, step]))
  if (moved.size === 0) return []
  const after = overlay(all)
  return pointingAt(db, { child: 'member', column: 'group_id' }, [...moved.keys()])
    .flatMap((row) => {
      const next = after('member', row)
      const group = isLiving(next) ? moved.get(textIn(next, 'group_id') ?? '') : undefined
      if (!group || textIn(next, 'organization_id') === textIn(group.next, 'parent_id')) return []
      const because = { kind: 'member', id: String(row.id) } as const
      const sentence = `“${group.name}”里已有党员“${textIn(row, 'name') ?? ''}”，要先编入别的党小组才能移回`
      return [problemOf(group, 'inUse', sentence, null, because)]
    })
    .slice(0, 1)
}

const changes = ({ set }: UndoStep, columns: readonly string[]) =>
  columns.some((column) => Object.hasOwn(set, column))

function endedProblem(step: UndoStep): UndoProblem | null {
  if (!isEndedRow(step.now) || changes(step, ['status', 'deleted_at'])) return null
  return problemOf(step, 'ended', `“${step.name}”后来已撤销或合并，只能查看`, null, step)
}

function nameProblem(db: ReadDb, step: UndoStep, living: readonly RawRow[]): UndoProblem | null {
  if (!changes(step, ['code', 'short_name', 'status', 'deleted_at'])) return null
  const { next, id } = step
  const others = living.filter((row) => row.id !== id)
  const code = textIn(next, 'code')
  const sameCode = code === null ? undefined : others.find((row) => row.code === code)
  const sameName = isNamed(next)
    ? others.find((row) => isNamed(row) && row.short_name === next?.short_name)
    : undefined
  const other = sameCode ?? sameName
  if (!other) return null
  const isSeen = isInScope(db, String(other.id))
  const who = isSeen ? `“${textIn(other, 'short_name') ?? ''}”` : '本街道其他党组织'
  const what = sameCode ? `代码“${code ?? ''}”` : `简称“${textIn(next, 'short_name') ?? ''}”`
  const because = isSeen ? ({ kind: 'organization', id: String(other.id) } as const) : null
  return problemOf(step, 'nameTaken', `“${step.name}”原来的${what}现在由${who}使用`, null, because)
}

/** Groups of different branches may be called the same. */
const isNamed = (row: RawRow | null) => !isEndedRow(row) && textIn(row, 'type') !== 'XZ'

const typeOf = (row: RawRow | null | undefined): OrganizationType | undefined =>
  organizationTypes.find((type) => type === row?.type)

function placeProblem(step: UndoStep, tree: Tree): UndoProblem | null {
  const { next, id } = step
  if (!changes(step, ['parent_id', 'type', 'status', 'deleted_at']) || isEndedRow(next)) return null
  const parentId = textIn(next, 'parent_id')
  const parent = parentId === null ? null : (tree.get(parentId) ?? null)
  const because = parentId === null ? step : ({ kind: 'organization', id: parentId } as const)
  if (parentId !== null && (!isLiving(parent) || isEndedRow(parent)))
    return problemOf(
      step,
      'placeGone',
      `“${step.name}”原来的上级“${textIn(parent, 'short_name') ?? ''}”已撤销、合并或删除，放不回去`,
      null,
      because,
    )
  const type = typeOf(next)
  const above = typeOf(parent)
  // Imports may set branches at the very top; what stood there may stand there again.
  if (type !== undefined && above !== undefined && !mayStandUnder(type, above))
    return problemOf(step, 'misplaced', `“${step.name}”按原来的类别不能设在现在的上级之下`, null, because)
  return isBelowItself(id, tree)
    ? problemOf(step, 'misplaced', `“${step.name}”原来的上级现在是它自己的下级`, null, because)
    : null
}

function isBelowItself(id: string, tree: Tree): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null; at = textIn(tree.get(at) ?? null, 'parent_id')) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

function belowProblem(step: UndoStep, living: readonly RawRow[]): UndoProblem | null {
  const type = typeOf(step.next)
  if (type === undefined || !changes(step, ['type'])) return null
  const misplaced = living.find((row) => {
    const own = typeOf(row)
    return row.parent_id === step.id && !isEndedRow(row) && own !== undefined && !mayStandUnder(own, type)
  })
  if (!misplaced) return null
  const because = { kind: 'organization', id: String(misplaced.id) } as const
  const name = textIn(misplaced, 'short_name') ?? ''
  return problemOf(step, 'misplaced', `“${step.name}”按原来的类别不能有下级“${name}”`, null, because)
}

export function organizationDerived({ next, set }: UndoStep): RawRow {
  const name = textIn(next, 'short_name')
  return Object.hasOwn(set, 'short_name') && name !== null ? { match_key: branchMatchKey(name) } : {}
}

export function afterOrganizations(tx: WriteDb): void {
  renewTreeOrder(tx)
}
