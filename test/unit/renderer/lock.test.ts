import { describe, expect, it } from 'vitest'
import { addDelayedWrite, flushDelayedWrites } from '../../../renderer/lib/delayedWrites.ts'
import { idleMs } from '../../../renderer/lib/idle.ts'
import { createScreenLock } from '../../../renderer/lib/screenLock.ts'

const minute = 60_000

describe('how long nobody has been there', () => {
  const last = { wallMs: 1_000_000_000, steadyMs: 5000 }
  const later = (wall: number, steady: number) => ({
    wallMs: last.wallMs + wall,
    steadyMs: last.steadyMs + steady,
  })

  it('counts hours slept through, though the steady clock stood still', () => {
    expect(idleMs(last, later(180 * minute, 1000), 0)).toBe(180 * minute)
  })

  it('is not shortened by a clock set back', () => {
    expect(idleMs(last, later(-60 * minute, 11 * minute), 0)).toBe(11 * minute)
  })

  it('begins anew with work in another tab, unless that tab’s time lies ahead', () => {
    const now = later(12 * minute, 12 * minute)
    expect(idleMs(last, now, now.wallMs - minute)).toBe(minute)
    expect(idleMs(last, now, now.wallMs + minute)).toBe(12 * minute)
  })
})

describe('the lock of the screen', () => {
  function lockedScreen() {
    const screen = { documentElement: { dataset: {} as DOMStringMap }, title: '' }
    const pages: string[] = []
    const takeOut = () => {
      pages.push('out')
      return () => void pages.push('back')
    }
    return { screen, pages, lock: createScreenLock(() => screen, takeOut) }
  }

  it('takes the pages away in the same instant and names nothing until it is opened', () => {
    const { screen, pages, lock } = lockedScreen()
    lock.setTitle('某某 - 党务台账')
    lock.lock()
    expect(pages).toEqual(['out'])
    expect(screen.documentElement.dataset).toHaveProperty('locked')
    expect(screen.title).toBe('党务台账')
    lock.setTitle('别人 - 党务台账')
    expect(screen.title).toBe('党务台账')
    lock.unlock()
    expect(pages).toEqual(['out', 'back'])
    expect(screen.documentElement.dataset).not.toHaveProperty('locked')
    expect(screen.title).toBe('别人 - 党务台账')
  })

  it('takes them away and tells whoever listens once for each change', () => {
    const { pages, lock } = lockedScreen()
    const heard: boolean[] = []
    const stop = lock.subscribe(() => heard.push(lock.isLocked()))
    lock.unlock()
    lock.lock()
    lock.lock()
    lock.unlock()
    stop()
    lock.lock()
    expect(heard).toEqual([true, false])
    expect(pages).toEqual(['out', 'back', 'out'])
  })
})

describe('what still waits to be stored', () => {
  it('is stored at once, one failure keeping nothing else back', async () => {
    const stored: string[] = []
    const removes = [
      addDelayedWrite(() => Promise.reject(new Error('refused'))),
      addDelayedWrite(() => Promise.resolve(void stored.push('draft'))),
    ]
    await flushDelayedWrites()
    expect(stored).toEqual(['draft'])
    for (const remove of removes) remove()
    await flushDelayedWrites()
    expect(stored).toEqual(['draft'])
  })
})
