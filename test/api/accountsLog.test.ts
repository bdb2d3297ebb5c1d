import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCore } from '#core/createCore.ts'
import { createFileLogger, logFileIn } from '#core/system/fileLogger.ts'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { aStaffedOffice, type StaffedOffice } from './samples.ts'
import {
  firstAccounts,
  openCaller,
  openTestCore,
  staffPassword,
  tempDir,
  testAdministrator,
  testPorts,
  testUser,
} from './testCore.ts'

const { user, password } = testUser
const ownPassword = testAdministrator.password

const everything = {
  accountId: null,
  kind: null,
  from: null,
  to: null,
  text: null,
  route: null,
  offset: 0,
  limit: 200,
} as const

/** Of one route, newest first. */
async function entries(office: StaffedOffice, route: string): Promise<readonly AuditEntry[]> {
  return (await office.as('auditor').call('audit.list', { ...everything, route })).rows
}

const told = (rows: readonly AuditEntry[]) => rows.map(({ accountName, detail }) => [accountName, detail])

describe('the log says', () => {
  it('who signed in, out, locked and unlocked', async () => {
    const office = await aStaffedOffice()
    const leader = office.as('leader')
    await leader.call('accounts.lock', {})
    await leader.call('accounts.unlock', { password: staffPassword })
    office.core.lockSessions()
    for (const role of ['auditor', 'leader'] as const)
      await office.as(role).call('accounts.unlock', { password: staffPassword })
    await leader.call('accounts.signOut', {})
    await leader.call('accounts.signIn', { user: 'leader', password: staffPassword })
    const of = async (route: string) =>
      told(await entries(office, route)).filter(([name]) => name === '测试书记')
    expect(await of('accounts.lock')).toEqual([
      ['测试书记', '自动：电脑休眠或锁定'],
      ['测试书记', '锁屏'],
    ])
    expect(await of('accounts.unlock')).toHaveLength(2)
    expect(await of('accounts.signOut')).toEqual([['测试书记', '退出登录']])
    expect(await of('accounts.signIn')).toHaveLength(2)
    expect(await of('accounts.changePassword')).toEqual([['测试书记', '修改自己的密码']])
  })

  it('that a session was locked because nobody used it', async () => {
    const office = await aStaffedOffice()
    office.clock.set('2026-11-21T02:10:00Z')
    await office.call('accounts.status', {})
    await office.as('auditor').call('accounts.unlock', { password: staffPassword })
    expect(told(await entries(office, 'accounts.lock'))).toContainEqual([
      testUser.displayName,
      '自动：10 分钟没有操作',
    ])
  })

  it('at once that somebody failed while the database is open, and never what he typed as a name', async () => {
    const office = await aStaffedOffice()
    const stranger = openCaller(office)
    await stranger.refusal('accounts.signIn', { user, password: 'Wrong-2026' })
    await stranger.refusal('accounts.signIn', { user: 'Typed-by-mistake-1', password })
    expect(told(await entries(office, 'accounts.signIn')).slice(0, 2)).toEqual([
      ['系统', '用不存在的账号登录，1 次，最后一次在 2026-11-21 10:00'],
      ['系统', '账号 admin 的密码不对，1 次，最后一次在 2026-11-21 10:00'],
    ])
  })

  it('at the next sign-in that somebody failed before it was open: how often, and when last', async () => {
    const first = await aStaffedOffice()
    await first.core.close()
    const test = openTestCore(first.dataDir)
    for (let i = 0; i < 3; i += 1)
      await test.refusal('accounts.signIn', { user: 'leader', password: 'Wrong-2026' })
    test.clock.set('2026-11-21T03:00:00Z')
    await test.call('accounts.signIn', { user: 'auditor', password: staffPassword })
    const { rows } = await test.call('audit.list', { ...everything, route: 'accounts.signIn' })
    const failures = () => told(rows).filter(([name]) => name === '系统')
    expect(failures()).toEqual([['系统', '账号 leader 的密码不对，3 次，最后一次在 2026-11-21 10:00']])
    await openCaller(test).call('accounts.signIn', { user, password })
    const again = await test.call('audit.list', { ...everything, route: 'accounts.signIn' })
    expect(told(again.rows).filter(([name]) => name === '系统')).toHaveLength(1)
  })

  it('what the administrator did to whom, and why', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    const { rows } = await administrator.call('accounts.list', {})
    const leader = rows.find((row) => row.user === 'leader')
    const { id = '', version = 0 } = leader ?? {}
    await administrator.call('accounts.resetPassword', { id, password: 'Fresh-2026', ownPassword })
    await administrator.call('accounts.disable', { id, version: version + 1, reason: '调离', ownPassword })
    await administrator.call('accounts.renewRecoveryCode', { ownPassword })
    expect(told(await entries(office, 'accounts.create'))).toContainEqual([
      '测试管理员',
      '测试书记（leader），角色：书记（领导）',
    ])
    expect(told(await entries(office, 'accounts.resetPassword'))).toEqual([
      ['测试管理员', '测试书记（leader）'],
    ])
    expect(told(await entries(office, 'accounts.renewRecoveryCode'))).toEqual([
      ['测试管理员', '原来的恢复码作废'],
    ])
    const [disabling] = await entries(office, 'accounts.disable')
    const changes = await office
      .as('auditor')
      .call('audit.changes', { seq: disabling?.seq ?? 0, offset: 0, limit: 10 })
    expect(changes.rows[0]?.fields.map((field) => field.new)).toContain('调离')
  })

  it('that the recovery code was used, and for whom', async () => {
    const office = await aStaffedOffice()
    const { recoveryCode } = await office
      .as('systemAdministrator')
      .call('accounts.renewRecoveryCode', { ownPassword })
    const input = { user: 'leader', recoveryCode, password: 'Fresh-2026' }
    await openCaller(office).refusal('accounts.recover', { ...input, recoveryCode: 'ABCD-EFGH' })
    await openCaller(office).call('accounts.recover', input)
    expect(told(await entries(office, 'accounts.recover'))).toEqual([
      ['测试书记', '同时换了新的恢复码，原来的作废'],
    ])
    expect(told(await entries(office, 'accounts.signIn'))).toContainEqual([
      '系统',
      '恢复码不对，1 次，最后一次在 2026-11-21 10:00',
    ])
  })

  it('nothing that breaks its chain', async () => {
    const office = await aStaffedOffice()
    await openCaller(office).refusal('accounts.signIn', { user, password: 'Wrong-2026' })
    expect(await office.as('auditor').call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
  })
})

