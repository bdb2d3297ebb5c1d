import { useEffect } from 'react'
import { call } from '../lib/api.ts'
import { idleMs, momentNow } from '../lib/idle.ts'
import { lockScreen } from '../lib/lockScreen.ts'
import { lastActiveAt, noteActive } from '../lib/tabs.ts'

const tickMs = 1000
const presenceEveryMs = 20_000
const msPerMinute = 60_000

/** What counts as somebody being there; taken before any page can swallow it. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** The core counts calls only: typing and reading are told to it, so that it does not lock before the page does. */
function sayPresent(): void {
  void call('workspace.get', { key: 'view:presence' }).catch(() => undefined)
}

/** Locks after so many minutes without a sign of anybody, also when the computer slept through them, and when the shell says so. */
export function useIdleLock(idleMinutes: number, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined
    let last = momentNow()
    let told = last
    let pointer = ''
    const onSign = (event: Event): void => {
      if (event instanceof PointerEvent && event.type === 'pointermove') {
        // Browsers repeat the last place after a page changes under a pointer that rests.
        const place = `${event.screenX} ${event.screenY}`
        const isResting = place === pointer
        pointer = place
        if (isResting) return
      }
      const now = momentNow()
      if (now.steadyMs - last.steadyMs > tickMs) noteActive(now.wallMs)
      // A sleep that outlasted the time ends in the lock, not in the key that woke the computer.
      if (idleMs(last, now, lastActiveAt()) >= idleMinutes * msPerMinute) void lockScreen()
      else last = now
    }
    const look = (): void => {
      const now = momentNow()
      if (idleMs(last, now, lastActiveAt()) >= idleMinutes * msPerMinute) {
        void lockScreen()
      } else if (last.steadyMs > told.steadyMs && now.steadyMs - told.steadyMs >= presenceEveryMs) {
        told = now
        sayPresent()
      }
    }
    const timer = setInterval(look, tickMs)
    const stopListening = window.bridge?.onLocked?.(() => void lockScreen())
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      stopListening?.()
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true })
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [idleMinutes, isOn])
}
