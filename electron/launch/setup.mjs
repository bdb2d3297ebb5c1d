import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { missingPackages, needsInstall } from './needs.mjs'
import { findNode, launch, LaunchError, root, run, toolEnv } from './run.mjs'

/** @param {string} path */
function readJson(path) {
  const full = join(root, path)
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')) : undefined
}

/** @returns {readonly [string, ...string[]]} */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  // npm may replace our own Node in node_modules: it must run on the Node of the machine.
  return script !== undefined && node !== undefined ? [node, script] : ['npm']
}

async function installDependencies() {
  const lock = readJson('package-lock.json')
  if (!needsInstall(lock, readJson('node_modules/.package-lock.json'))) return
  console.log('正在安装依赖……  Installing dependencies.')
  // Not `npm ci`: it refuses a lock made where the registry has only some of the optional packages for other systems.
  const { code } = await run([...npmCommand(), 'install', '--no-save', '--loglevel=error'], {
    env: process.env,
  })
  if (code !== 0) throw new LaunchError('依赖没有装好，原因见上。  npm install failed, see above.')
}

/** @param {readonly string[]} command */
function says(command) {
  const [file = '', ...args] = command
  return spawnSync(file, args, { encoding: 'utf8' }).stdout ?? ''
}

/** @param {string} name */
function isOnPath(name) {
  return says(['sh', '-c', `command -v ${name}`]).trim() !== ''
}

const browserPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/** The browser the tests drive; CHROMIUM_PATH names another. */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  return [...(named === undefined ? [] : [named]), ...browserPaths].find((path) => existsSync(path))
}

/** @param {boolean} withDocuments */
function findMissing(withDocuments) {
  return missingPackages({
    hasChromium: findChromium() !== undefined,
    hasChineseFont: process.platform !== 'linux' || says(['fc-list', ':lang=zh']).trim() !== '',
    hasOffice: !withDocuments || isOnPath('soffice'),
    hasPoppler: !withDocuments || isOnPath('pdftoppm'),
    withDocuments,
  })
}

/** @param {boolean} withDocuments */
async function installTestTools(withDocuments) {
  const missing = findMissing(withDocuments)
  if (missing.length === 0) return
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')
  if (!canInstall) {
    console.log(`Missing for the tests: ${missing.join(', ')}. As root on Debian this script installs them.`)
  } else {
    console.log(`Installing for the tests: ${missing.join(', ')}.`)
    const env = toolEnv({ DEBIAN_FRONTEND: 'noninteractive' })
    await run(['apt-get', 'update', '-q'], { env })
    await run(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing], { env })
  }
  const still = findMissing(withDocuments)
  if (still.includes('chromium'))
    throw new LaunchError('No Chromium for the browser tests: install it or set CHROMIUM_PATH.')
  if (canInstall && still.length > 0) throw new LaunchError(`apt-get did not install ${still.join(', ')}.`)
}

/**
 * Whatever a fresh machine lacks. Safe to run again: it looks first.
 * @param {{ readonly withTestTools?: boolean, readonly withDocuments?: boolean }} [options]
 */
export async function setUp({ withTestTools = false, withDocuments = false } = {}) {
  await installDependencies()
  const node = findNode()
  if (withTestTools) await installTestTools(withDocuments)
  return node
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const flags = process.argv.slice(2)
  await launch(async () => {
    await setUp({ withTestTools: flags.includes('--test'), withDocuments: flags.includes('--documents') })
    return 0
  })
}
