import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { needsBuild } from './needs.mjs'
import { LaunchError, root, run } from './run.mjs'

const sources = ['electron', 'db', 'renderer', 'package-lock.json', 'electron.vite.config.ts']
const notBuilt = ['electron/launch', 'db/migrations']
const outputs = ['out/main/main.js', 'out/renderer/index.html']

/**
 * @param {string} path
 * @returns {readonly number[]}
 */
function timesUnder(path) {
  if (notBuilt.includes(path)) return []
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  // A folder's own time is left out: editors touch it with files that are no source.
  if (!stat.isDirectory()) return [stat.mtimeMs]
  return readdirSync(join(root, path)).flatMap((name) => timesUnder(`${path}/${name}`))
}

export async function buildIfStale() {
  const outputTimes = outputs.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs)
  if (!needsBuild(sources.flatMap(timesUnder), outputTimes)) return
  console.log('正在生成界面……')
  const { code } = await run(['electron-vite', 'build', '--logLevel', 'warn'])
  if (code !== 0) throw new LaunchError('界面没有生成，原因见上。')
}
