import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tempDir } from './testCore.ts'

const entry = fileURLToPath(new URL('../../electron/cli/desk.ts', import.meta.url))
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url))

/** `desk` as an installer runs it: a process of its own. */
function desk(args: readonly string[], password?: string, newPassword?: string) {
  const { DESK_PASSWORD: _, DESK_NEW_PASSWORD: _new, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    encoding: 'utf8',
    env: {
      ...env,
      ...(password === 'none' ? {} : { DESK_PASSWORD: password ?? 'Demo-2026' }),
      ...(newPassword === undefined ? {} : { DESK_NEW_PASSWORD: newPassword }),
    },
  })
  return { status, stderr, json: (): unknown => JSON.parse(stdout) }
}

const report = z.object({
  batch: z.string().nullable(),
  rows: z.number(),
  counts: z.object({
    new: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    duplicate: z.number(),
    blocked: z.number(),
  }),
  sheets: z.array(
    z.object({
      name: z.string(),
      headerRow: z.number().nullable(),
      columns: z.record(z.string(), z.string()),
    }),
  ),
  findings: z.array(
    z.object({ sheet: z.string(), row: z.number().nullable(), code: z.string(), message: z.string() }),
  ),
})

describe('desk, the core without a window', () => {
  it('fills a demo, imports, withdraws, exports and verifies, with JSON on stdout and exit code 0', () => {
    const dir = tempDir()
    const demo = desk(['demo', '--data', dir, '--members', '50', '--seed', '3'])
    expect(demo.status).toBe(0)
    expect(demo.json()).toMatchObject({
      data: dir,
      members: 50,
      accounts: [
        { user: 'sysadmin', role: 'systemAdministrator', roleName: '系统管理员', organization: null },
        { user: 'admin', role: 'streetClerk', organization: null },
        { user: 'community', role: 'communityClerk', organization: expect.stringContaining('社区') },
        { user: 'leader', role: 'leader', roleName: '书记（领导）' },
        { user: 'auditor', role: 'auditor', password: 'Demo-2026' },
      ],
    })

    const dry = report.parse(desk(['import', 'roster', fixture('roster-street.xlsx'), '--data', dir]).json())
    expect(dry).toMatchObject({ batch: null, rows: 620, counts: { new: 606, duplicate: 6, blocked: 8 } })
    const done = report.parse(
      desk(['import', 'roster', fixture('roster-street.xlsx'), '--data', dir, '--commit']).json(),
    )
    expect(done.counts).toEqual(dry.counts)
    expect(desk(['verify', '--data', dir]).json()).toMatchObject({
      integrity: 'ok',
      foreignKeys: 0,
      audit: { ok: true, problem: null },
      counts: { members: 656, importBatches: 1 },
    })

    const away = report.parse(desk(['import', 'mobility', fixture('floating.xlsx'), '--data', dir]).json())
    expect(away).toMatchObject({ batch: null, rows: 45, counts: { new: 45, blocked: 0 } })

    const ballots = desk(['import', 'ballots', fixture('review-ballots.xlsx'), '--data', dir])
    expect(ballots.json()).toMatchObject(
      JSON.parse(readFileSync(fixture('review-ballots.truth.json'), 'utf8')),
    )

    const out = join(dir, 'roster.docx')
    expect(desk(['export', 'roster', '--data', dir, '--org', '088', '--out', out]).status).toBe(0)
    const rowsOf = (day: readonly string[]) =>
      z
        .object({ rows: z.number() })
        .parse(desk(['export', 'roster', '--data', dir, ...day, '--out', out]).json()).rows
    expect(rowsOf(['--as-of', '2010-12-31'])).toBeLessThan(rowsOf([]))
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')

    expect(desk(['undo-import', done.batch ?? '', '--data', dir]).status).toBe(0)
    expect(desk(['verify', '--data', dir]).json()).toMatchObject({ counts: { members: 50 } })
  }, 120_000)

  it('every account of a demo does at once what its role may do, and no more', () => {
    const dir = tempDir()
    desk(['demo', '--data', dir, '--members', '10'])
    const code = (user: string, route: string, input: object) => {
      const args = ['call', route, '--data', dir, '--user', user, '--input', JSON.stringify(input)]
      const answer = z.object({ ok: z.boolean(), error: z.object({ code: z.string() }).optional() })
      return answer.parse(desk(args).json()).error?.code ?? 'OK'
    }
    const users = ['sysadmin', 'admin', 'community', 'leader', 'auditor']
    const tree = users.map((user) => code(user, 'organizations.tree', { includeEnded: false }))
    expect(tree).toEqual(['FORBIDDEN', 'OK', 'OK', 'OK', 'FORBIDDEN'])
    expect(code('auditor', 'audit.verify', {})).toBe('OK')
  })

  it('manages accounts: makes, disables, enables and gives new passwords', () => {
    const dir = tempDir()
    desk(['demo', '--data', dir, '--members', '0'])
    const community = z.array(z.object({ user: z.string(), organizationName: z.string().nullable() }))
    const list = () => community.parse(desk(['accounts', 'list', '--data', dir]).json())
    const name = list().find((row) => row.user === 'community')?.organizationName ?? ''
    const create = ['accounts', 'create', 'second', '--name', '李干事', '--role', 'communityClerk']
    expect(desk([...create, '--org', name, '--data', dir], 'Demo-2026', 'Given-2026').json()).toMatchObject({
      user: 'second',
      organizationName: name,
      state: 'active',
      mustChangePassword: true,
    })
    const of = (action: string, ...more: readonly string[]) =>
      desk(['accounts', action, 'second', ...more, '--data', dir], 'Demo-2026', 'Fresh-2026').json()
    expect(of('reset-password')).toMatchObject({ mustChangePassword: true })
    expect(of('disable', '--reason', '调离')).toMatchObject({ state: 'disabled' })
    expect(of('enable')).toMatchObject({ state: 'active' })
    expect(list()).toHaveLength(6)
  })

  it('makes the same people again from the same seed', () => {
    const names = () => {
      const dir = tempDir()
      desk(['demo', '--data', dir, '--members', '20', '--seed', '9'])
      const { json } = desk([
        'call',
        'members.search',
        '--data',
        dir,
        '--input',
        '{"text":"春晖","limit":50}',
      ])
      return z
        .object({ data: z.object({ hits: z.array(z.object({ name: z.string() })) }) })
        .parse(json())
        .data.hits.map((hit) => hit.name)
    }
    expect(names()).toEqual(names())
  })
})

