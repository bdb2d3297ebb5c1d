import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** A disk of 8 MB at this folder; false where one may not mount. */
export function mountSmallDisk(dir: string): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dir])
  if (status !== 0) return false
  onTestFinished(() => {
    spawnSync('umount', ['-l', dir])
  })
  return true
}

/** Somebody made room. */
export function growDisk(dir: string): void {
  spawnSync('mount', ['-o', 'remount,size=256m', dir])
}
