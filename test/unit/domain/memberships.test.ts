import { describe, expect, it } from 'vitest'
import { fullFromOf, startOf } from '#shared/domain/memberships.ts'
import { partialDate } from '#shared/lib/dates.ts'

const nothing = { enteredOn: null, enteredKind: null, joinedOn: null, joinKind: null }
const [entered, joined] = [partialDate('2019-05'), partialDate('1995-07-01')]

describe('the start of the stay a record speaks of', () => {
  it.each([
    [{ ...nothing, enteredOn: entered, joinedOn: joined, enteredKind: '3' }, [entered, 'entered', '3']],
    [{ ...nothing, joinedOn: joined }, [joined, 'joined', '1']],
    [{ ...nothing, joinedOn: joined, joinKind: '1' }, [joined, 'joined', '1']],
    // Whoever was restored, or joined again, was not newly admitted here.
    [{ ...nothing, joinedOn: joined, joinKind: '4' }, [joined, 'joined', null]],
    [{ ...nothing, joinedOn: joined, enteredKind: '2' }, [joined, 'joined', '2']],
    [nothing, ['', 'unknown', null]],
    [{ ...nothing, enteredOn: entered, enteredKind: '7' }, [entered, 'entered', null]],
  ] as const)('%j', (record, [fromOn, basis, enteredBy]) => {
    expect(startOf(record)).toEqual({ fromOn, basis, enteredBy })
  })
})

it('正式党员 is somebody from 转正 on, since before everything when nobody knows, 预备党员 not at all', () => {
  expect(fullFromOf({ personType: '1', regularOn: joined })).toBe(joined)
  expect(fullFromOf({ personType: '1', regularOn: null })).toBe('')
  expect(fullFromOf({ personType: '2', regularOn: joined })).toBe(null)
})
