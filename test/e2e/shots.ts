import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import {
  administrator,
  auditor,
  clerk,
  community,
  fillDemo,
  leader,
  openOffice,
  type Person,
  root,
  signIn,
} from './office.ts'
import { backupScenes, rescueScenes } from './backupScenes.ts'
import { developmentScenes } from './developmentScenes.ts'
import { electionScenes } from './electionScenes.ts'
import { lostScenes } from './lostScenes.ts'
import { complianceScenes } from './complianceScenes.ts'
import { meetingScenes } from './meetingScenes.ts'
import { mobilityScenes } from './mobilityScenes.ts'
import { organizationLifeScenes } from './organizationLifeScenes.ts'
import { rectificationScenes } from './rectificationScenes.ts'
import { reviewPaperScenes } from './reviewPaperScenes.ts'
import { reviewScenes } from './reviewScenes.ts'
import { termScenes } from './termScenes.ts'
import { administratorScenes, auditorScenes, communityScenes, leaderScenes } from './roleScenes.ts'
import { demoScenes, emptyScenes, type Scene } from './scenes.ts'

/** `npm run shots [-- WORD]`: every page, dialog and state as PNG, at the smallest and the usual screen. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

const out = join(root, 'shots')
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  ignoreDefaultArgs: ['--hide-scrollbars'],
  args: ['--no-sandbox', '--disable-background-networking'],
})
let failures = 0

async function shoot(scenes: readonly Scene[], page: Page, suffix: string): Promise<void> {
  for (const { name, go } of scenes) {
    try {
      await go(page)
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(400) // Popups open and rows arrive without a sign the page could be asked for.
      await page.screenshot({ path: join(out, `${name}-${suffix}.png`), animations: 'disabled' })
    } catch (error) {
      failures += 1
      console.error(
        `${name}-${suffix}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      )
      await page.screenshot({ path: join(out, `FAILED-${name}-${suffix}.png`) })
    }
  }
}

interface Round {
  readonly members: number
  /** Null for a data folder nobody has set up. */
  readonly person: Person | null
  readonly scenes: readonly Scene[]
}

const allRounds: readonly Round[] = [
  { members: 0, person: null, scenes: emptyScenes },
  { members: 0, person: null, scenes: rescueScenes },
  { members: 2000, person: clerk, scenes: demoScenes },
  { members: 2000, person: clerk, scenes: lostScenes },
  { members: 2000, person: clerk, scenes: termScenes },
  { members: 2000, person: clerk, scenes: developmentScenes },
  { members: 300, person: clerk, scenes: meetingScenes },
  { members: 300, person: clerk, scenes: complianceScenes },
  { members: 300, person: clerk, scenes: organizationLifeScenes },
  { members: 300, person: clerk, scenes: reviewScenes },
  { members: 300, person: clerk, scenes: rectificationScenes },
  { members: 300, person: clerk, scenes: reviewPaperScenes },
  { members: 2000, person: clerk, scenes: electionScenes },
  { members: 2000, person: clerk, scenes: mobilityScenes },
  { members: 300, person: administrator, scenes: administratorScenes },
  { members: 2000, person: administrator, scenes: backupScenes },
  { members: 300, person: auditor, scenes: auditorScenes },
  { members: 300, person: leader, scenes: leaderScenes },
  { members: 300, person: community, scenes: communityScenes },
]

// With a word, only the rounds with a scene named so: a scene starts where the one before left off.
const wanted = process.argv[2] ?? ''
const rounds = allRounds.filter(({ scenes }) => scenes.some(({ name }) => name.includes(wanted)))

async function run({ members, person, scenes }: Round): Promise<void> {
  for (const size of sizes) {
    const dataDir = mkdtempSync(join(tmpdir(), 'shots-'))
    if (person !== null) await fillDemo(dataDir, members)
    const office = await openOffice(dataDir)
    const page = await browser.newPage({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    page.setDefaultTimeout(8000)
    await page.goto(office.newLaunchUrl())
    if (person !== null) await signIn(page, person)
    await shoot(scenes, page, String(size.width))
    await page.close()
    await office.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

for (const round of rounds) await run(round)
await browser.close()
const count = rounds.reduce((sum, { scenes }) => sum + scenes.length, 0) * sizes.length
console.log(`${count - failures} shots in shots/, ${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1
