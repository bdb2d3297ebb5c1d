import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'
import { ensureDemo } from './demo.mjs'
import { fetchElectron, findElectron } from './electronBinary.mjs'
import { couldNotStart, electronObstacleZh } from './needs.mjs'
import { launch, LaunchError, root, runForeground } from './run.mjs'
import { setUp } from './setup.mjs'

const usage = '用法：npm start -- [--demo | --data 数据文件夹] [--browser] [--no-open] [--port 端口]'

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean' },
        data: { type: 'string' },
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
      },
    })
    if (values.demo && values.data !== undefined) throw new LaunchError(usage)
    return values
  } catch {
    throw new LaunchError(usage)
  }
}

/**
 * @param {boolean | undefined} wantsBrowser
 * @param {string} nodeFile
 * @returns {{ readonly electron?: string, readonly whyNotZh?: string }}
 */
function chooseShell(wantsBrowser, nodeFile) {
  if (wantsBrowser) return {}
  const obstacle = electronObstacleZh({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']),
  })
  if (obstacle !== undefined) return { whyNotZh: obstacle }
  const electron = findElectron() ?? fetchElectron(nodeFile)
  return electron === undefined ? { whyNotZh: '本机没有 Electron，也没能下载' } : { electron }
}

await launch(async () => {
  const options = readOptions()
  const node = await setUp()
  await buildIfStale()
  const demo = options.demo ? ensureDemo(node) : undefined
  for (const { user, password, roleName } of demo?.accounts ?? [])
    console.log(`演示账号：${user}　密码：${password}　${roleName}`)
  const dataDir = demo?.dataDir ?? (options.data === undefined ? undefined : resolve(options.data))
  const dataArgs = dataDir === undefined ? [] : ['--data', dataDir]

  const { electron, whyNotZh } = chooseShell(options.browser, node.file)
  let reasonZh = whyNotZh
  if (electron !== undefined) {
    const ended = await runForeground([electron, root, ...dataArgs])
    if (!couldNotStart(ended)) return ended.code ?? 0
    reasonZh = 'Electron 在本机打不开'
  }
  if (reasonZh !== undefined) console.log(`${reasonZh}，改用浏览器界面。`)
  const port = options.port === undefined ? [] : ['--port', options.port]
  const noOpen = options['no-open'] ? ['--no-open'] : []
  const serve = join(root, 'electron/browser/serve.ts')
  const { code } = await runForeground([node.file, ...node.flags, serve, ...dataArgs, ...port, ...noOpen])
  return code ?? 0
})
