import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { canOpenData } from './needs.mjs'
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

/** @returns {readonly number[]} */
function knownMigrations() {
  const journal = JSON.parse(readFileSync(join(root, 'db/migrations/meta/_journal.json'), 'utf8'))
  return journal.entries.map((/** @type {{ readonly when: number }} */ { when }) => when)
}

/** @param {string} file @returns {readonly number[] | undefined} */
function readNote(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** @typedef {{ readonly dataDir: string, readonly accounts: readonly { readonly user: string, readonly password: string, readonly roleName: string }[] }} Demo */

/**
 * Invented data, made once and kept for the next start; made anew where another build has left what this one cannot open.
 * @param {import('./run.mjs').NodeCommand} node
 * @returns {Demo}
 */
export function ensureDemo(node) {
  const base = demoBaseDir()
  const dataDir = join(base, 'data')
  const reportFile = join(base, 'accounts.json')
  const noteFile = join(base, 'migrations.json')
  if (!existsSync(reportFile) || !canOpenData(readNote(noteFile), knownMigrations())) {
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
  // Opening brings the data up to these.
  writeFileSync(noteFile, JSON.stringify(knownMigrations()), { mode: 0o600 })
  return { dataDir, accounts: JSON.parse(readFileSync(reportFile, 'utf8')).accounts }
}
