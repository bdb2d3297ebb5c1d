import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it, onTestFinished } from 'vitest'
import type { Args } from '../../electron/cli/args.ts'
import { exportFile } from '../../electron/cli/commands/export.ts'
import { deskOn } from '../../electron/cli/deskSession.ts'
import { aFileAt } from './developmentHarness.ts'
import { testUser } from './testCore.ts'

const values: Args['values'] = {
  members: '2000',
  seed: '1',
  commit: false,
  mode: 'addAndUpdate',
  branches: 'create',
  format: 'docx',
  full: false,
  input: '{}',
}

it('desk export development writes one paper, the plan, the whole file of a person, or all of a month', async () => {
  const office = await aFileAt('regularApprovedOn')
  process.env['DESK_PASSWORD'] = testUser.password
  onTestFinished(() => {
    delete process.env['DESK_PASSWORD']
  })
  const out = join(office.dataDir, 'out.docx')
  const run = (more: Partial<Args['values']>) => {
    const args = { positionals: ['export', 'development'], values: { ...values, out, ...more } }
    return exportFile.run(deskOn(office.core, office.shelf), args, testUser.user)
  }
  const written = () =>
    strFromU8(unzipSync(readFileSync(out))['word/document.xml'] ?? new Uint8Array()).replaceAll(
      /<[^>]+>/g,
      '',
    )
  const file = office.file.id

  expect(await run({ file, paper: 'regularReply' })).toMatchObject({ out, rows: 1 })
  expect(written()).toContain('批准张新同志按期转为中共正式党员，转正时间为2025年12月10日')
  await run({ file, paper: 'plan', wished: '2026-12-20' })
  expect(written()).toContain('倒排计划')
  expect(await run({ file })).toMatchObject({ rows: expect.any(Number) })
  expect(written()).toContain('归档目录')

  await expect(run({ file, paper: 'letter' })).rejects.toMatchObject({
    messageZh: expect.stringContaining('admissionResolution'),
  })
  await expect(run({ file, month: '2026-12' })).rejects.toMatchObject({
    messageZh: expect.stringContaining('不能和 --file'),
  })
  await expect(run({ month: '2026-12' })).rejects.toMatchObject({
    messageZh: expect.stringContaining('没有到期'),
  })
  await expect(run({})).rejects.toMatchObject({ messageZh: expect.stringContaining('缺少参数 --file') })
})
