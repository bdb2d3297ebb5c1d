import { existsSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { type Args, needed, neededDay, oneOf, optionalDay } from '../args.ts'
import type { Desk } from '../deskSession.ts'
import type { Command } from './command.ts'
import { exportDevelopmentPapers } from './exportDevelopment.ts'
import { exportMeetingPapers } from './exportMeetings.ts'
import { exportReviewPapers } from './exportReviews.ts'

export const exportFile: Command = {
  user: 'admin',
  mayMakeFolder: false,
  run: async (desk, { positionals, values }, user) => {
    const kind = oneOf(positionals[1], ['roster', 'bridge', 'development', 'meetings', 'reviews'], '导出种类')
    const out = needed(values.out, '--out')
    if (!existsSync(dirname(resolve(out))))
      throw new AppError('NOT_FOUND', 'no such folder', { messageZh: `没有这个文件夹：${dirname(out)}` })
    await desk.signIn(user)
    if (kind === 'bridge') return exportBridge(desk, values, out)
    if (kind === 'development') {
      const organizationId = await organizationByCode(desk, values.org)
      const { file, rows, missing } = await exportDevelopmentPapers(desk, values, organizationId)
      writeResult(out, desk.shelf.read(file.handle).bytes)
      return { out, rows, missing }
    }
    if (kind === 'meetings') {
      const organizationId = await organizationByCode(desk, values.org)
      const { file, rows, missing } = await exportMeetingPapers(desk, values, organizationId)
      writeResult(out, desk.shelf.read(file.handle).bytes)
      return { out, rows, missing }
    }
    if (kind === 'reviews') {
      const organizationId = await organizationByCode(desk, values.org)
      const { file, rows, missing } = await exportReviewPapers(desk, values, organizationId)
      writeResult(out, desk.shelf.read(file.handle).bytes)
      return { out, rows, missing }
    }
    const exported = await desk.call('documents.exportRoster', {
      organizationId: await organizationByCode(desk, values.org),
      format: oneOf(values.format, ['docx', 'xlsx'], '--format'),
      unmasked: values.full,
      purpose: values.purpose ?? null,
      columns: null,
      asOf: optionalDay(values['as-of'], '--as-of'),
      jobId: null,
    })
    writeResult(out, desk.shelf.read(exported.file.handle).bytes)
    return { out, rows: exported.rows, missing: exported.missing }
  },
}

/** Opening and closing are the ends (24:00) of `--from` and `--to`. */
async function exportBridge(desk: Desk, values: Args['values'], out: string) {
  const { file, rows, opening, closing, balanced, missing } = await desk.call('documents.exportBridge', {
    organizationId: await organizationByCode(desk, values.org),
    format: oneOf(values.format, ['docx', 'xlsx'], '--format'),
    from: neededDay(values.from, '--from'),
    to: neededDay(values.to, '--to'),
  })
  writeResult(out, desk.shelf.read(file.handle).bytes)
  return { out, rows, opening, closing, balanced, missing }
}

function writeResult(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    throw new AppError('FOLDER_READ_ONLY', 'cannot write the file', {
      messageZh: `写不了文件：${path}`,
      cause: error,
    })
  }
}

export async function organizationByCode(desk: Desk, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null
  const { nodes } = await desk.call('organizations.tree', { includeEnded: false })
  const found = nodes.find((node) => node.code === code)
  if (found) return found.id
  throw new AppError('NOT_FOUND', 'no such code', { messageZh: `没有代码为 ${code} 的党组织` })
}
