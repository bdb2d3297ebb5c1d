import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { LaunchError, root, toolEnv } from './run.mjs'

const demoMembers = 2000

/** The temporary folder is open to every user of the machine, so one that is not ours alone is not used. */
function demoBaseDir() {
  const base = join(tmpdir(), `dangwu-demo-${userInfo().username}`)
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(base)
  const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
  if (!isOurs || !lstatSync(base).isDirectory())
    throw new LaunchError(`${base} 不是当前用户独有的文件夹，请删除后再试。`)
  return base
}

/** @typedef {{ readonly dataDir: string, readonly accounts: readonly { readonly user: string, readonly password: string, readonly roleName: string }[] }} Demo */

/**
 * Invented data, made once and kept for the next start.
 * @param {import('./run.mjs').NodeCommand} node
 * @returns {Demo}
 */
export function ensureDemo(node) {
  const base = demoBaseDir()
  const dataDir = join(base, 'data')
  const reportFile = join(base, 'accounts.json')
  if (!existsSync(reportFile)) {
    rmSync(dataDir, { recursive: true, force: true })
    console.log(`正在生成 ${demoMembers} 名虚构党员的演示数据……`)
    const desk = [
      ...node.flags,
      join(root, 'electron/cli/desk.ts'),
      'demo',
      '--data',
      dataDir,
      '--members',
      String(demoMembers),
    ]
    const made = spawnSync(node.file, desk, {
      cwd: root,
      env: toolEnv(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (made.status !== 0) throw new LaunchError('演示数据没有生成，原因见上。')
    writeFileSync(reportFile, made.stdout, { mode: 0o600 })
  }
  return { dataDir, accounts: JSON.parse(readFileSync(reportFile, 'utf8')).accounts }
}
