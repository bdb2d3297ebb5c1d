import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addMember, anOfficeWith, backupFiles } from './backupSamples.ts'
import { anyList } from './samples.ts'
import { openCaller, openTestCore, tempDir, testAdministrator, testUser } from './testCore.ts'

const clerk = { by: 'password', user: testUser.user, password: testUser.password } as const
const people = { administrator: testAdministrator, clerk: testUser }

const isNotManual = (name: string): boolean => !name.includes('manual')

/** Database and keys gone; the backups and the log's head are still there. */
async function aGuttedFolder(): Promise<string> {
  const office = await anOfficeWith(2)
  await office.call('backup.make', { jobId: null })
  await addMember(office, 9)
  await office.core.close()
  for (const name of ['ledger.db', 'keys.json']) rmSync(join(office.dataDir, name))
  expect(existsSync(join(office.dataDir, 'audit.head'))).toBe(true)
  return office.dataDir
}

describe('a data folder that lost its database and its keys', () => {
  it('does not pass for a new one: the backups are told, and a first account is not made by a slip', async () => {
    const dataDir = await aGuttedFolder()
    const test = openTestCore(dataDir)
    const backups = backupFiles(dataDir).length
    expect(backups).toBeGreaterThan(1)
    expect(await test.call('accounts.status', {})).toMatchObject({ state: 'new', remains: { backups } })
    expect(await test.refusal('accounts.createFirst', people)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining(`还有 ${backups} 份备份`),
    })
    expect(existsSync(join(dataDir, 'ledger.db'))).toBe(false)
  })

  it('is rescued by its newest backup, opened by a password of it', async () => {
    const dataDir = await aGuttedFolder()
    const test = openTestCore(dataDir)
    const wrong = { ...clerk, password: 'Wrong-2026' }
    expect((await test.refusal('rescue.backups', { secret: wrong })).code).toBe('SIGN_IN_FAILED')
    const { rows, problem } = await test.call('rescue.backups', { secret: clerk })
    expect(problem).toContain('都不在了')
    const id = rows[0]?.id ?? ''
    const source = { from: 'list', id, place: 'local' } as const
    expect(await test.call('rescue.restore', { source, secret: clerk, jobId: null })).toMatchObject({
      did: 'replaced',
      counts: { members: 3 },
    })
    await test.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    expect((await test.call('members.list', anyList)).total).toBe(3)
    expect((await test.call('system.verify', {})).audit.ok).toBe(true)
    expect((await test.call('accounts.status', {})).remains).toBeNull()
    const admin = openCaller(test)
    const { user, password } = testAdministrator
    await admin.call('accounts.signIn', { user, password })
    expect((await admin.refusal('accounts.list', {})).code).toBe('PASSWORD_CHANGE_REQUIRED')
  })

  it('is rescued by a newer file from elsewhere too, with the password of that one', async () => {
    const office = await anOfficeWith(1)
    await office.call('backup.make', { jobId: null })
    const password = 'Fresh-Word-2026'
    await office.call('accounts.changePassword', { ownPassword: testUser.password, password })
    const { name } = await office.admin.call('backup.handOver', { jobId: null })
    const path = join(tempDir(), 'carried.zip')
    copyFileSync(join(office.dataDir, 'backups', name), path)
    await office.core.close()
    for (const gone of ['ledger.db', 'keys.json', ...backupFiles(office.dataDir).filter(isNotManual)])
      rmSync(join(office.dataDir, gone.endsWith('.zip') ? 'backups' : '', gone))
    const test = openTestCore(office.dataDir)
    const source = { from: 'file', handle: test.shelf.putOnDisk({ name: 'carried.zip', path }) } as const
    const secret = { ...clerk, password }
    await test.call('rescue.restore', { source, secret, jobId: null })
    await test.call('accounts.signIn', { user: testUser.user, password })
    expect((await test.call('members.list', anyList)).total).toBe(1)
  })

  it('is begun anew when that is meant: the log is whole, the old backups stay', async () => {
    const dataDir = await aGuttedFolder()
    const before = backupFiles(dataDir)
    const test = openTestCore(dataDir)
    await test.call('accounts.createFirst', { ...people, beginsAnew: true })
    expect((await test.call('system.verify', {})).audit).toMatchObject({ ok: true })
    expect((await test.call('accounts.status', {})).state).toBe('open')
    expect(backupFiles(dataDir)).toEqual(expect.arrayContaining([...before]))
  })

  it.each([
    ['only the log’s head', 'backups', { backups: 0 }],
    ['only backups', 'audit.head', { backups: 2 }],
  ])('with %s left is known too', async (_, gone, remains) => {
    const dataDir = await aGuttedFolder()
    rmSync(join(dataDir, gone), { recursive: true })
    const test = openTestCore(dataDir)
    expect((await test.call('accounts.status', {})).remains).toMatchObject({
      backups: remains.backups === 0 ? 0 : expect.any(Number),
    })
  })

  it('a folder that is new has nothing left in it, and needs no second word', async () => {
    const test = openTestCore(tempDir())
    expect(await test.call('accounts.status', {})).toMatchObject({ state: 'new', remains: null })
    await test.call('accounts.createFirst', people)
    expect(readdirSync(test.dataDir)).toContain('ledger.db')
  })
})
