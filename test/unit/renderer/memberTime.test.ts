import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { settableFields } from '../../../renderer/features/members/bulkChange.ts'
import { moveSchema } from '../../../renderer/features/members/moveForm.ts'
import { entryPlace, spanText } from '../../../renderer/features/members/timelineWords.ts'
import { readDayView, writeDayView } from '../../../renderer/features/organizations/dayView.ts'

const now = dateOnly('2026-11-21')

describe('the address of an organisation’s people', () => {
  it('keeps day, type, status and page, and leaves out what is usual', () => {
    const view = { on: dateOnly('2025-12-31'), personType: '2', status: 'LC', page: 3 } as const
    const address = writeDayView(view, now)
    expect(address).toBe('?on=2025-12-31&type=2&status=LC&page=3')
    expect(readDayView(new URLSearchParams(address), now)).toEqual(view)
    expect(writeDayView({ on: now, personType: null, status: null, page: 1 }, now)).toBe('')
  })

  it('written by hand with nonsense is today’s list', () => {
    const params = new URLSearchParams('on=2027-01-01&type=9&status=SW&page=-2')
    expect(readDayView(params, now)).toEqual({ on: now, personType: null, status: null, page: 1 })
  })
})

it('a line of the 经历 says from when to when, and that nobody knows', () => {
  const on = partialDate('1995-07')
  expect(spanText({ fromOn: on, toOn: null })).toBe('1995.07—今')
  expect(spanText({ fromOn: on, toOn: on })).toBe('1995.07')
  expect(spanText({ fromOn: '', toOn: partialDate('2001') })).toBe('日期未填—2001')
  expect(spanText({ fromOn: on, toOn: '' })).toBe('1995.07—日期未填')
})

it('a line of the 经历 leads to the record it tells of, and to branches in reach', () => {
  const stay = {
    version: 1,
    organizationId: 'branch-1',
    enteredBy: null,
    leftBy: null,
    enteredDoc: null,
    leftDoc: null,
    isLast: true,
  }
  expect(entryPlace({ kind: 'stay', id: 's1', stay })).toBe('/organizations/branch-1')
  expect(entryPlace({ kind: 'stay', id: 's1', stay: null })).toBeNull()
  expect(entryPlace({ kind: 'transfer', id: 't1', stay: null })).toBe('/transfers/t1')
  expect(entryPlace({ kind: 'mobility', id: 'm1', stay: null })).toBe('/mobility?record=m1')
  expect(entryPlace({ kind: 'lostCase', id: 'l1', stay: null })).toBe('/mobility/lost/l1')
  expect(entryPlace({ kind: 'status', id: 'p1', stay: null })).toBeNull()
})

it('branch and 党籍状态 are not set for many at once without a day', () => {
  expect(settableFields).not.toContain('organizationId')
  expect(settableFields).not.toContain('partyStatus')
})

it('moving asks for the branch and, unless it is a slip put right, for the day', () => {
  const move = { toId: 'o1', groupId: null, how: 'moved', on: now, reason: '住址变动', docNo: null } as const
  expect(moveSchema.safeParse(move).success).toBe(true)
  expect(moveSchema.safeParse({ ...move, on: null }).success).toBe(false)
  expect(moveSchema.safeParse({ ...move, on: null, how: 'neverThere' }).success).toBe(true)
  expect(moveSchema.safeParse({ ...move, toId: null }).success).toBe(false)
})
