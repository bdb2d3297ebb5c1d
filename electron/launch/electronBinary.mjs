import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shouldFetchElectron } from './needs.mjs'
import { root } from './run.mjs'

const fetchLimitMs = 20_000
const electronDir = join(root, 'node_modules', 'electron')
const cacheDir = join(root, 'node_modules', '.cache', 'dangwu')
const failureMark = join(cacheDir, 'electron-fetch-failed')

/** Where Electron's program is, asked without importing the package: importing it starts a download. */
export function findElectron() {
  const pathFile = join(electronDir, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const distDir = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronDir, 'dist')
  const binary = join(distDir, readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/**
 * Tries the download once a day, for 20 seconds at most.
 * @param {string} nodeFile
 */
export function fetchElectron(nodeFile) {
  const lastFailureMs = existsSync(failureMark) ? statSync(failureMark).mtimeMs : undefined
  if (!shouldFetchElectron(lastFailureMs, Date.now())) return undefined
  const waiting = '正在获取 Electron，最多 20 秒……'
  if (process.stdout.isTTY) process.stdout.write(waiting)
  spawnSync(nodeFile, [join(electronDir, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: fetchLimitMs,
    killSignal: 'SIGKILL',
  })
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K`)
  const binary = findElectron()
  if (binary === undefined) {
    mkdirSync(cacheDir, { recursive: true })
    writeFileSync(failureMark, '')
  }
  return binary
}
