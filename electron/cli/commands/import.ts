import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { importKinds } from '#shared/contract/imports.ts'
import { needed, oneOf } from '../args.ts'
import type { Command } from './command.ts'
import { importBallots } from './importBallots.ts'

export const importFile: Command = {
  user: 'admin',
  mayMakeFolder: false,
  run: async (desk, args, user) => {
    const { positionals, values } = args
    const kind = oneOf(positionals[1], [...importKinds, 'ballots'], '导入种类')
    const path = needed(positionals[2], '文件')
    await desk.signIn(user)
    if (kind === 'ballots') return importBallots(desk, { name: path, bytes: readSource(path) }, args)
    const file = desk.shelf.put({ name: basename(path), bytes: readSource(path) })
    const preview = await desk.call('imports.preview', {
      kind,
      file,
      mode: oneOf(values.mode, ['addAndUpdate', 'fillBlanks', 'addOnly'], '--mode'),
      columns: {},
      skipSheets: [],
      branches: {},
      otherBranches: oneOf(values.branches, ['create', 'block'], '--branches'),
      jobId: null,
    })
    if (!values.commit) return preview.report
    return desk.call('imports.commit', { previewId: preview.previewId, jobId: null })
  },
}

function readSource(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', 'cannot read the file', {
      messageZh: `读不到文件：${path}`,
      cause: error,
    })
  }
}

export const undoImport: Command = {
  user: 'admin',
  mayMakeFolder: false,
  run: async (desk, { positionals }, user) => {
    const batchId = needed(positionals[1], '批次')
    await desk.signIn(user)
    const { edited } = await desk.call('imports.checkWithdraw', { batchId })
    if (edited.length > 0) {
      process.stdout.write(`${JSON.stringify({ edited })}\n`)
      const names = edited.map((each) => `${each.name}（${each.reason}）`).join('、')
      throw new AppError('CONFLICT', 'edited since', {
        messageZh: `不能撤回：导入后有 ${edited.length} 条记录改动过：${names}`,
      })
    }
    return { batch: batchId, ...(await desk.call('imports.withdraw', { batchId })) }
  },
}
