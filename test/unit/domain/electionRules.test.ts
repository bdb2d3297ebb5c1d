import { describe, expect, it } from 'vitest'
import {
  candidateFindings,
  candidatesExplained,
  candidatesNeeded,
  directFindings,
  electsDirectly,
  tellerFindings,
  whyNoElection,
} from '#shared/domain/electionCandidates.ts'
import {
  completionFindings,
  earlyFindings,
  electionSteps,
  stepFindings,
} from '#shared/domain/electionSteps.ts'
import {
  candidateRightFindings,
  congressFindings,
  countVoters,
  type Electorate,
  exemptionFindings,
} from '#shared/domain/electionVoters.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly } from '#shared/lib/dates.ts'

const settings = defaultRuleSettings

describe('candidates (ORG-30, ORG-36, ORG-41)', () => {
  it('ORG-30: a fifth more, rounded up: 3 → 4, 5 → 6, 7 → 9', () => {
    expect([1, 3, 5, 6, 7, 9, 10].map((seats) => candidatesNeeded(seats, settings))).toEqual([
      2, 4, 6, 8, 9, 11, 12,
    ])
  })

  it('ORG-30: three candidates for three seats lack one, four are enough', () => {
    const of = (count: number) =>
      candidateFindings('committee', { seats: 3, count, isDirect: false }, settings)
    expect(of(3)).toMatchObject([
      { code: 'ORG-30', severity: 'yellow', message: expect.stringContaining('还差 1 名') },
    ])
    expect(of(4)).toEqual([])
    expect(of(5)).toEqual([])
    expect(candidatesExplained(3, 3, settings).result).toBe('3 + 1 = 4 名，还差 1 名')
  })

  it('ORG-30: secretaries chosen by the committee are 等额, those chosen by the meeting are not judged', () => {
    const of = (count: number, isDirect: boolean) =>
      candidateFindings('secretary', { seats: 1, count, isDirect }, settings).length
    expect([of(1, false), of(2, false), of(2, true), of(1, true)]).toEqual([0, 1, 0, 0])
    expect(candidateFindings('deputy', { seats: 0, count: 0, isDirect: false }, settings)).toEqual([])
  })

  it('ORG-36: a teller who stands as candidate is named; the others are not', () => {
    const tellers = [
      { memberId: 'a', name: '甲' },
      { memberId: 'b', name: '乙' },
      { memberId: null, name: '丙' },
    ]
    const found = tellerFindings(tellers, ['b', null])
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain('“乙”')
  })

  it('ORG-41: below seven 正式党员 a branch elects its secretary directly', () => {
    expect(electsDirectly({ type: 'ZB', full: 6 }, settings)).toBe(true)
    expect(electsDirectly({ type: 'ZB', full: 7 }, settings)).toBe(false)
    expect(electsDirectly({ type: 'ZZ', full: 6 }, settings)).toBe(false)
    expect(directFindings({ type: 'ZB', full: 6, isDirect: false }, settings)).toMatchObject([
      { code: 'ORG-41' },
    ])
    expect(directFindings({ type: 'ZB', full: 7, isDirect: true }, settings)).toMatchObject([
      { code: 'ORG-41' },
    ])
    expect(directFindings({ type: 'ZB', full: 7, isDirect: false }, settings)).toEqual([])
  })

  it('ORG-06, ORG-10: temporary branches, the working committee and groups hold no elections', () => {
    const why = (type: 'ZB' | 'DGW' | 'XZ' | 'SQW', branchKind: 'LS' | 'WG' | null) =>
      whyNoElection({ shortName: '某支部', type, branchKind, unitNature: null }, 'term')
    expect(why('ZB', 'LS')).toContain('临时党支部，不换届')
    expect(why('DGW', null)).toContain('派出机关')
    expect(why('XZ', null)).toContain('不是一级党组织')
    expect(why('ZB', 'WG')).toBeNull()
    expect(why('SQW', null)).toBeNull()
  })
})

const electorate: Electorate = {
  voters: [{ memberId: 'a' }, { memberId: 'b' }, { memberId: null }],
  others: [
    { memberId: 'c', why: 'probationary' },
    { memberId: 'd', why: 'observed' },
  ],
}

