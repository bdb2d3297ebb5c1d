import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anOfficeWith, type BackedUpOffice, backupFiles } from './backupSamples.ts'
import { anyList, anOffice } from './samples.ts'
import { openTestCore, tempDir, testAdministrator, testUser, type TestCore } from './testCore.ts'

const clerk = { by: 'password', user: testUser.user, password: testUser.password } as const

/** A file to carry, from an office that is closed then. */
async function handedOver(people: number): Promise<{ office: BackedUpOffice; path: string }> {
  const office = await anOfficeWith(people)
  const { name } = await office.admin.call('backup.handOver', { jobId: null })
  return { office, path: join(office.dataDir, 'backups', name) }
}

const chosen = (test: TestCore, path: string) =>
  ({ from: 'file', handle: test.shelf.putOnDisk({ name: 'carried.zip', path }) }) as const

const signIn = (test: TestCore) =>
  test.call('accounts.signIn', { user: testUser.user, password: testUser.password })

describe('a backup on a new PC', () => {
  it('is opened by the password of an account of it, which then signs in as before', async () => {
    const { path } = await handedOver(3)
    const pc = openTestCore(tempDir())
    expect((await pc.call('accounts.status', {})).state).toBe('new')
    const source = chosen(pc, path)
    const inspection = await pc.call('rescue.inspect', { source, secret: clerk, jobId: null })
    expect(inspection.counts.find(({ table }) => table === 'members')).toMatchObject({
      backup: 3,
      current: null,
    })
    const report = await pc.call('rescue.restore', { source, secret: clerk, jobId: null })
    expect(report).toMatchObject({
      did: 'replaced',
      setAside: null,
      recoveryCode: null,
      counts: { members: 3 },
    })
    expect((await pc.call('accounts.status', {})).state).toBe('locked')
    await signIn(pc)
    expect((await pc.call('members.list', anyList)).total).toBe(3)
    expect((await pc.call('system.verify', {})).audit.ok).toBe(true)
    expect(existsSync(join(pc.dataDir, 'set-aside'))).toBe(false)
  })

  it('is opened by the printed recovery code, which is used up: the new one opens it from then on', async () => {
    const first = openTestCore(tempDir())
    const { recoveryCode } = await first.call('accounts.createFirst', {
      administrator: testAdministrator,
      clerk: testUser,
    })
    const { local } = await first.call('backup.make', { jobId: null })
    const pc = openTestCore(tempDir())
    const source = chosen(pc, join(first.dataDir, 'backups', local.id))
    const secret = { by: 'recoveryCode', recoveryCode: recoveryCode.toLowerCase() } as const
    const report = await pc.call('rescue.restore', { source, secret, jobId: null })
    expect(report.recoveryCode).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)
    const fresh = { user: testUser.user, password: 'Fresh-2026' }
    expect((await pc.refusal('accounts.recover', { ...fresh, recoveryCode })).code).toBe('SIGN_IN_FAILED')
    await pc.call('accounts.recover', { ...fresh, recoveryCode: report.recoveryCode ?? '' })
    await signInWith(pc, 'Fresh-2026')
  })

  it('says nothing without a secret, and counts the wrong ones', async () => {
    const { path } = await handedOver(1)
    const pc = openTestCore(tempDir())
    const source = chosen(pc, path)
    const attempt = (password: string) =>
      pc.refusal('rescue.restore', { source, secret: { ...clerk, password }, jobId: null })
    for (let i = 0; i < 5; i += 1) expect((await attempt(`Wrong-202${i}`)).code).toBe('SIGN_IN_FAILED')
    expect((await attempt(testUser.password)).code).toBe('SIGN_IN_LOCKED_OUT')
    expect((await pc.call('accounts.status', {})).state).toBe('new')
    expect(readdirSync(pc.dataDir)).not.toContain('ledger.db')
  })

  it('that is damaged leaves the new folder new', async () => {
    const { path } = await handedOver(2)
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(30_000) ^ 1, 30_000)
    writeFileSync(path, bytes)
    const pc = openTestCore(tempDir())
    expect(
      await pc.refusal('rescue.restore', { source: chosen(pc, path), secret: clerk, jobId: null }),
    ).toMatchObject({ code: 'BACKUP_DAMAGED', messageZh: expect.stringContaining('数据库第') })
    expect((await pc.call('accounts.status', {})).state).toBe('new')
  })

  it('forgets the second place of the old one', async () => {
    const office = await anOfficeWith(1)
    const stick = tempDir()
    await office.admin.call('backup.changeSettings', {
      secondPlace: stick,
      policy: { daily: 5, weekly: 4, monthly: 12 },
    })
    const { local } = await office.call('backup.make', { jobId: null })
    const pc = openTestCore(tempDir())
    const source = chosen(pc, join(office.dataDir, 'backups', local.id))
    await pc.call('rescue.restore', { source, secret: clerk, jobId: null })
    await signIn(pc)
    expect(await pc.call('backup.status', {})).toMatchObject({ second: null, policy: { daily: 5 } })
  })

  it('lists the backups of a folder that has nothing else', async () => {
    const { office, path } = await handedOver(1)
    await office.core.close()
    const dir = tempDir()
    mkdirSync(join(dir, 'backups'))
    copyFileSync(path, join(dir, 'backups', 'carried.zip'))
    const pc = openTestCore(dir)
    const { rows, problem } = await pc.call('rescue.backups', { secret: clerk })
    expect(problem).toContain('都不在了')
    expect(rows).toMatchObject([{ id: 'carried.zip', members: 1, reason: 'handOver' }])
    const source = { from: 'list', id: 'carried.zip', place: 'local' } as const
    await pc.call('rescue.restore', { source, secret: clerk, jobId: null })
    await signIn(pc)
  })
})

