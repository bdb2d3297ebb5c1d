import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addCounts, lastLines, noTests, playwrightCounts, vitestCounts } from './counts.mjs'
import { gate } from './gate.mjs'
import { LaunchError, run, toolEnv } from './run.mjs'
import { findChromium, setUp } from './setup.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./gate.mjs').Step} Step */

const reportDir = mkdtempSync(join(tmpdir(), 'dangwu-test-'))

/**
 * @param {Step} step
 * @param {string} reportFile
 * @returns {readonly [string, ...string[]]}
 */
function commandOf({ command, counts }, reportFile) {
  if (counts === undefined) return command
  if (counts === 'playwright') return [...command, '--reporter=list,json']
  return [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
}

/**
 * @param {Step} step
 * @param {string} reportFile
 * @param {boolean} isGreen
 * @returns {Counts}
 */
function readCounts({ counts }, reportFile, isGreen) {
  if (counts === undefined) return noTests
  if (!existsSync(reportFile)) return { ...noTests, failed: 1 }
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const found = counts === 'vitest' ? vitestCounts(report) : playwrightCounts(report)
  if (isGreen && found.passed === 0) return { ...found, failed: found.failed + 1 }
  return isGreen || found.failed > 0 ? found : { ...found, failed: 1 }
}

/**
 * @param {Step} step
 * @param {number} index
 */
async function runStep(step, index) {
  const reportFile = join(reportDir, `${index}.json`)
  const browser = findChromium()
  const env = toolEnv({
    ...(browser === undefined ? {} : { CHROMIUM_PATH: browser }),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    ...step.env,
  })
  console.log(`\n== ${step.name}`)
  const startedMs = Date.now()
  const { code, said } = await run(commandOf(step, reportFile), { env, tee: step.mustSay !== undefined })
  const hasLooked = step.mustSay?.test(said) ?? true
  if (code === 0 && !hasLooked)
    console.log(`It exited with 0 but did not say ${step.mustSay}: it looked at nothing.`)
  const counts = readCounts(step, reportFile, code === 0)
  const isGreen = code === 0 && hasLooked && counts.failed === 0
  console.log(
    `== ${step.name}: ${isGreen ? 'ok' : 'FAILED'}, ${((Date.now() - startedMs) / 1000).toFixed(1)} s`,
  )
  return { isGreen, counts }
}

/**
 * With words given, only the steps whose name contains one of them: `npm test -- lint boundaries`.
 * @param {readonly string[]} words
 * @returns {Promise<Counts>}
 */
async function runGate(words) {
  const steps = gate.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  if (steps.length === 0) throw new LaunchError(`No step is named like ${words.join(', ')}.`)
  /** @type {Counts[]} */
  const counted = []
  for (const [index, step] of steps.entries()) {
    const { isGreen, counts } = await runStep(step, index)
    counted.push(counts)
    if (isGreen) continue
    console.log(`\nStopped at: ${step.name}`)
    const total = addCounts(counted)
    return total.failed > 0 ? total : { ...total, failed: 1 }
  }
  return addCounts(counted)
}

/** @returns {Promise<Counts>} */
async function main() {
  try {
    const args = process.argv.slice(2)
    await setUp({ withTestTools: true, withDocuments: args.includes('--documents') })
    return await runGate(args.filter((word) => !word.startsWith('--')))
  } catch (error) {
    console.log(error instanceof LaunchError ? error.message : error)
    return { ...noTests, failed: 1 }
  } finally {
    rmSync(reportDir, { recursive: true, force: true })
  }
}

const total = await main()
process.exitCode = total.failed === 0 ? 0 : 1
for (const line of lastLines(total)) console.log(line)
