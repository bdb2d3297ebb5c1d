import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '#db/folderLock.ts'

interface Served {
  readonly child: ChildProcess
  /** Settles with what stdout says once it says something. */
  readonly firstLine: Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
}

function serve(...args: readonly string[]): Served {
  const child = spawn(process.execPath, ['electron/browser/serve.ts', '--no-open', ...args])
  const said = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')))
  const firstLine = new Promise<string>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk.toString('utf8')
      resolve(said.stdout)
    }),
  )
  const ended = new Promise<Awaited<Served['ended']>>((resolve) =>
    child.once('close', (code) => resolve({ code, ...said })),
  )
  return { child, firstLine, ended }
}

/** These run the real entry on the built page: `electron-vite build` comes before them in the gate. */
describe('browser shell, its command', () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'browser-shell-data-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  it('says in Chinese that the data folder is in use, and ends with 1', async () => {
    const lock = lockFolder(dataDir, { shell: 'electron', host: 'pc', since: '2026-01-01T00:00:00.000Z' })
    const { code, stdout, stderr } = await serve('--data', dataDir).ended
    lock.release()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('正在使用（桌面窗口')
    expect(stderr).not.toContain(' at ')
  })

  it('prints its link, stops on SIGINT with 0 and gives the data folder back', async () => {
    const { child, firstLine, ended } = serve('--data', dataDir)
    const line = await Promise.race([firstLine, ended.then(({ stderr }) => stderr)])
    expect(line).toMatch(/^党务台账已启动：http:\/\/127\.0\.0\.1:\d+\/launch\?token=[\w-]{43}\n/)
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
    lockFolder(dataDir, { shell: 'cli', host: 'pc', since: '2026-01-01T00:00:00.000Z' }).release()
  })

  it('shows its usage for an argument it does not know, and binds to no other address', async () => {
    const { code, stderr } = await serve('--host', '0.0.0.0').ended
    expect([code, stderr]).toEqual([2, expect.stringContaining('用法')])
  })
})