async function signInWith(test: TestCore, password: string): Promise<void> {
  await test.call('accounts.signOut', {})
  await test.call('accounts.signIn', { user: testUser.user, password })
}

describe('while the database is in order', () => {
  it('nobody gets in by this door, signed in or not, and no secret is even tried', async () => {
    const office = await anOffice()
    const { local } = await office.call('backup.make', { jobId: null })
    const source = { from: 'list', id: local.id, place: 'local' } as const
    expect((await office.refusal('rescue.restore', { source, secret: clerk, jobId: null })).code).toBe(
      'FORBIDDEN',
    )
    await office.call('accounts.signOut', {})
    for (const route of ['rescue.restore', 'rescue.inspect'] as const)
      expect((await office.refusal(route, { source, secret: clerk, jobId: null })).code).toBe('FORBIDDEN')
    expect((await office.refusal('rescue.salvage', { secret: clerk, jobId: null })).code).toBe('FORBIDDEN')
    expect((await office.refusal('rescue.backups', { secret: clerk })).code).toBe('FORBIDDEN')
    await signIn(office)
    expect(backupFiles(office.dataDir).length).toBeGreaterThan(0)
  })
})

describe('a data folder that lost a file', () => {
  const closedOffice = async (people: number) => {
    const office = await anOfficeWith(people)
    await office.core.close()
    return { office, newest: backupFiles(office.dataDir).at(-1) ?? '' }
  }
  const fromFolder = (id: string) => ({ from: 'list', id, place: 'local' }) as const

  it('the database: the newest backup takes its place', async () => {
    const { office, newest } = await closedOffice(2)
    rmSync(join(office.dataDir, 'ledger.db'))
    const again = openTestCore(office.dataDir)
    expect(
      (await again.refusal('accounts.signIn', { user: 'admin', password: testUser.password })).code,
    ).toBe('DATABASE_MISSING')
    const { rows, problem } = await again.call('rescue.backups', { secret: clerk })
    expect(problem).toContain('没有数据库文件')
    expect(rows[0]?.id).toBe(newest)
    await again.call('rescue.restore', { source: fromFolder(newest), secret: clerk, jobId: null })
    await signIn(again)
    expect((await again.call('members.list', anyList)).total).toBe(2)
  })

  it('the key file: what is in the database now is saved with the keys of a backup, and nothing is lost', async () => {
    const { office } = await closedOffice(2)
    rmSync(join(office.dataDir, 'keys.json'))
    const again = openTestCore(office.dataDir)
    const { problem } = await again.call('rescue.backups', { secret: clerk })
    expect(problem).toContain('密钥文件')
    const { backup, tables } = await again.call('rescue.salvage', { secret: clerk, jobId: null })
    expect(tables.every(({ lost }) => lost === 0)).toBe(true)
    expect(backup).toMatchObject({ members: 2, reason: 'salvaged' })
    await again.call('rescue.restore', { source: fromFolder(backup.id), secret: clerk, jobId: null })
    await signIn(again)
    expect((await again.call('members.list', anyList)).total).toBe(2)
    expect((await again.call('members.list', { ...anyList, text: 'w' })).total).toBe(2)
  })
})
