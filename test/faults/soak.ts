import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Acknowledgement } from './acknowledged.ts'
import { aftermath, faultOffice, firstVersionFolder, firstVersionPeople, workAndKill } from './kill.ts'
import { randomMs } from './randomMs.ts'

/** `npm run soak [-- --cycles N]`: kills by the hundred, over all kinds of work; one line of JSON at the end, exit code 1 on any loss. */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '400' } } })
const cycles = Number(values.cycles)
const kinds = ['edit', 'import', 'backup', 'edit,import,backup', 'upgrade']
const perOffice = 50
const totals = { kills: 0, told: 0, losses: 0 }

function count(seed: number, what: string, losses: readonly string[]): void {
  totals.kills += 1
  totals.losses += losses.length
  for (const loss of losses) process.stderr.write(`kill ${seed} (${what}): ${loss}\n`)
  if (totals.kills % 20 === 0) process.stderr.write(`${totals.kills} kills, ${totals.losses} losses\n`)
}

async function killUpgrade(seed: number): Promise<void> {
  const dataDir = firstVersionFolder()
  await workAndKill(dataDir, seed, 'open', 400 + randomMs(1200))
  const { losses, people } = await aftermath(dataDir, [])
  count(seed, 'upgrade', people === firstVersionPeople ? losses : [...losses, `${people} people`])
  rmSync(dataDir, { recursive: true, force: true })
}

for (let seed = 1; seed <= cycles;) {
  const dataDir = await faultOffice()
  const told: Acknowledgement[] = []
  for (let i = 0; i < perOffice && seed <= cycles; i += 1, seed += 1) {
    const what = kinds[seed % kinds.length] ?? 'edit'
    if (what === 'upgrade') {
      await killUpgrade(seed)
      continue
    }
    told.push(...(await workAndKill(dataDir, seed, what, randomMs(500))))
    count(seed, what, (await aftermath(dataDir, told)).losses)
  }
  totals.told += told.length
  rmSync(dataDir, { recursive: true, force: true })
}
process.stdout.write(`${JSON.stringify(totals)}\n`)
process.exitCode = totals.losses === 0 ? 0 : 1
