import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitToDisplays, readWindowState, writeWindowState } from '../../electron/main/windowState.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1366, height: 728 }
const window = { x: 100, y: 50, width: 1200, height: 800 }

describe('fitToDisplays', () => {
  it('keeps a place that can be seen', () => {
    expect(fitToDisplays(window, [screen])).toEqual(window)
  })

  it('keeps a place on the second display', () => {
    const there = { ...window, x: 2000, width: 1100, height: 700 }
    expect(fitToDisplays(there, [screen, second])).toEqual(there)
  })

  it('centres the first window ever on the first display', () => {
    expect(fitToDisplays(undefined, [screen])).toEqual({ x: 277, y: 90, width: 1366, height: 860 })
  })

  it.each([
    ['far to the right', { ...window, x: 4000 }],
    ['far to the left', { ...window, x: -1150 }],
    ['below the screen', { ...window, y: 1030 }],
    ['above the screen, its title bar out of reach', { ...window, y: -300 }],
  ])('centres a window that lies %s', (_name, lost) => {
    expect(fitToDisplays(lost, [screen])).toEqual({ x: 360, y: 120, width: 1200, height: 800 })
  })

  it('shrinks to a smaller screen, but not below what the pages need', () => {
    const small = { x: 0, y: 0, width: 1000, height: 600 }
    expect(fitToDisplays({ x: 0, y: 0, width: 1800, height: 1000 }, [second])).toMatchObject({
      width: 1366,
      height: 728,
    })
    expect(fitToDisplays(window, [small])).toMatchObject({ y: 50, width: 1024, height: 700 })
  })
})

describe('the remembered window', () => {
  const file = (): string => join(mkdtempSync(join(tmpdir(), 'window-')), 'profile/window.json')

  it('comes back as it was written', () => {
    const path = file()
    const state = { ...window, isMaximized: true, zoomFactor: 1.5 }
    writeWindowState(path, state)
    expect(readWindowState(path)).toEqual(state)
  })

  it.each([
    '',
    '{',
    'null',
    '{"x":1}',
    '{"x":"a","y":0,"width":1,"height":1,"isMaximized":false,"zoomFactor":1}',
  ])('is forgotten when the file holds %j', (text) => {
    const path = join(mkdtempSync(join(tmpdir(), 'window-')), 'window.json')
    writeFileSync(path, text)
    expect(readWindowState(path)).toBeUndefined()
  })
})
