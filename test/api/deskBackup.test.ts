import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { tempDir } from './testCore.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function desk(args: readonly string[], env: NodeJS.ProcessEnv = { DESK_PASSWORD: 'Demo-2026' }) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'electron/cli/desk.ts'), ...args],
    {
      env: { PATH: process.env['PATH'], ...env },
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
