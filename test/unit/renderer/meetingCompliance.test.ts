import { describe, expect, it } from 'vitest'
import type { GridCell } from '#shared/contract/meetingRows.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import {
  addressOf,
  gridInput,
  viewFromParams,
} from '../../../renderer/features/meetingCompliance/completionView.ts'
import {
  cellsAt,
  cellsText,
  gapWords,
  gridColumns,
  lettersOf,
  percent,
  worstState,
} from '../../../renderer/features/meetingCompliance/gridWords.ts'
import { recordAddress, recordsAddress } from '../../../renderer/features/meetingCompliance/records.ts'

const today = dateOnly('2026-11-22')

function aCell(fields: Partial<GridCell>): GridCell {
  return { kind: 'committeeMeeting', length: 'month', no: 3, state: 'done', groups: null, ...fields }
}

const params = (address: string) => new URLSearchParams(address.split('?')[1] ?? '')

describe('the grid of LIFE-15', () => {
  it('has twelve months, four quarters and the year for all kinds, and only its own for one', () => {
    expect(gridColumns(null)).toHaveLength(17)
    expect(gridColumns('lecture').map(({ head }) => head)).toEqual(['1季度', '2季度', '3季度', '4季度'])
    expect(gridColumns('appraisal')).toHaveLength(1)
  })

  it('shows the most urgent of the kinds that share a cell, and names those it speaks of', () => {
    const cells = [
      aCell({ kind: 'themeDay', state: 'missing' }),
      aCell({ kind: 'committeeMeeting', state: 'missing' }),
      aCell({ kind: 'groupMeeting', state: 'done', groups: { done: 2, owed: 2 } }),
      aCell({ kind: 'themeDay', no: 4, state: 'done' }),
    ]
    const march = cellsAt(cells, { length: 'month', no: 3 })
    expect(worstState(march)).toBe('missing')
    expect(lettersOf(march, 'missing')).toBe('委日')
    expect(cellsText(march)).toBe('支委会 缺，党小组会 已开（2 个党小组中 2 个已开），主题党日 缺')
    expect(worstState(cellsAt(cells, { length: 'quarter', no: 1 }))).toBeNull()
  })

  it('never says 100% while one is missing, and nothing where nothing is due', () => {
    expect(percent({ done: 1999, owed: 2000 })).toBe('99%')
    expect(percent({ done: 0, owed: 0 })).toBeNull()
  })

  it('tells whom to call by spans of months, a draft only once its period is over', () => {
    const cells = [
      ...[1, 3, 4, 5].map((no) => aCell({ no, state: 'missing' })),
      aCell({ no: 10, state: 'draft' }),
      aCell({ no: 11, state: 'draft' }),
      aCell({ kind: 'lecture', length: 'quarter', no: 2, state: 'missing' }),
      aCell({ kind: 'appraisal', length: 'year', no: 1, state: 'missing' }),
    ]
    const asked = { year: 2026, kind: null, today }
    expect(gapWords(cells, asked)).toEqual(['支委会 1、3-5、10月', '党课 2季度', '民主评议 全年'])
    expect(gapWords(cells, { ...asked, kind: 'lecture' })).toEqual(['党课 2季度'])
  })
})

describe('addresses of the completion pages', () => {
  it('keep year, organisation, kind, filter, page and the open cell', () => {
    const open = { organizationId: 'b1', length: 'quarter', no: 2 } as const
    const view = {
      part: 'grid',
      year: 2025,
      organizationId: 'o1',
      kind: 'lecture',
      only: 'missing',
      page: 3,
      open,
    } as const
    expect(viewFromParams(params(addressOf(view)))).toEqual(view)
  })

  it('take a cell that cannot be for none', () => {
    expect(viewFromParams(params('?row=b1&at=quarter.5')).open).toBeNull()
    expect(viewFromParams(params('?row=b1&at=week.1')).open).toBeNull()
  })

  it('ask for those with something missing when it is about whom to call', () => {
    const view = viewFromParams(params('?view=call&only=near&page=2'))
    expect(gridInput(view)).toMatchObject({ only: 'missing', offset: 100, limit: 100 })
  })

  it('lead to the records of a period, and for a year’s 民主评议 into the next year', () => {
    const quarter = { year: 2026, length: 'quarter', no: 2 } as const
    expect(params(recordsAddress('b1', quarter, ['lecture'])).get('span')).toBe('q2')
    const late = params(recordsAddress('b1', { year: 2025, length: 'year', no: 1 }, ['appraisal']))
    expect([late.get('from'), late.get('to')]).toEqual(['2025-01-01', '2026-06-30'])
  })

  it('invent no day for a record entered late: the month alone, or nothing', () => {
    const kind = { kind: 'themeDay' } as const
    const on = (period: Parameters<typeof recordAddress>[2]) =>
      params(recordAddress('b1', kind, period, today)).get('on')
    expect(on({ year: 2026, length: 'month', no: 3 })).toBe('2026-03')
    expect(on({ year: 2026, length: 'quarter', no: 1 })).toBeNull()
    expect(on({ year: 2026, length: 'month', no: 11 })).toBe('2026-11-22')
  })
})
