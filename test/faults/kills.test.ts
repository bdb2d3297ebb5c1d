import { rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Acknowledgement } from './acknowledged.ts'
import { aftermath, faultOffice, firstVersionFolder, firstVersionPeople, workAndKill } from './kill.ts'
import { randomMs } from './randomMs.ts'

/** Few in the gate; `npm run soak` does hundreds. */
const cycles = 8

describe('killed with SIGKILL at a random instant, nothing that was told as saved is lost', () => {
  it.each(['edit', 'import', 'backup', 'edit,import,backup'])(
    'during %s',
    async (what) => {
      const dataDir = await faultOffice()
      onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
      const told: Acknowledgement[] = []
      // Where the machine is so busy that each hand dies at its first word, more of them, longer: a test that killed nobody at work
      // proves nothing.
      for (let seed = 1; seed <= cycles || (told.length < seed && seed <= 3 * cycles); seed += 1) {
        const longest = seed <= cycles ? 400 : 2000
        told.push(...(await workAndKill(dataDir, seed, what, randomMs(longest))))
        expect(await aftermath(dataDir, told)).toMatchObject({ losses: [] })
      }
      expect(told.length).toBeGreaterThan(cycles)
    },
    180_000,
  )

  it('while a folder of the first version is being upgraded', async () => {
    for (let seed = 1; seed <= cycles; seed += 1) {
      const dataDir = firstVersionFolder()
      onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
      await workAndKill(dataDir, seed, 'open', 400 + randomMs(1200))
      expect(await aftermath(dataDir, [])).toMatchObject({ losses: [], people: firstVersionPeople })
    }
  }, 180_000)
})
