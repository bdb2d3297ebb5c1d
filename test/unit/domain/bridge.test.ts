import { describe, expect, it } from 'vitest'
import { type BridgeStay, peopleBridge } from '#shared/domain/bridge.ts'
import { bridgeDoubtsOf } from '#shared/domain/bridgeDoubts.ts'
import { freezeGaps, gapHeads } from '#shared/domain/bridgeFreeze.ts'
import { dateOnly, type PartialDate, partialDate } from '#shared/lib/dates.ts'

const year = { from: dateOnly('2025-12-31'), to: dateOnly('2026-12-31') }

const day = (text: string): PartialDate | '' => (text === '' ? '' : partialDate(text))

interface Told {
  readonly who?: string
  readonly at?: string
  readonly from: string
  readonly to?: string | null
  readonly full?: string | null
  readonly by?: BridgeStay['enteredBy']
  readonly left?: BridgeStay['leftBy']
}

let n = 0
const aStay = ({
  who = '甲',
  at = 'a',
  from,
  to = null,
  full = '',
  by = '2',
  left = null,
}: Told): BridgeStay => ({
  stayId: `stay-${(n += 1)}`,
  memberId: who,
  organizationId: at,
  fromOn: day(from),
  toOn: to === null ? null : day(to),
  fullFrom: full === null ? null : day(full),
  enteredBy: by,
  leftBy: left,
})

const movesOf = (...stays: readonly BridgeStay[]) =>
  peopleBridge(stays, year).moves.map(({ kind, on, isFull }) => [kind, on, isFull ? '正式' : '预备'])

describe('the bridge between the ends of two days', () => {
  it('STA-01 counts whoever came on the first day as there, and whoever came the day after as come', () => {
    const { opening, moves } = peopleBridge(
      [aStay({ who: '甲', from: '2025-12-31' }), aStay({ who: '乙', from: '2026-01-01' })],
      year,
    )
    expect(opening.map(({ memberId }) => memberId)).toEqual(['甲'])
    expect(moves.map(({ memberId }) => memberId)).toEqual(['乙'])
  })

  it('STA-01 has left whoever left on the last day, and still has whoever left the day after', () => {
    const { closing, moves } = peopleBridge(
      [
        aStay({ who: '甲', from: '2000-01-01', to: '2026-12-31', left: 'SW' }),
        aStay({ who: '乙', from: '2000-01-01', to: '2027-01-01', left: 'SW' }),
      ],
      year,
    )
    expect(closing.map(({ memberId }) => memberId)).toEqual(['乙'])
    expect(moves.map(({ memberId, kind }) => [memberId, kind])).toEqual([['甲', 'died']])
  })

  it.each([
    ['1', 'admitted'],
    ['2', 'transferredIn'],
    ['3', 'transferredIn'],
    ['4', 'restored'],
    ['9', 'otherIn'],
    ['NB', 'transferredIn'],
    ['ZZ', 'transferredIn'],
    [null, 'otherIn'],
  ] as const)('calls an arrival of kind %s %s', (by, kind) => {
    expect(movesOf(aStay({ from: '2026-05-01', by }))).toEqual([[kind, '2026-05-01', '正式']])
  })

  it.each([
    ['ZCU', 'transferredOut'],
    ['NB', 'transferredOut'],
    ['ZZ', 'transferredOut'],
    ['TZ', 'lapsed'],
    ['CD', 'expelled'],
    ['SW', 'died'],
    [null, 'otherOut'],
  ] as const)('calls a departure of kind %s %s', (left, kind) => {
    expect(movesOf(aStay({ from: '2000-01-01', to: '2026-05-01', left }))).toEqual([
      [kind, '2026-05-01', '正式'],
    ])
  })

  it('has nothing to say of a move from one of the branches to another', () => {
    expect(
      movesOf(
        aStay({ at: 'a', from: '2000-01-01', to: '2026-05-01', left: 'NB' }),
        aStay({ at: 'b', from: '2026-05-01', by: 'NB' }),
      ),
    ).toEqual([])
  })

  it('shows who came and went within the period on both sides', () => {
    expect(movesOf(aStay({ from: '2026-02-01', to: '2026-09-01', left: 'ZCU' }))).toEqual([
      ['transferredIn', '2026-02-01', '正式'],
      ['transferredOut', '2026-09-01', '正式'],
    ])
  })

  it('shows both the going and the coming back of who was away in between', () => {
    const { opening, closing, moves } = peopleBridge(
      [aStay({ from: '2000-01-01', to: '2026-03-01', left: 'TZ' }), aStay({ from: '2026-08-01', by: '4' })],
      year,
    )
    expect(moves.map(({ kind }) => kind)).toEqual(['lapsed', 'restored'])
    expect([opening.length, closing.length]).toEqual([1, 1])
  })

  it('counts who converts in the period over from 预备 to 正式', () => {
    const bridge = peopleBridge([aStay({ from: '2025-06-01', full: '2026-06-01', by: '1' })], year)
    expect(bridge.opening.map(({ isFull }) => isFull)).toEqual([false])
    expect(bridge.moves).toMatchObject([{ kind: 'converted', on: '2026-06-01', isFull: true }])
    expect(bridge.closing.map(({ isFull }) => isFull)).toEqual([true])
  })

  it('takes away as 预备 who left on the day of 转正, and as 正式 who left the day after', () => {
    expect(movesOf(aStay({ from: '2025-06-01', to: '2026-06-01', full: '2026-06-01', left: 'ZCU' }))).toEqual(
      [['transferredOut', '2026-06-01', '预备']],
    )
    expect(movesOf(aStay({ from: '2025-06-01', to: '2026-06-02', full: '2026-06-01', left: 'ZCU' }))).toEqual(
      [
        ['converted', '2026-06-01', '正式'],
        ['transferredOut', '2026-06-02', '正式'],
      ],
    )
  })

  it('counts nobody whose end has no date', () => {
    expect(peopleBridge([aStay({ from: '2000-01-01', to: '', left: 'SW' })], year)).toEqual({
      opening: [],
      moves: [],
      closing: [],
    })
  })
})