describe('desk refuses', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'desk-'))
    desk(['demo', '--data', dir, '--members', '0'])
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it.each([
    ['no command', [], '用法'],
    ['no data folder', ['verify'], '--data'],
    ['an unknown kind', ['import', 'weather', 'x.xlsx', '--data', 'DIR'], '导入种类'],
    ['a file that is not there', ['import', 'roster', 'none.xlsx', '--data', 'DIR'], '读不到文件'],
    [
      'an unknown organisation',
      ['export', 'roster', '--data', 'DIR', '--org', '999', '--out', 'x.docx'],
      '没有代码为 999',
    ],
    ['input that is no JSON', ['call', 'members.get', '--data', 'DIR', '--input', '{'], 'JSON'],
    ['an option it does not know', ['verify', '--bogus'], '参数不对'],
    [
      'a folder that is not there',
      ['export', 'roster', '--data', 'DIR', '--out', '/no/such/x.docx'],
      '没有这个文件夹',
    ],
    ['a route that is not there', ['call', 'nope', '--data', 'DIR'], '没有这个功能'],
    [
      'a table it does not know',
      ['import', 'organizations', fixture('roster-street.xlsx'), '--data', 'DIR', '--commit'],
      '没有读到可以导入的行',
    ],
    ['no account action', ['accounts', '--data', 'DIR'], '账号操作'],
    ['no new password', ['accounts', 'reset-password', 'leader', '--data', 'DIR'], 'DESK_NEW_PASSWORD'],
    [
      'a role it does not know',
      ['accounts', 'create', 'x1', '--name', '李', '--role', 'boss', '--data', 'DIR'],
      '--role 只能是',
    ],
    ['an account that is not there', ['accounts', 'disable', 'nobody', '--data', 'DIR'], '没有账号 nobody'],
    ['a clerk at the accounts', ['accounts', 'list', '--user', 'admin', '--data', 'DIR'], '没有这项权限'],
    ['a batch that is not there', ['undo-import', 'nothing', '--data', 'DIR'], '批次'],
  ])('says in Chinese what is wrong with %s, and exits with 1', (_, args, sentence) => {
    const { status, stderr } = desk(args.map((arg) => (arg === 'DIR' ? dir : arg)))
    expect(status).toBe(1)
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['a wrong password', 'Wrong-2026', '账号或密码不对'],
    ['no password', 'none', 'DESK_PASSWORD'],
  ])('lets nobody in with %s', (_, password, sentence) => {
    const { status, stderr } = desk(['verify', '--data', dir], password)
    expect(status).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
