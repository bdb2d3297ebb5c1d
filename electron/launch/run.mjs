import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canRunApp, nodeFlags, parseNodeVersion } from './needs.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Ends the launch with a sentence for the person at the terminal. */
export class LaunchError extends Error {}

/**
 * The tools of this project, Node 24 included, come before those of the machine.
 * @param {Readonly<Record<string, string | undefined>>} [extra]
 */
export function toolEnv(extra = {}) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [join(root, 'node_modules', '.bin'), process.env[name] ?? ''].join(delimiter)
  return { ...process.env, [name]: path, ...extra }
}

/** @typedef {{ readonly file: string, readonly flags: readonly string[] }} NodeCommand */

/** @returns {NodeCommand} */
export function findNode() {
  const bundled = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(bundled)) {
    const asked = spawnSync(bundled, ['--version'], { encoding: 'utf8' })
    const version = parseNodeVersion(asked.stdout ?? '')
    if (asked.status === 0 && canRunApp(version)) return { file: bundled, flags: nodeFlags(version) }
  }
  const own = parseNodeVersion(process.version)
  if (canRunApp(own)) return { file: process.execPath, flags: nodeFlags(own) }
  throw new LaunchError(
    `需要 Node 24（至少 22.14），本机是 ${process.version}，请安装后再运行。 ` +
      `Node 24 (22.14 at least) is needed; this is ${process.version}.`,
  )
}

/**
 * Runs a command to its end with our own terminal; `tee` also returns what it said.
 * @param {readonly [string, ...string[]]} command
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly tee?: boolean }} [options]
 * @returns {Promise<{ readonly code: number, readonly said: string }>}
 */
export function run([file, ...args], { env = toolEnv(), tee = false } = {}) {
  return new Promise((resolve, reject) => {
    // The only names given here are our own; Windows starts .cmd files through its shell alone.
    const shell = process.platform === 'win32' && !file.endsWith('.exe')
    const stdio = tee ? 'pipe' : 'inherit'
    const child = spawn(file, args, { cwd: root, env, shell, stdio: ['inherit', stdio, stdio] })
    let said = ''
    for (const [stream, terminal] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream?.on('data', (/** @type {Buffer} */ chunk) => {
        said += chunk.toString('utf8')
        terminal.write(chunk)
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), said }))
  })
}

/** @typedef {{ readonly code: number | null, readonly signal: NodeJS.Signals | null, readonly ranMs: number }} Ended */

/**
 * Runs a shell of the app in the foreground: Ctrl+C reaches it by itself, and we leave only after it has closed its data.
 * @param {readonly [string, ...string[]]} command
 * @returns {Promise<Ended>}
 */
export function runForeground([file, ...args]) {
  return new Promise((resolve, reject) => {
    const startedMs = Date.now()
    const child = spawn(file, args, { env: toolEnv(), stdio: 'inherit' })
    process.on('SIGINT', () => undefined)
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ranMs: Date.now() - startedMs }))
  })
}

/**
 * The last word of every script here: a sentence for what a person can mend, a stack for what is our bug.
 * @param {() => Promise<number>} main
 */
export async function launch(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof LaunchError ? error.message : error)
    process.exitCode = 1
  }
}
