import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** Containers give it 64 MB: then the disk has to do. */
const wanted = 4 * 2 ** 30
const mine = /^dangwu-tests-(\d+)$/

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= wanted
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Runs that were killed left their folders. */
function tidyUp(): void {
  for (const name of readdirSync(memory)) {
    const pid = mine.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(memory, name), { recursive: true, force: true })
  }
}

/**
 * Temporary folders in memory: every write of the program waits for the disk, and tests make a hundred thousand of them. Those of
 * test/faults stay on the disk (test/setup.ts): what they are about is what is left there.
 */
export function setup(): (() => void) | undefined {
  if (!hasRoom()) return undefined
  tidyUp()
  const dir = join(memory, `dangwu-tests-${process.pid}`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  process.env['DISK_TMPDIR'] = tmpdir()
  process.env['TMPDIR'] = dir
  // `desk` and the hands that are killed are processes of their own, by the hundred: they parse the program once.
  process.env['NODE_COMPILE_CACHE'] = join(dir, 'compile-cache')
  return () => rmSync(dir, { recursive: true, force: true })
}
