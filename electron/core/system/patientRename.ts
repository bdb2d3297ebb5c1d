import { renameSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { scheduler } from 'node:timers/promises'

/** On Windows a virus scanner may hold a file that was just closed. */
const pausesMs = [100, 300, 1000]

function isHeld(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['EBUSY', 'EPERM', 'EACCES'].includes(code)
}

/** Throws what the file system says when it is still held after a second and a half. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!isHeld(error)) throw error
      await scheduler.wait(pauseMs)
    }
  }
  return await rename(from, to)
}

/** The same where nothing else may run in between. */
export function renamePatientlyNow(from: string, to: string): void {
  for (const pauseMs of pausesMs) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (!isHeld(error)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
  renameSync(from, to)
}
