import type { BoardRow } from '#shared/contract/reviewRows.ts'
import { flowSteps, type FlowStepKey } from '#shared/domain/reviews/flow.ts'

export interface BoardView {
  /** Whose next step it is; `done`: who has none left. */
  readonly step: FlowStepKey | 'done' | null
  readonly organizationId: string | null
}

export function boardViewOf(params: URLSearchParams): BoardView {
  const asked = params.get('step')
  return {
    step: asked === 'done' ? 'done' : (flowSteps.find((step) => step === asked) ?? null),
    organizationId: params.get('org'),
  }
}

interface Place {
  readonly id: string
  readonly parentId: string | null
}

/** An organisation with everything below it; parents come before children. */
export function withBelow(nodes: readonly Place[], organizationId: string): ReadonlySet<string> {
  const found = new Set([organizationId])
  for (const { id, parentId } of nodes) if (parentId !== null && found.has(parentId)) found.add(id)
  return found
}

const placeOf = ({ next }: BoardRow) => next ?? 'done'

/** How many have which step next, in order. */
export function countsByNext(
  rows: readonly BoardRow[],
): readonly { readonly step: FlowStepKey | 'done'; readonly count: number }[] {
  const steps: readonly (FlowStepKey | 'done')[] = [...flowSteps, 'done']
  return steps
    .map((step) => ({ step, count: rows.filter((row) => placeOf(row) === step).length }))
    .filter(({ count }) => count > 0)
}

/** Those asked for. */
export function shownRows(
  rows: readonly BoardRow[],
  step: BoardView['step'],
  organizations: ReadonlySet<string> | null,
): readonly BoardRow[] {
  return rows.filter(
    (row) =>
      (step === null || placeOf(row) === step) &&
      (organizations === null || organizations.has(row.organizationId)),
  )
}
