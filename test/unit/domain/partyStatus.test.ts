import { describe, expect, it } from 'vitest'
import {
  allowedTransitions,
  checkTransition,
  isCountedStatus,
  partyStatuses,
} from '#shared/domain/partyStatus.ts'
import type { PartyStatus, TransitionFacts } from '#shared/domain/partyStatus.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const facts: TransitionFacts = {
  personType: '1',
  joinKind: '1',
  partyStatusKind: null,
  partyStatusDoc: null,
  previousSince: null,
  changedOn: dateOnly('2026-10-31'),
}

const codes = (from: PartyStatus, to: PartyStatus, more: Partial<TransitionFacts> = {}) =>
  checkTransition(from, to, { ...facts, ...more }, defaultRuleSettings).map(
    ({ severity, code }) => `${severity} ${code}`,
  )

describe('the state machine of 党籍 (domain 2.4)', () => {
  it('lets a member in good standing go anywhere', () => {
    expect(allowedTransitions('ZC').toSorted()).toEqual(
      partyStatuses.filter((status) => status !== 'ZC').toSorted(),
    )
  })

  it('finds nothing on any arrow of the diagram', () => {
    for (const to of allowedTransitions('ZC')) expect(codes('ZC', to)).toEqual([])
    for (const from of ['LC', 'ZZQL', 'XQ'] as const) {
      expect([...codes(from, 'ZC'), ...codes(from, 'CD'), ...codes(from, 'SW')]).toEqual([])
    }
    expect([...codes('TZ', 'CD'), ...codes('ZCU', 'ZC'), ...codes('ZC', 'ZC')]).toEqual([])
  })

  it('MEM-03: 出党 to 正常 is blocked, except restored with a paper', () => {
    expect(codes('CD', 'ZC')).toEqual(['block MEM-03'])
    expect(codes('CD', 'ZC', { joinKind: '4' })).toEqual(['block MEM-03'])
    expect(codes('CD', 'ZC', { partyStatusDoc: '批文' })).toEqual(['block MEM-03'])
    expect(codes('CD', 'ZC', { joinKind: '4', partyStatusDoc: '批文' })).toEqual([])
  })

  it('MEM-02: 停止党籍 may be lifted within two years and with a paper', () => {
    const doc = { partyStatusDoc: '批文' }
    expect(codes('TZ', 'ZC', { ...doc, previousSince: partialDate('2024-10-31') })).toEqual([])
    expect(codes('TZ', 'ZC', { ...doc, previousSince: partialDate('2024-10-30') })).toEqual(['red MEM-02'])
    expect(codes('TZ', 'ZC')).toEqual(['yellow MEM-02'])
  })

  it('STATUS_TRANSITION: the dead do not come back without a word of explanation', () => {
    expect(codes('SW', 'ZC')).toEqual(['red STATUS_TRANSITION'])
    expect(codes('TZ', 'LC')).toEqual(['red STATUS_TRANSITION'])
  })

  it('STA-01: 留党察看, 限期改正 and 中止权利 still count; 停止党籍 and those gone do not', () => {
    expect(partyStatuses.filter(isCountedStatus)).toEqual(['ZC', 'LC', 'ZZQL', 'XQ'])
    expect(isCountedStatus(null)).toBe(false)
  })
})