describe('voters (ORG-37, ORG-39, ORG-40)', () => {
  it('ORG-39: 应到 is those with a vote less those left out; leaving out others changes nothing', () => {
    expect(countVoters(electorate, [])).toMatchObject({ voters: 3, exempted: 0, should: 3 })
    expect(countVoters(electorate, ['b', 'c', 'x'])).toMatchObject({ voters: 3, exempted: 1, should: 2 })
    expect(countVoters(electorate, ['b']).explanation.result).toBe('3 − 1 = 2 人')
  })

  it('ORG-39: exemptions ask for the agreement of the meeting, idle ones are pointed out', () => {
    const of = (memberId: string, isAgreed: boolean) =>
      exemptionFindings(electorate, [{ memberId, name: memberId }], isAgreed).map(({ severity }) => severity)
    expect(of('a', true)).toEqual([])
    expect(of('a', false)).toEqual(['yellow'])
    expect(of('c', true)).toEqual(['blue'])
    expect(of('x', true)).toEqual(['blue'])
    expect(exemptionFindings(electorate, [], false)).toEqual([])
  })

  it('ORG-37: a candidate without a vote is named with the reason', () => {
    const of = (memberId: string) => candidateRightFindings(electorate, [{ memberId, name: '甲' }])
    expect(of('a')).toEqual([])
    expect(of('c')).toMatchObject([{ severity: 'red', message: expect.stringContaining('预备党员') }])
    expect(of('x')).toMatchObject([{ message: expect.stringContaining('不在本组织') }])
  })

  it('ORG-40: a congress is offered from 500 members on', () => {
    expect(congressFindings(499, settings)).toEqual([])
    expect(congressFindings(500, settings)).toMatchObject([{ code: 'ORG-40', severity: 'blue' }])
  })
})

describe('the flow card of twelve steps (ORG-14)', () => {
  it('has twelve steps whichever way is elected, and every paper has its step', () => {
    for (const isDirect of [false, true]) {
      const steps = electionSteps('ZB', isDirect)
      expect(steps.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      expect(new Set(steps.flatMap(({ documents }) => documents)).size).toBe(9)
    }
  })

  it('shows a step dated before an earlier one and says nothing of the same day or of gaps', () => {
    const steps = electionSteps('ZB', false)
    const days = (...pairs: readonly (readonly [number, string])[]) =>
      stepFindings(steps, new Map(pairs.map(([no, on]) => [no, dateOnly(on)])))
    expect(days([2, '2026-03-02'], [3, '2026-03-01'])).toMatchObject([{ stepNo: 3, severity: 'yellow' }])
    expect(days([2, '2026-03-02'], [3, '2026-03-02'])).toEqual([])
    expect(days([1, '2026-03-02'], [12, '2026-03-01'])).toMatchObject([{ stepNo: 12 }])
    expect(days([12, '2026-03-01'])).toEqual([])
  })

  it('ORG-11: more than six months before the end is early, six months to the day is not', () => {
    const of = (dueOn: string | null, meetingOn: string | null) =>
      earlyFindings(
        {
          dueOn: dueOn === null ? null : dateOnly(dueOn),
          meetingOn: meetingOn === null ? null : dateOnly(meetingOn),
        },
        settings,
      ).map(({ code, severity }) => `${severity} ${code}`)
    expect(of('2026-12-01', '2026-06-01')).toEqual([])
    expect(of('2026-12-01', '2026-05-31')).toEqual(['yellow ORG-11'])
    expect(of('2026-12-01', '2027-03-01')).toEqual([])
    expect(of(null, '2026-05-31')).toEqual([])
    expect(of('2026-12-01', null)).toEqual([])
  })

  it('ORG-14: asks for the approval of the secretary and the filing of the members', () => {
    const on = dateOnly('2026-03-01')
    const of = (facts: Partial<Parameters<typeof completionFindings>[0]>) =>
      completionFindings({ meetingOn: on, approvedOn: on, filedOn: on, isDirect: false, ...facts }).map(
        ({ field }) => field,
      )
    expect(of({})).toEqual([])
    expect(of({ approvedOn: null })).toEqual(['approvedOn'])
    expect(of({ meetingOn: null })).toEqual(['meetingOn'])
    expect(of({ filedOn: null })).toEqual(['filedOn'])
    expect(of({ filedOn: null, isDirect: true })).toEqual([])
  })
})
