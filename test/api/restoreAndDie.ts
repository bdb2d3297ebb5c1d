import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { cliPorts } from '../../electron/cli/cliPorts.ts'

/**
 * Restores a backup in a process of its own and kills it before the n-th change to the data folder, counted from the marker
 * that says a restore has begun to the end of that marker. `node restoreAndDie.ts DATA BACKUP N`.
 */
const [dataDir = '', backup = '', dieAt = '0'] = process.argv.slice(2)

let changes = 0
let stage: 'before' | 'under way' | 'after' = 'before'

function before(name: string, path: unknown): void {
  if (name === 'renameSync' && String(path) === join(dataDir, 'restore.json.tmp')) stage = 'under way'
  if (stage !== 'under way') return
  changes += 1
  if (changes === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
}

function after(name: string, path: unknown): void {
  if (name === 'rmSync' && String(path) === join(dataDir, 'restore.json')) stage = 'after'
}

for (const name of ['renameSync', 'mkdirSync', 'copyFileSync', 'rmSync', 'rmdirSync'] as const) {
  const real: unknown = fs[name]
  if (typeof real !== 'function') throw new Error(`no ${name}`)
  Object.assign(fs, {
    [name]: (...args: readonly unknown[]): unknown => {
      before(name, args[0])
      const answer: unknown = Reflect.apply(real, fs, args)
      after(name, args[0])
      return answer
    },
  })
}
syncBuiltinESMExports()

const { createCore } = await import('../../electron/core/createCore.ts')
const { createFileShelf } = await import('../../electron/core/system/fileShelf.ts')
const core = createCore(
  { dataDir, appVersion: '0.0.0', shell: 'cli', passwordCost: 10 },
  cliPorts(createFileShelf()),
)
const session = core.openSession()
const call = async (route: string, input: unknown) => {
  const result = await core.call(route, input, session)
  if (!result.ok) throw new Error(result.error.detail)
}
await call('accounts.signIn', { user: 'sysadmin', password: 'Manage-2026' })
await call('backup.restore', {
  source: { from: 'list', id: backup, place: 'local' },
  ownPassword: 'Manage-2026',
  jobId: null,
})
await core.close()
process.stdout.write(`${changes}\n`)
