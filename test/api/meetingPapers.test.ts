import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it, onTestFinished } from 'vitest'
import { unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import type { Args } from '../../electron/cli/args.ts'
import { exportFile } from '../../electron/cli/commands/export.ts'
import { deskOn } from '../../electron/cli/deskSession.ts'
import { workbook } from '../unit/imports/workbooks.ts'
import { importFile } from './importsHarness.ts'
import { aStreet } from './samples.ts'
import { signedInCore, testUser } from './testCore.ts'

const deskValues: Args['values'] = {
  members: '2000',
  seed: '1',
  commit: false,
  mode: 'addAndUpdate',
  branches: 'create',
  format: 'docx',
  full: false,
  input: '{}',
}

it('papers of meetings are handed on: numbers in their free texts are masked whoever makes them; a long one can be stopped', async () => {
  const office = await signedInCore()
  const { branchId: organizationId } = await aStreet(office)
  const written = '联系电话13812345678，证件110105197003072310'
  const { id: meetingId } = await office.call('meetings.create', {
    fields: {
      ...unfilledMeeting,
      organizationId,
      kinds: ['branchMeeting'],
      title: written,
      heldOn: '2026-11-20',
      summary: written,
      observers: written,
    },
  })
  const month = { organizationId, month: '2026-11', papers: 'both', jobId: null } as const
  for (const exported of [
    await office.call('documents.exportMinutes', { meetingId }),
    await office.call('documents.exportMonth', month),
  ]) {
    const parts = unzipSync(office.shelf.read(exported.file.handle).bytes)
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(text).toContain('联系电话')
    expect(text).not.toMatch(/13812345678|110105197003072310/)
    expect(exported.file.name).not.toMatch(/\d{8}/)
  }
  const jobId = 'month-of-papers'
  const refused = office.refusal('documents.exportMonth', { ...month, jobId })
  await office.call('jobs.cancel', { jobId })
  expect((await refused).code).toBe('CANCELLED')
})

it('a month of more meetings than a file should hold is several files in one, and none is left out', async () => {
  const office = await signedInCore()
  await aStreet(office)
  const times = Array.from(
    { length: 210 },
    (_, n) => `${8 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`,
  )
  const rows = times.map((time) => ['东环第一党支部', '主题党日', `2026-11-05 ${time}`, `学习${time}`])
  const sheet = workbook({ 台账: { rows: [['党支部', '会议类型', '召开时间', '会议主题'], ...rows] } })
  await importFile(office, 'meetings', '台账.xlsx', sheet)
  const month = { organizationId: null, month: '2026-11', papers: 'minutes', jobId: null } as const
  const exported = await office.call('documents.exportMonth', month)
  expect(exported.rows).toBe(210)
  expect(exported.file.name).toMatch(/\.zip$/)
  const files = unzipSync(office.shelf.read(exported.file.handle).bytes)
  expect(Object.keys(files)).toEqual(['2026年11月会议记录（1）.docx', '2026年11月会议记录（2）.docx'])
  const text = Object.values(files)
    .map((file) => strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()))
    .join('')
  for (const time of times) expect(text).toContain(`学习${time}`)
})

it('desk export meetings writes the tables of a year and the papers of a month, and asks for what is missing', async () => {
  const office = await signedInCore()
  const { branchId: organizationId } = await aStreet(office)
  await office.call('meetings.create', {
    fields: { ...unfilledMeeting, organizationId, kinds: ['themeDay'], title: '学习', heldOn: '2026-11-20' },
  })
  process.env['DESK_PASSWORD'] = testUser.password
  onTestFinished(() => {
    delete process.env['DESK_PASSWORD']
  })
  const out = join(office.dataDir, 'out')
  const run = (more: Partial<Args['values']>) => {
    const args = { positionals: ['export', 'meetings'], values: { ...deskValues, out, ...more } }
    return exportFile.run(deskOn(office.core, office.shelf), args, testUser.user)
  }
  expect(await run({ year: '2026', paper: 'completion', format: 'xlsx' })).toMatchObject({ out, rows: 2 })
  expect(await run({ month: '2026-11' })).toMatchObject({ out, rows: 1 })
  await expect(run({})).rejects.toThrow('missing --year')
  await expect(run({ year: '2026', paper: 'book' })).rejects.toThrow('missing --org')
})