describe('what is uncertain', () => {
  const doubts = (...stays: readonly BridgeStay[]) =>
    bridgeDoubtsOf(stays, year).map(({ doubt, on }) => [doubt, on])

  it.each([
    [{ from: '' }, [['startUnknown', '']]],
    [{ from: '2026' }, [['startCoarse', '2026']]],
    [{ from: '2026-12' }, [['startCoarse', '2026-12']]],
    [{ from: '2000', to: '2026-05', left: 'SW' }, [['endCoarse', '2026-05']]],
    [{ from: '2000-01-01', to: '', left: 'SW' }, [['endUnknown', '']]],
    [{ from: '2025-05-01', by: '1', full: '2026-05' }, [['fullCoarse', '2026-05']]],
    [{ from: '2025-05-01', by: '1', full: '' }, [['fullUnknown', '']]],
    [{ from: '2026-05-01', by: null }, [['kindUnknown', '2026-05-01']]],
    [{ from: '2026-05-01', by: '1', full: '1975-01' }, [['admittedFull', '2026-05-01']]],
    [{ from: '2026-05-01', by: '2', full: '1975-01' }, []],
    [{ from: '2000-01-01', to: '2026-05-01' }, [['kindUnknown', '2026-05-01']]],
  ] as const)('%j is named as %j', (told, expected) => {
    expect(doubts(aStay(told))).toEqual(expected)
  })

  it.each([
    { from: '2025' },
    { from: '2027-01' },
    { from: '2000-01-01', to: '2025', left: 'SW' },
    { from: '', to: '2024-05-01', left: 'SW' },
    { from: '2024-12-30', by: '1', full: '' },
    { from: '2020-05', full: '2021-05' },
  ] as const)('%j is certain for the year', (told) => {
    expect(doubts(aStay(told))).toEqual([])
  })

  it('a month that an end of the period cuts is uncertain on both sides', () => {
    const half = { from: dateOnly('2026-05-15'), to: dateOnly('2026-12-31') }
    const stay = aStay({ from: '2026-05' })
    expect(bridgeDoubtsOf([stay], half)).toMatchObject([{ doubt: 'startCoarse' }])
    expect(peopleBridge([stay], half).opening).toHaveLength(1)
  })

  it('a coarse day of a move among the branches makes nothing uncertain', () => {
    expect(
      doubts(
        aStay({ at: 'a', from: '2000-01-01', to: '2026-05', left: 'NB' }),
        aStay({ at: 'b', from: '2026-05', by: 'NB' }),
      ),
    ).toEqual([])
  })
})

describe('what corrections changed since a list was frozen', () => {
  const at = (memberId: string, organizationId: string, isFull = true) => ({
    memberId,
    organizationId,
    isFull,
  })

  it('is who is on one list only, and who is of another kind; not who is in another of the branches', () => {
    const gaps = freezeGaps(
      [at('甲', 'a'), at('乙', 'a'), at('丙', 'a', false)],
      [at('乙', 'b'), at('丙', 'a'), at('丁', 'a')],
    )
    expect(gaps.map(({ memberId }) => memberId)).toEqual(['甲', '丙', '丁'])
    expect(gapHeads(gaps)).toEqual({ full: 1, probationary: -1 })
  })
})
