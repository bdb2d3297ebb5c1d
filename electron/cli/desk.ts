import { existsSync } from 'node:fs'
import { createCore } from '#core/createCore.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { AppError } from '#shared/contract/errors.ts'
import { needed, readArgs } from './args.ts'
import { cliPorts } from './cliPorts.ts'
import { accounts } from './commands/accounts.ts'
import { backup } from './commands/backup.ts'
import { callRoute } from './commands/call.ts'
import type { Command } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { exportFile } from './commands/export.ts'
import { importFile, undoImport } from './commands/import.ts'
import { restore } from './commands/restore.ts'
import { verify } from './commands/verify.ts'
import { deskOn } from './deskSession.ts'
import { explain } from './messages.ts'

const commands: Readonly<Record<string, Command>> = {
  demo,
  import: importFile,
  'undo-import': undoImport,
  export: exportFile,
  call: callRoute,
  accounts,
  backup,
  restore,
  verify,
}

async function main(): Promise<void> {
  const args = readArgs()
  const { positionals, values } = args
  const name = positionals[0] ?? ''
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command)
    throw new AppError('VALIDATION_FAILED', 'unknown command', {
      messageZh: `用法：desk ${Object.keys(commands).join('|')} …（见 README）`,
    })
  const dataDir = needed(values.data, '--data')
  if (!command.mayMakeFolder && !existsSync(dataDir))
    throw new AppError('NOT_FOUND', 'no such data folder', { messageZh: `没有这个数据文件夹：${dataDir}` })
  const shelf = createFileShelf()
  const { passwordCost } = command
  const core = createCore(
    { dataDir, appVersion: '0.1.0', shell: 'cli', ...(passwordCost === undefined ? {} : { passwordCost }) },
    cliPorts(shelf),
  )
  try {
    const output = await command.run(deskOn(core, shelf), args, values.user ?? command.user)
    process.stdout.write(`${JSON.stringify(output)}\n`)
  } finally {
    await core.close()
  }
}

try {
  await main()
} catch (error) {
  process.exitCode = 1
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${explain(error.toBody())}\n`)
}
