import { execFile } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { addMember, anOfficeWith } from './backupSamples.ts'
import { anyList } from './samples.ts'
import { openTestCore, tempDir, testUser } from './testCore.ts'

const script = fileURLToPath(new URL('restoreAndDie.ts', import.meta.url))
const run = promisify(execFile)

/** Standard output, or null when it was killed. */
async function restoreAndDie(dataDir: string, backup: string, dieAt: number): Promise<string | null> {
  try {
    const { stdout } = await run(process.execPath, [script, dataDir, backup, String(dieAt)])
    return stdout
  } catch (error) {
    if (error instanceof Error && 'signal' in error && error.signal === 'SIGKILL') return null
    throw error
  }
}

it('a restore killed before any of its steps is put back as if it had not begun', async () => {
  const office = await anOfficeWith(2)
  const { local } = await office.call('backup.make', { jobId: null })
  await addMember(office, 50)
  await office.core.close()
  const outcome = async (dieAt: number) => {
    const dataDir = join(tempDir(), 'data')
    cpSync(office.dataDir, dataDir, { recursive: true })
    const said = await restoreAndDie(dataDir, local.id, dieAt)
    const test = openTestCore(dataDir)
    await test.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    const members = (await test.call('members.list', anyList)).total
    expect(await test.call('system.verify', {})).toMatchObject({ integrity: 'ok', audit: { ok: true } })
    await test.core.close()
    const left = readdirSync(dataDir).filter(
      (name) => name.startsWith('restore') || name.startsWith('.restore'),
    )
    expect(left).toEqual([])
    return { said, members }
  }
  const finished = await outcome(0)
  const steps = Number(finished.said)
  expect(finished.members).toBe(2)
  expect(steps).toBeGreaterThanOrEqual(8)
  for (let dieAt = 1; dieAt <= steps; dieAt += 2) {
    const pair = await Promise.all([dieAt, Math.min(dieAt + 1, steps)].map(outcome))
    // Nobody was told that it was done: what was there before is put back.
    expect(pair).toEqual([
      { said: null, members: 3 },
      { said: null, members: 3 },
    ])
  }
}, 120_000)
