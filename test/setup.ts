import { expect } from 'vitest'

// The cipher build of better-sqlite3 13 segfaults below Node-API 10 (Node 20): say so instead.
if (Number(process.versions['napi']) < 10)
  throw new Error('tests need Node 22.14 or newer: run them through npm')

// What test/faults is about is what a kill or a full disk leaves on the disk: not in memory (test/inMemory.ts).
const disk = process.env['DISK_TMPDIR']
if (disk !== undefined && /[\\/]test[\\/]faults[\\/]/.test(expect.getState().testPath ?? ''))
  process.env['TMPDIR'] = disk
