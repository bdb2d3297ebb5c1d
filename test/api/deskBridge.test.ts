import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { tempDir } from './testCore.ts'

const entry = fileURLToPath(new URL('../../electron/cli/desk.ts', import.meta.url))

function desk(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DESK_PASSWORD: 'Demo-2026' },
  })
  return { status, stderr, json: (): unknown => JSON.parse(stdout) }
}

it('desk export bridge writes the statement between the ends of two days and says what it balances to', () => {
  const dir = tempDir()
  expect(desk('demo', '--data', dir, '--members', '60', '--seed', '3').status).toBe(0)
  const out = join(dir, '对账单.xlsx')
  const days = ['--from', '2024-12-31', '--to', '2025-12-31'] as const
  const made = desk('export', 'bridge', '--data', dir, ...days, '--format', 'xlsx', '--out', out)
  expect(made.stderr).toBe('')
  expect(made.json()).toMatchObject({
    out,
    balanced: true,
    opening: expect.any(Number),
    missing: expect.any(Array),
  })
  expect(read(readFileSync(out)).SheetNames[0]).toBe('对账单')
  const docx = join(dir, '对账单.docx')
  const asClerks = ['--from', '2024.12.31', '--to', '2025年12月31日'] as const
  expect(desk('export', 'bridge', '--data', dir, ...asClerks, '--out', docx).status).toBe(0)
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK')

  const turned = desk(
    'export',
    'bridge',
    '--data',
    dir,
    '--from',
    '2025-12-31',
    '--to',
    '2024-12-31',
    '--out',
    out,
  )
  expect(turned).toMatchObject({ status: 1, stderr: expect.stringContaining('期末应晚于期初') })
  const none = desk('export', 'bridge', '--data', dir, '--to', '2025-12-31', '--out', out)
  expect(none).toMatchObject({ status: 1, stderr: expect.stringContaining('--from') })
  const odd = desk(
    'export',
    'bridge',
    '--data',
    dir,
    '--from',
    '2025-02-30',
    '--to',
    '2025-12-31',
    '--out',
    out,
  )
  expect(odd).toMatchObject({ status: 1, stderr: expect.stringContaining('2025-12-31') })
})
