import { describe, expect, it } from 'vitest'
import { wasShownBefore } from '#core/reviewBallots/shownBefore.ts'
import type { BatchSpan } from '#db/queries/reviewBallots.ts'
import type { RaterGroup } from '#shared/domain/reviews/scheme.ts'
import { instant } from '#shared/lib/dates.ts'

const at = (minute: number) => instant(new Date(Date.UTC(2026, 2, 1, 8, minute)))

const group = (id: string, isOptional = false): RaterGroup => ({
  id,
  name: id,
  kind: 'members',
  weight: 50_00,
  isOptional,
  mergesInto: null,
})

const component = { groups: [group('party'), group('public', true)] }

/** `opened`, `closed`: minutes. */
function span(
  opened: number,
  closed: number | null,
  groupId = 'party',
  state: BatchSpan['state'] = closed === null ? 'open' : 'closed',
): BatchSpan {
  return {
    id: `${groupId} ${opened}`,
    subjectId: 's',
    groupId,
    state,
    openedAt: at(opened),
    closedAt: closed === null ? null : at(closed),
  }
}

const isShown = (spans: readonly BatchSpan[], opened: number, of = component) =>
  wasShownBefore(of, spans, at(opened))

describe('REV-06: whether a result could be seen before a batch was opened', () => {
  it('after the batch before it was closed, even in the same instant; not while that lay open', () => {
    expect([3, 4, 5].map((opened) => isShown([span(1, 4)], opened))).toEqual([false, true, true])
  })

  it('batches that overlap one into the other are one, closed as they are by now', () => {
    expect(isShown([span(1, 3), span(2, 6)], 5)).toBe(false)
    expect(isShown([span(1, 3), span(4, 6)], 5)).toBe(true)
  })

  it('not before every group that is waited for was counted', () => {
    expect(isShown([span(1, 2, 'public')], 3)).toBe(false)
    expect(isShown([span(1, 2)], 3, { groups: [group('party'), group('peers')] })).toBe(false)
    expect(isShown([], 3, { groups: [group('public', true)] })).toBe(false)
  })

  it('REV-02: a void batch hides it until its own group was rated again', () => {
    const [party, voided] = [span(1, 3), span(2, 4, 'public', 'void')]
    expect(isShown([party, voided], 5)).toBe(false)
    expect(isShown([party, voided, span(5, 6)], 7)).toBe(false)
    expect(isShown([party, voided, span(5, 6, 'public')], 7)).toBe(true)
  })
})
