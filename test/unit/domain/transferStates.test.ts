import { describe, expect, it } from 'vitest'
import {
  countsAtOldBranch,
  firstStatus,
  isOpenTransfer,
  nextSteps,
  statusAfter,
  transferDirections,
  transferStatuses,
  transferSteps,
} from '#shared/domain/transferStates.ts'

describe('the states of a transfer', () => {
  it('an outgoing one goes from its letter to its receipt', () => {
    const walked = (['issue', 'send', 'accept', 'receipt'] as const).reduce(
      (status, step) => statusAfter('out', status, step) ?? 'void',
      firstStatus('out'),
    )
    expect(walked).toBe('receipted')
  })

  it('an incoming one begins when its letter is registered and ends when the receipt is sent', () => {
    expect(firstStatus('in')).toBe('inTransit')
    expect(statusAfter('in', 'inTransit', 'accept')).toBe('accepted')
    expect(statusAfter('in', 'accepted', 'receipt')).toBe('receipted')
  })

  it('no receipt comes for a letter that was never issued', () => {
    expect(statusAfter('out', 'waiting', 'receipt')).toBeNull()
    expect(statusAfter('out', 'waiting', 'accept')).toBeNull()
  })

  it('a person the other side has taken in is not returned any more', () => {
    expect(nextSteps('out', 'accepted')).toEqual(['receipt'])
    expect(nextSteps('in', 'accepted')).toEqual(['receipt'])
  })

  it.each(['receipted', 'returned', 'void'] as const)('nothing follows %s', (status) => {
    expect(isOpenTransfer(status)).toBe(false)
    expect(transferDirections.flatMap((direction) => nextSteps(direction, status))).toEqual([])
  })

  it('every step of every open state leads to a state that is known', () => {
    for (const direction of transferDirections)
      for (const status of transferStatuses)
        for (const step of transferSteps) {
          const after = statusAfter(direction, status, step)
          expect(after === null || transferStatuses.includes(after)).toBe(true)
          expect(nextSteps(direction, status).includes(step)).toBe(after !== null)
        }
  })

  it('TRF-03: who leaves counts at the old branch until the receipt is here', () => {
    const counted = transferStatuses.filter((status) => countsAtOldBranch('out', status))
    expect(counted).toEqual(['waiting', 'issued', 'inTransit', 'accepted', 'returned', 'void'])
  })

  it('TRF-03: who comes counts here from the day of acceptance', () => {
    expect(countsAtOldBranch('in', 'inTransit')).toBe(true)
    expect(countsAtOldBranch('in', 'accepted')).toBe(false)
  })
})
