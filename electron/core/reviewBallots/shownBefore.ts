import type { BatchSpan } from '#db/queries/reviewBallots.ts'
import type { RatedComponent } from '#shared/domain/reviews/scheme.ts'

/**
 * REV-06: whether the result of a direction on somebody could be seen before `openedAt`. Nothing is shown while any batch of it
 * is open, so batches that overlap in time are one: what counts is what was closed before the first of them was opened.
 */
export function wasShownBefore(
  component: Pick<RatedComponent, 'groups'>,
  spans: readonly BatchSpan[],
  openedAt: string,
): boolean {
  const start = startOf(
    spans.map((span) => untilHeldAgain(span, spans)),
    openedAt,
  )
  const closed = spans.filter(
    ({ state, closedAt }) => state === 'closed' && closedAt !== null && closedAt <= start,
  )
  return (
    closed.length > 0 &&
    component.groups.every(
      ({ id, weight, isOptional }) =>
        weight === 0 || isOptional || closed.some(({ groupId }) => groupId === id),
    )
  )
}

/** REV-02: a void batch keeps the direction from being shown until its group is rated again, as if it were open. */
function untilHeldAgain(span: BatchSpan, spans: readonly BatchSpan[]): BatchSpan {
  const { state, closedAt: voidAt } = span
  if (state !== 'void' || voidAt === null) return span
  const again = spans
    .filter(({ id, groupId, openedAt }) => id !== span.id && groupId === span.groupId && openedAt >= voidAt)
    .map(({ openedAt }) => openedAt)
    .toSorted()
  return { ...span, closedAt: again[0] ?? null }
}

/** When the first of the batches was opened that were open one into the other until `at`. */
function startOf(spans: readonly BatchSpan[], at: string): string {
  const earlier = spans.find(
    ({ openedAt, closedAt }) => openedAt < at && (closedAt === null || closedAt > at),
  )
  return earlier === undefined ? at : startOf(spans, earlier.openedAt)
}