it('no password reaches the program’s log file or an answer, whatever goes wrong with it', async () => {
  const dataDir = tempDir()
  const { ports, clock } = testPorts()
  const logFile = logFileIn(dataDir)
  const logger = createFileLogger(logFile)
  const core = createCore(
    { dataDir, appVersion: '0.0.0', shell: 'cli', passwordCost: 10 },
    { ...ports, logger },
  )
  onTestFinished(() => core.close())
  const session = core.openSession()
  const answers: string[] = []
  const send = async (route: string, input: unknown) => {
    answers.push(JSON.stringify(await core.call(route, input, session)))
  }
  const secrets = ['Secret-no-1!', 'Secret-no-2!', 'Secret-no-3!', 'Secret-no-4!']
  const [first = '', second = '', third = '', fourth = ''] = secrets
  await send('accounts.createFirst', {
    administrator: { ...firstAccounts.administrator, password: first },
    clerk: { ...firstAccounts.clerk, password: second },
    extra: third,
  })
  await send('accounts.createFirst', {
    administrator: { ...firstAccounts.administrator, password: first },
    clerk: { ...firstAccounts.clerk, password: second },
  })
  await send('accounts.changePassword', { ownPassword: third, password: fourth })
  await send('accounts.changePassword', { ownPassword: second, password: second })
  await send('accounts.signIn', { user: third, password: fourth })
  await send('accounts.signIn', { user, password: [third] })
  await send('accounts.signIn', { user, password: third.repeat(20) })
  for (let i = 0; i < 6; i += 1) await send('accounts.unlock', { password: fourth })
  await send('accounts.recover', { user, recoveryCode: third, password: fourth })
  clock.set('2026-11-22T02:00:00Z')
  await send(third, { password: fourth })
  logger.info('end of the test')
  const text = `${readFileSync(logFile, 'utf8')}\n${answers.join('\n')}`
  expect(text).toContain('end of the test')
  expect(answers).toHaveLength(15)
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(readFileSync(join(dataDir, 'sign-ins.json'), 'utf8')).not.toContain('Secret')
})
