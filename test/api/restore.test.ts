import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupRow } from '#shared/contract/backup.ts'
import {
  addMember,
  anOfficeWith,
  type BackedUpOffice,
  backupFiles,
  blockBackups,
  fromList,
  later,
} from './backupSamples.ts'
import { anyList } from './samples.ts'
import { openCaller, openTestCore, testAdministrator, testUser } from './testCore.ts'

const ownPassword = testAdministrator.password

const membersOf = async ({ call }: Pick<BackedUpOffice, 'call'>) =>
  (await call('members.list', anyList)).total

async function make({ call }: Pick<BackedUpOffice, 'call'>): Promise<BackupRow> {
  return (await call('backup.make', { jobId: null })).local
}

async function signInAgain(office: BackedUpOffice): Promise<void> {
  const { user, password } = testUser
  await office.call('accounts.signIn', { user, password })
  await office.admin.call('accounts.signIn', { user: testAdministrator.user, password: ownPassword })
}

const restore = (office: BackedUpOffice, row: BackupRow) =>
  office.admin.call('backup.restore', { source: fromList(row), ownPassword, jobId: null })

describe('looking at a backup', () => {
  it('tells its counts beside those of now, the newest changes, and how much was written since', async () => {
    const office = await anOfficeWith(2)
    const row = await make(office)
    await later(office, '2026-11-21T05:00:00Z')
    await addMember(office, 50)
    const inspection = await office.admin.call('backup.inspect', { source: fromList(row), jobId: null })
    expect(inspection.counts.find(({ table }) => table === 'members')).toEqual({
      table: 'members',
      label: '党员',
      backup: 2,
      current: 3,
    })
    expect(inspection.newestChange).toEqual({
      backup: '2026-11-21T02:00:00.000Z',
      current: '2026-11-21T05:00:00.000Z',
    })
    expect(inspection.changesSince).toBeGreaterThan(0)
    expect(inspection.counts.map(({ label }) => label)).not.toContain('内部数据')
  })

  it('is for the administrator', async () => {
    const office = await anOfficeWith(0)
    const row = await make(office)
    expect(await office.refusal('backup.inspect', { source: fromList(row), jobId: null })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 500), '文件不是完整的备份'],
    [
      'some other file',
      () => Buffer.from('no zip at all, but long enough for its end'),
      '文件不是完整的备份',
    ],
    ['a byte of the database', (bytes: Buffer) => flipped(bytes, 20_000), /数据库第 \d+ 页附近读不出来/],
    ['the first page', (bytes: Buffer) => flipped(bytes, 200), '数据库第 1 页'],
    [
      'a byte of the keys',
      (bytes: Buffer) => flipped(bytes, bytes.indexOf('"sealed"') + 12),
      '密钥文件 keys.json',
    ],
    [
      'a byte of the manifest',
      (bytes: Buffer) => flipped(bytes, bytes.indexOf('"format"') + 1),
      '清单 manifest.json',
    ],
  ])('a damaged one says which part: %s', async (_, damage, part) => {
    const office = await anOfficeWith(3)
    const row = await make(office)
    const path = join(office.dataDir, 'backups', row.id)
    writeFileSync(path, damage(readFileSync(path)))
    const source = fromList(row)
    expect(await office.admin.refusal('backup.inspect', { source, jobId: null })).toMatchObject({
      code: 'BACKUP_DAMAGED',
      messageZh: expect.stringMatching(part),
    })
    expect(await office.admin.refusal('backup.restore', { source, ownPassword, jobId: null })).toMatchObject({
      code: 'BACKUP_DAMAGED',
    })
    expect(await membersOf(office)).toBe(3)
    const { rows } = await office.admin.call('backup.list', {})
    expect(rows.find(({ id }) => id === row.id)?.problem).toMatch(part)
    expect(readdirSync(office.dataDir).filter((name) => name.startsWith('.restore'))).toEqual([])
  })

  it('a name that leads out of the folder names nothing', async () => {
    const office = await anOfficeWith(0)
    for (const id of ['../keys.json', '..', 'x', '/etc/passwd.zip', '../../x.zip'])
      expect(
        await office.admin.refusal('backup.inspect', {
          source: { from: 'list', id, place: 'local' },
          jobId: null,
        }),
      ).toMatchObject({ code: 'NOT_FOUND' })
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

describe('restoring', () => {
  it('brings back what the backup holds, sets aside what was there, and signs everybody out', async () => {
    const office = await anOfficeWith(2)
    const row = await make(office)
    await addMember(office, 50)
    const report = await restore(office, row)
    expect(report.counts['members']).toBe(2)
    expect(report.recoveryCode).toBeNull()
    expect((await office.refusal('members.list', anyList)).code).toBe('SIGN_IN_REQUIRED')
    await signInAgain(office)
    expect(await membersOf(office)).toBe(2)
    const aside = report.setAside ?? ''
    expect(readdirSync(aside).toSorted()).toEqual(['audit.head', 'keys.json', 'ledger.db'])
    expect(backupFiles(office.dataDir).some((name) => name.includes('beforeRestore'))).toBe(true)
    expect(readdirSync(office.dataDir).filter((name) => name.startsWith('.restore'))).toEqual([])
    expect(existsSync(join(office.dataDir, 'restore.json'))).toBe(false)
  })

  it('can itself be taken back, by the backup made before it', async () => {
    const office = await anOfficeWith(2)
    const row = await make(office)
    await addMember(office, 50)
    await restore(office, row)
    await signInAgain(office)
    const { rows } = await office.admin.call('backup.list', {})
    const before = rows.find(({ reason }) => reason === 'beforeRestore')
    if (!before) throw new Error('none made before the restore')
    await restore(office, before)
    await signInAgain(office)
    expect(await membersOf(office)).toBe(3)
    expect((await office.call('system.verify', {})).audit).toMatchObject({ ok: true })
  })

  it('is in the log, by whom and what it took the place of, and the log still proves itself', async () => {
    const office = await anOfficeWith(2)
    const row = await make(office)
    await addMember(office, 50)
    await restore(office, row)
    await signInAgain(office)
    await make(office)
    const { audit, integrity } = await office.call('system.verify', {})
    expect(integrity).toBe('ok')
    expect(audit).toMatchObject({ ok: true, problem: null })
    expect(audit.anchors).toBeGreaterThan(1)
  })

  it('leaves rights and passwords as they are now', async () => {
    const office = await anOfficeWith(1)
    const added = {
      user: 'leader',
      displayName: '测试书记',
      role: 'leader',
      organizationId: null,
      password: 'Given-2026',
      ownPassword,
    } as const
    await office.admin.call('accounts.create', { ...added, user: 'dismissed' })
    const row = await make(office)
    const { rows } = await office.admin.call('accounts.list', {})
    const dismissed = rows.find(({ user }) => user === 'dismissed')
    if (!dismissed) throw new Error('no such account')
    await office.admin.call('accounts.disable', {
      id: dismissed.id,
      version: dismissed.version,
      reason: '调离',
      ownPassword,
    })
    await office.admin.call('accounts.create', added)
    await office.call('accounts.changePassword', { ownPassword: testUser.password, password: 'Fresh-2026' })
    await restore(office, row)
    await office.call('accounts.signIn', { user: 'admin', password: 'Fresh-2026' })
    await office.admin.call('accounts.signIn', { user: 'sysadmin', password: ownPassword })
    const after = (await office.admin.call('accounts.list', {})).rows
    expect(after.map(({ user, state }) => `${user} ${state}`).toSorted()).toEqual([
      'admin active',
      'dismissed disabled',
      'leader active',
      'sysadmin active',
    ])
    const leader = openCaller(office)
    expect((await leader.call('accounts.signIn', { user: 'leader', password: 'Given-2026' })).role).toBe(
      'leader',
    )
  })

  it('an account tied to an organisation the backup does not have is let into nothing', async () => {
    const office = await anOfficeWith(0)
    const row = await make(office)
    const { id } = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: {
        ...(await office.call('organizations.get', { id: office.communityId })).fields,
        code: null,
        shortName: '西环社区党委',
        fullName: '中共西环社区委员会',
      },
    })
    await office.admin.call('accounts.create', {
      user: 'west',
      displayName: '西环测试员',
      role: 'communityClerk',
      organizationId: id,
      password: 'Given-2026',
      ownPassword,
    })
    await restore(office, row)
    await signInAgain(office)
    const { rows } = await office.admin.call('accounts.list', {})
    expect(rows.find(({ user }) => user === 'west')).toMatchObject({
      state: 'disabled',
      organizationId: null,
    })
    const west = openCaller(office)
    expect((await west.refusal('accounts.signIn', { user: 'west', password: 'Given-2026' })).code).toBe(
      'SIGN_IN_FAILED',
    )
  })

  it('keeps the choice of the second place and the generations of now', async () => {
    const office = await anOfficeWith(0)
    const row = await make(office)
    const policy = { daily: 3, weekly: 2, monthly: 1 }
    await office.admin.call('backup.changeSettings', { secondPlace: null, policy })
    await restore(office, row)
    await signInAgain(office)
    expect((await office.call('backup.status', {})).policy).toEqual(policy)
  })

  it('asks for the own password of the administrator', async () => {
    const office = await anOfficeWith(1)
    const row = await make(office)
    const refused = await office.admin.refusal('backup.restore', {
      source: fromList(row),
      ownPassword: 'Wrong-2026',
      jobId: null,
    })
    expect(refused.fields).toHaveProperty('ownPassword')
    expect(await membersOf(office)).toBe(1)
  })

  it('does not begin when the backup before it cannot be made', async () => {
    const office = await anOfficeWith(1)
    const row = await make(office)
    const elsewhere = join(office.dataDir, 'chosen.zip')
    copyFileSync(join(office.dataDir, 'backups', row.id), elsewhere)
    blockBackups(office.dataDir)
    const source = {
      from: 'file',
      handle: office.shelf.putOnDisk({ name: 'chosen.zip', path: elsewhere }),
    } as const
    expect(await office.admin.refusal('backup.restore', { source, ownPassword, jobId: null })).toMatchObject({
      messageZh: expect.stringContaining('恢复前的备份没有做成，没有恢复'),
    })
    expect(await membersOf(office)).toBe(1)
  })

  it('of another ledger is refused, with the way to open it', async () => {
    const [office, other] = [await anOfficeWith(1), await anOfficeWith(2)]
    const { id } = await make(other)
    const source = {
      from: 'file',
      handle: office.shelf.putOnDisk({ name: id, path: join(other.dataDir, 'backups', id) }),
    } as const
    expect((await office.admin.call('backup.inspect', { source, jobId: null })).isSameLedger).toBe(false)
    expect(await office.admin.refusal('backup.restore', { source, ownPassword, jobId: null })).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('空的数据文件夹'),
    })
    expect(await membersOf(office)).toBe(1)
  })

  it('of a file held in memory works like one on disk', async () => {
    const office = await anOfficeWith(1)
    const row = await make(office)
    await addMember(office, 9)
    const bytes = readFileSync(join(office.dataDir, 'backups', row.id))
    const source = { from: 'file', handle: office.shelf.put({ name: 'x.zip', bytes }) } as const
    await office.admin.call('backup.restore', { source, ownPassword, jobId: null })
    await signInAgain(office)
    expect(await membersOf(office)).toBe(1)
  })
})

it('what a restore has left behind opens by itself', async () => {
  const office = await anOfficeWith(2)
  const row = await make(office)
  await addMember(office, 50)
  const { setAside } = await restore(office, row)
  const old = openTestCore(setAside ?? '')
  await old.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  expect((await old.call('members.list', anyList)).total).toBe(3)
})
