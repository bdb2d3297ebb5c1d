import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { personRow, rosterWorkbook, withParts, workbook } from '../unit/imports/workbooks.ts'
import { preview } from './importsHarness.ts'
import { anIdNo } from './samples.ts'
import { firstAccounts, openTestCore, signedInCore, tempDir, testUser } from './testCore.ts'

const plain = rosterWorkbook([personRow(1)])
const bomb = withParts(plain, { 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024).fill(0x20) })
const docx = zipSync({ '[Content_Types].xml': new Uint8Array(1), 'word/document.xml': new Uint8Array(1) })

it.each<readonly [string, string, Uint8Array, string]>([
  ['a zip bomb', 'a.xlsx', bomb, 'FILE_TOO_LARGE'],
  ['a renamed .docx', 'a.xlsx', docx, 'FILE_REFUSED'],
  ['macros', 'a.xlsx', withParts(plain, { 'xl/vbaProject.bin': 'x' }), 'FILE_REFUSED'],
  [
    'links to other files',
    'a.xlsx',
    withParts(plain, { 'xl/externalLinks/externalLink1.xml': '<x/>' }),
    'FILE_REFUSED',
  ],
  [
    'a formula that starts a program',
    'a.csv',
    Buffer.from(`姓名,身份证号\n=cmd|'/C calc'!A0,1\n`),
    'FILE_REFUSED',
  ],
  ['half a file', 'a.xlsx', plain.slice(0, 900), 'FILE_UNREADABLE'],
  ['nothing', 'a.xlsx', new Uint8Array(0), 'FILE_UNREADABLE'],
])('refuses %s in a Chinese sentence and writes nothing', async (_, name, bytes, code) => {
  const test = await signedInCore()
  const before = await test.call('system.verify', {})
  const started = performance.now()
  const refusal = await preview(test, 'roster', name, Uint8Array.from(bytes)).then(
    () => expect.unreachable('the file was read'),
    (error: unknown) => error,
  )
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(refusal).toMatchObject({ code, messageZh: expect.stringMatching(/^[\u4E00-\u9FFF].{8,}/) })
  expect(await test.call('system.verify', {})).toEqual(before)
})

it('says in the report that no table was found, instead of nought people', async () => {
  const test = await signedInCore()
  const bytes = workbook({ 说明: { rows: [['请按要求填写'], ['谢谢']] }, 空: { rows: [] } })
  const { report } = await preview(test, 'roster', 'a.xlsx', bytes)
  expect(report.rows).toBe(0)
  expect(report.findings.map(({ sheet, code }) => [sheet, code])).toEqual([
    ['说明', 'NO_TABLE'],
    ['空', 'NO_TABLE'],
  ])
})

it('keeps a preview to the session that made it', async () => {
  const test = openTestCore(tempDir())
  await test.call('accounts.createFirst', firstAccounts)
  const shown = await preview(test, 'roster', 'a.xlsx', plain)
  const other = test.core.openSession()
  await test.core.call('accounts.signIn', { user: testUser.user, password: testUser.password }, other)
  const answer = await test.core.call('imports.commit', { previewId: shown.previewId, jobId: null }, other)
  expect(answer).toMatchObject({ ok: false })
})

it('stops a preview when its job is cancelled, and the next one runs', async () => {
  const test = await signedInCore()
  const rows = Array.from({ length: 3000 }, (_, index) =>
    personRow(index, { idNo: anIdNo(`19${50 + (index % 50)}-05-04`, 1 + Math.floor(index / 50)) }),
  )
  const bytes = rosterWorkbook(rows)
  const running = preview(test, 'roster', 'a.xlsx', bytes, { jobId: 'job-12345' })
  const refused = expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(await test.call('jobs.progress', { jobId: 'job-12345' })).toMatchObject({ label: '读取工作簿' })
  await test.call('jobs.cancel', { jobId: 'job-12345' })
  await refused
  expect((await preview(test, 'roster', 'a.xlsx', bytes)).report.rows).toBe(3000)
})
