import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { tempDir } from './testCore.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function desk(args: readonly string[], env: NodeJS.ProcessEnv = { DESK_PASSWORD: 'Demo-2026' }) {
  const { PATH, NODE_OPTIONS, NODE_COMPILE_CACHE } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'electron/cli/desk.ts'), ...args],
    {
      env: { PATH, NODE_OPTIONS, NODE_COMPILE_CACHE, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    },
  )
  const answer: unknown = stdout === '' ? null : JSON.parse(stdout)
  return { status, answer, stderr }
}

it('backup writes one file and answers its manifest; restore opens it in an empty folder and over the same ledger', () => {
  const dir = tempDir()
  const [data, elsewhere, out] = [join(dir, 'data'), join(dir, 'elsewhere'), join(dir, 'carried.zip')]
  expect(desk(['demo', '--data', data, '--members', '20']).status).toBe(0)
  const made = desk(['backup', '--data', data, '--out', out])
  expect(made).toMatchObject({ status: 0, answer: { out, format: 1, counts: { members: 20 } } })
  expect(existsSync(out)).toBe(true)
  expect(desk(['restore', out, '--data', elsewhere])).toMatchObject({
    status: 0,
    answer: { setAside: null, recoveryCode: null, counts: { members: 20 } },
  })
  expect(desk(['verify', '--data', elsewhere])).toMatchObject({
    status: 0,
    answer: { integrity: 'ok', audit: { ok: true }, counts: { members: 20 } },
  })
  expect(desk(['restore', out, '--data', data])).toMatchObject({
    status: 0,
    answer: { setAside: expect.stringContaining('set-aside') },
  })
}, 120_000)

it('a wrong file, a wrong password and a missing one are refused in words, and nothing is made', () => {
  const dir = tempDir()
  const [data, other] = [join(dir, 'data'), join(dir, 'note.zip')]
  writeFileSync(other, 'not a backup, but long enough to have an end')
  expect(desk(['restore', other, '--data', data])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('文件不是完整的备份'),
  })
  expect(desk(['restore', join(dir, 'none.zip'), '--data', data]).stderr).toContain('没有这个文件')
  expect(existsSync(join(data, 'ledger.db'))).toBe(false)
  expect(readFileSync(other, 'utf8')).toContain('not a backup')
}, 60_000)

it('verify of a database that cannot be opened is an answer too: not ok, in words, with exit code 1', () => {
  const data = join(tempDir(), 'data')
  expect(desk(['demo', '--data', data, '--members', '5']).status).toBe(0)
  expect(desk(['verify', '--data', data])).toMatchObject({ status: 0, answer: { ok: true, problem: null } })
  truncateSync(join(data, 'ledger.db'), 4096 * 3 + 100)
  const sentence = expect.stringContaining('数据库文件不完整')
  expect(desk(['verify', '--data', data])).toMatchObject({
    status: 1,
    answer: {
      ok: false,
      problem: sentence,
      integrity: 'DATABASE_DAMAGED',
      foreignKeys: null,
      audit: { ok: false, entries: 0, lastGood: 0, problem: sentence },
    },
    stderr: sentence,
  })
  expect(desk(['verify', '--data', data], { DESK_PASSWORD: 'Wrong-2026' })).toMatchObject({
    status: 1,
    answer: null,
  })
  rmSync(join(data, 'ledger.db'))
  expect(desk(['verify', '--data', data])).toMatchObject({
    status: 1,
    answer: { ok: false, integrity: 'DATABASE_MISSING' },
  })
}, 120_000)

it('restore says when only the key file was put back', () => {
  const dir = tempDir()
  const [data, out] = [join(dir, 'data'), join(dir, 'carried.zip')]
  expect(desk(['demo', '--data', data, '--members', '5']).status).toBe(0)
  expect(desk(['backup', '--data', data, '--out', out]).status).toBe(0)
  rmSync(join(data, 'keys.json'))
  expect(desk(['restore', out, '--data', data])).toMatchObject({
    status: 0,
    answer: { did: 'keysOnly', setAside: null },
    stderr: expect.stringContaining('没有用备份替换'),
  })
}, 120_000)
