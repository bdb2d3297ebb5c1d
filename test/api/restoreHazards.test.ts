import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { finishRollBack } from '#core/backup/swap.ts'
import { keysText, parseKeys } from '#core/system/keyFile.ts'
import { addMember, anOfficeWith, backupFiles, fromList, later } from './backupSamples.ts'
import { anyList } from './samples.ts'
import { openCaller, openTestCore, tempDir, testAdministrator, testUser, type TestCore } from './testCore.ts'

const clerk = { by: 'password', user: testUser.user, password: testUser.password } as const

const signIn = (test: TestCore) =>
  test.call('accounts.signIn', { user: testUser.user, password: testUser.password })

const policy = { daily: 7, weekly: 4, monthly: 12 }

const zips = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.zip'))

/** Made while the clock was wrong, which was mended then. */
async function withFutureBackup() {
  const office = await anOfficeWith(1)
  await later(office, '2030-01-01T02:00:00Z')
  const { local: future } = await office.call('backup.make', { jobId: null })
  await later(office, '2026-11-21T03:00:00Z')
  return { office, future }
}

describe('a backup dated in the future', () => {
  it('does not keep the backups after it from the second place, and is not deleted', async () => {
    const { office, future } = await withFutureBackup()
    const stick = tempDir()
    await office.admin.call('backup.changeSettings', { secondPlace: stick, policy })
    await addMember(office, 7)
    const { local } = await office.call('backup.make', { jobId: null })
    expect(zips(stick)).toContain(local.id)
    expect((await office.call('backup.status', {})).second?.newestGoodAt).toBe(local.createdAt)
    expect(backupFiles(office.dataDir)).toContain(future.id)
  })

  it('comes last where a backup is chosen for a lost database', async () => {
    const { office, future } = await withFutureBackup()
    await office.call('backup.make', { jobId: null })
    await office.core.close()
    rmSync(join(office.dataDir, 'ledger.db'))
    const again = openTestCore(office.dataDir)
    again.clock.set('2026-11-21T03:00:00Z')
    const { rows } = await again.call('rescue.backups', { secret: clerk })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.at(-1)?.id).toBe(future.id)
  })
})

describe('a database that was mended between the question and the answer', () => {
  it('is not replaced by an older one', async () => {
    const office = await anOfficeWith(1)
    const { local } = await office.call('backup.make', { jobId: null })
    await addMember(office, 7)
    await office.core.close()
    const file = join(office.dataDir, 'ledger.db')
    renameSync(file, `${file}.away`)
    const again = openTestCore(office.dataDir)
    const jobId = 'restore-while-mended'
    const restoring = again.refusal('rescue.restore', { source: fromList(local), secret: clerk, jobId })
    // Reported for the first time once the door has let us in.
    while ((await again.call('jobs.progress', { jobId })) === null) await setImmediate()
    renameSync(`${file}.away`, file)
    expect((await restoring).code).toBe('FORBIDDEN')
    await signIn(again)
    expect((await again.call('members.list', anyList)).total).toBe(2)
  })
})

describe('a restore that could not be put back', () => {
  it('keeps everybody out, and is put back as soon as it can be', async () => {
    const office = await anOfficeWith(2)
    await office.core.close()
    const { dataDir } = office
    const test = openTestCore(dataDir)
    const aside = join(dataDir, 'set-aside', 'cut-off')
    mkdirSync(aside, { recursive: true })
    renameSync(join(dataDir, 'ledger.db'), join(aside, 'ledger.db'))
    mkdirSync(join(dataDir, 'ledger.db', 'in the way'), { recursive: true })
    const marker = { aside: 'cut-off', touched: ['ledger.db'], had: ['ledger.db'] }
    writeFileSync(join(dataDir, 'restore.json'), JSON.stringify(marker))
    expect(() => finishRollBack(dataDir)).toThrow('cannot be put back')
    expect(
      await test.refusal('accounts.signIn', { user: testUser.user, password: testUser.password }),
    ).toMatchObject({ code: 'FOLDER_READ_ONLY', messageZh: expect.stringContaining('没有丢失') })
    rmSync(join(dataDir, 'ledger.db'), { recursive: true })
    await signIn(test)
    expect((await test.call('members.list', anyList)).total).toBe(2)
    expect(existsSync(join(dataDir, 'restore.json'))).toBe(false)
  })
})

describe('accounts after a restore at the door', () => {
  it('keep their passwords where the key file of now stays', async () => {
    const office = await anOfficeWith(1)
    const { local } = await office.call('backup.make', { jobId: null })
    await office.core.close()
    rmSync(join(office.dataDir, 'ledger.db'))
    const again = openTestCore(office.dataDir)
    await again.call('rescue.restore', { source: fromList(local), secret: clerk, jobId: null })
    const admin = openCaller(again)
    const { user, password } = testAdministrator
    await admin.call('accounts.signIn', { user, password })
    expect((await admin.call('accounts.list', {})).rows).toHaveLength(2)
  })

  it('need new passwords where those of the backup came back, but for who has proved himself', async () => {
    const office = await anOfficeWith(1)
    const { local } = await office.call('backup.make', { jobId: null })
    await office.core.close()
    rmSync(join(office.dataDir, 'ledger.db'))
    writeFileSync(join(office.dataDir, 'keys.json'), '{')
    const again = openTestCore(office.dataDir)
    await again.call('rescue.restore', { source: fromList(local), secret: clerk, jobId: null })
    await signIn(again)
    expect((await again.call('members.list', anyList)).total).toBe(1)
    const admin = openCaller(again)
    const { user, password } = testAdministrator
    await admin.call('accounts.signIn', { user, password })
    expect((await admin.refusal('accounts.list', {})).code).toBe('PASSWORD_CHANGE_REQUIRED')
  })
})

describe('a damaged key file', () => {
  it('is put back alone: the sound database is not replaced by an older one', async () => {
    const office = await anOfficeWith(1)
    const { local } = await office.call('backup.make', { jobId: null })
    await addMember(office, 7)
    await office.core.close()
    writeFileSync(join(office.dataDir, 'keys.json'), '{')
    const again = openTestCore(office.dataDir)
    const report = await again.call('rescue.restore', {
      source: fromList(local),
      secret: clerk,
      jobId: null,
    })
    expect(report).toMatchObject({ did: 'keysOnly', setAside: null, counts: { members: 2 } })
    await signIn(again)
    expect((await again.call('members.list', anyList)).total).toBe(2)
  })

  it.each([
    ['a short tag', { tag: 'AAAA' }],
    ['a long key', { sealed: Buffer.alloc(33).toString('base64') }],
    ['no salt', { salt: '' }],
    ['no vector', { iv: '' }],
    ['a cost beyond the memory', { cost: 20 }],
  ])('with %s is told as damaged, never as a bug', async (_, hostile) => {
    const office = await anOfficeWith(0)
    await office.core.close()
    const file = join(office.dataDir, 'keys.json')
    const keys = parseKeys(readFileSync(file, 'utf8'))
    const accounts = keys.accounts.map(({ user, key }) => ({ user, key: { ...key, ...hostile } }))
    writeFileSync(file, keysText({ ...keys, accounts }))
    const again = openTestCore(office.dataDir)
    expect(
      (await again.refusal('accounts.signIn', { user: testUser.user, password: testUser.password })).code,
    ).toBe('KEY_FILE_DAMAGED')
  })
})
