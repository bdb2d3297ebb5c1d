import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { backupManifest } from '#shared/contract/backup.ts'
import {
  addMember,
  anOfficeWith,
  backupFiles,
  blockBackups,
  fromList,
  later,
  rawLedger,
} from './backupSamples.ts'
import { importFile } from './importsHarness.ts'
import { anIdNo, anOffice, anyList } from './samples.ts'
import { unmakeLastMigration } from '../db/oldDatabase.ts'
import { openTestCore, tempDir, testUser } from './testCore.ts'

const rosterCsv = (name: string, idNo = anIdNo('1970-05-04', 901)) =>
  new TextEncoder().encode(
    `姓名,公民身份号码,性别,民族,出生日期,学历,人员类别,加入党组织日期,转为正式党员日期,所在党支部\n${name},${idNo},男,汉族,1970-05-04,大学本科,正式党员,1995-07-01,1996-07-01,东环第一党支部\n`,
  )

describe('a backup', () => {
  it('is one zip of the encrypted database, the wrapped keys and a manifest that says what is in it', async () => {
    const { call, dataDir } = await anOfficeWith(3)
    const { local, secondProblem } = await call('backup.make', { jobId: null })
    expect(secondProblem).toBeNull()
    expect(local).toMatchObject({ members: 3, organizations: 4, reason: 'manual', problem: null })
    expect(local.id).toBe('党务台账备份-20261121-100000-manual.zip')
    const parts = unzipSync(readFileSync(join(dataDir, 'backups', local.id)))
    expect(Object.keys(parts).toSorted()).toEqual(['keys.json', 'ledger.db', 'manifest.json'])
    const text = (name: string) => new TextDecoder().decode(parts[name])
    expect(text('ledger.db').slice(0, 15)).not.toBe('SQLite format 3')
    expect(text('keys.json')).toBe(readFileSync(join(dataDir, 'keys.json'), 'utf8'))
    const manifest = backupManifest.parse(JSON.parse(text('manifest.json')))
    expect(manifest).toMatchObject({
      appVersion: '0.0.0',
      counts: { members: 3, organizations: 4, accounts: 2 },
    })
    expect(manifest.auditHead?.seq).toBeGreaterThan(0)
  })

  it('opens like the data folder itself when it is unpacked into an empty one', async () => {
    const { call, dataDir } = await anOfficeWith(2)
    const { local } = await call('backup.make', { jobId: null })
    const moved = tempDir()
    const unzip = spawnSync('python3', ['-m', 'zipfile', '-e', join(dataDir, 'backups', local.id), moved])
    expect(unzip.status).toBe(0)
    const other = openTestCore(moved)
    await other.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    expect((await other.call('members.list', anyList)).total).toBe(2)
    expect((await other.call('system.verify', {})).audit.ok).toBe(true)
  })

  it('of the same second gets a name of its own', async () => {
    const { call, dataDir } = await anOffice()
    await call('backup.make', { jobId: null })
    await call('backup.make', { jobId: null })
    expect(backupFiles(dataDir).filter((name) => name.includes('manual'))).toEqual([
      '党务台账备份-20261121-100000-manual-2.zip',
      '党务台账备份-20261121-100000-manual.zip',
    ])
  })

  it('that fails leaves nothing behind, says why, and is remembered until one succeeds', async () => {
    const { call, refusal, dataDir } = await anOfficeWith(0)
    const makeRoom = blockBackups(dataDir)
    expect(await refusal('backup.make', { jobId: null })).toMatchObject({
      messageZh: expect.stringContaining('备份没有做成'),
    })
    expect((await call('backup.status', {})).local).toMatchObject({
      newestGoodAt: null,
      problem: expect.stringContaining('备份没有做成'),
    })
    makeRoom()
    await call('backup.make', { jobId: null })
    expect((await call('backup.status', {})).local).toMatchObject({
      newestGoodAt: '2026-11-21T02:00:00.000Z',
      problem: null,
    })
  })

  it('half written by a crash is gone at the next start', async () => {
    const first = await anOffice()
    await first.call('backup.make', { jobId: null })
    await first.core.close()
    writeFileSync(join(first.dataDir, 'backups', '.backup-id-1.tmp'), 'half')
    mkdirSync(join(first.dataDir, '.restore-id-2'))
    openTestCore(first.dataDir)
    expect(backupFiles(first.dataDir).filter((name) => name.startsWith('.'))).toEqual([])
    expect(existsSync(join(first.dataDir, '.restore-id-2'))).toBe(false)
  })

  it('is refused before it fills the disk the database stands on', async (context) => {
    const dir = tempDir()
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dir])
    if (status !== 0) context.skip('needs the right to mount a small tmpfs')
    context.onTestFinished(() => {
      spawnSync('umount', ['-l', dir])
    })
    const test = openTestCore(dir)
    await test.call('accounts.createFirst', {
      administrator: { user: 'sysadmin', displayName: '管理员', password: 'Manage-2026' },
      clerk: testUser,
    })
    writeFileSync(join(dir, 'filler'), Buffer.alloc(1_400_000))
    expect(await test.refusal('backup.make', { jobId: null })).toMatchObject({
      code: 'DISK_FULL',
      messageZh: expect.stringContaining('磁盘'),
    })
    expect(await test.call('backup.list', {})).toEqual({ rows: [] })
  })
})

describe('backups are made without being asked', () => {
  it('when the last one leaves, if a record was written since the newest one', async () => {
    const office = await anOfficeWith(1)
    await office.core.close()
    expect(backupFiles(office.dataDir)).toEqual(['党务台账备份-20261121-100000-exit.zip'])
    const again = openTestCore(office.dataDir)
    again.clock.set('2026-11-21T03:00:00Z')
    await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    await again.core.close()
    expect(backupFiles(office.dataDir).filter((name) => name.includes('exit'))).toHaveLength(1)
  })

  it('at the first sign-in of a day, once', async () => {
    const office = await anOfficeWith(1)
    await office.core.close()
    const dailies = () =>
      backupFiles(office.dataDir).filter(
        (name) => name.startsWith('党务台账备份-20261122') && name.includes('daily'),
      )
    const again = openTestCore(office.dataDir)
    again.clock.set('2026-11-22T01:00:00Z')
    await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    await again.core.close()
    expect(dailies()).toEqual(['党务台账备份-20261122-090000-daily.zip'])
    const later = openTestCore(office.dataDir)
    later.clock.set('2026-11-22T06:00:00Z')
    await later.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    await later.core.close()
    expect(dailies()).toHaveLength(1)
  })

  it('when a day begins while the program is left open', async () => {
    const office = await anOfficeWith(1)
    await later(office, '2026-11-21T16:30:00Z')
    await office.call('organizations.tree', { includeEnded: false })
    await vi.waitFor(() => expect(backupFiles(office.dataDir).join()).toContain('20261122-003000-daily.zip'))
  })

  it('before an import is written, with everything as it was before it', async () => {
    const office = await anOfficeWith(1)
    await importFile(office, 'roster', '名单.csv', rosterCsv('李四'))
    const { rows } = await office.admin.call('backup.list', {})
    expect(rows.find(({ reason }) => reason === 'beforeImport')).toMatchObject({ members: 1 })
    expect((await office.call('members.list', anyList)).total).toBe(2)
  })

  it('and where that one fails, nothing is imported', async () => {
    const office = await anOfficeWith(1)
    blockBackups(office.dataDir)
    const attempt = importFile(office, 'roster', '名单.csv', rosterCsv('李四'))
    await expect(attempt).rejects.toMatchObject({
      messageZh: expect.stringMatching(/导入前的备份没有做成，没有导入任何数据。原因：.+。.+/),
    })
    expect((await office.call('members.list', anyList)).total).toBe(1)
  })

  it('a preview that cannot be written makes none', async () => {
    const office = await anOfficeWith(0)
    expect(
      await office.refusal('imports.commit', { previewId: 'no-such-preview', jobId: null }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(backupFiles(office.dataDir).join()).not.toContain('beforeImport')
  })
})

it('before an upgrade, which does not begin when that one fails', async () => {
  const office = await anOfficeWith(1)
  await office.core.close()
  const sqlite = await rawLedger(office.dataDir)
  unmakeLastMigration(sqlite)
  const applied = sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get()
  sqlite.close()
  const makeRoom = blockBackups(office.dataDir)
  const again = openTestCore(office.dataDir)
  const { user, password } = testUser
  expect(await again.refusal('accounts.signIn', { user, password })).toMatchObject({
    messageZh: expect.stringContaining('升级数据库之前的备份没有做成，没有升级'),
  })
  makeRoom()
  const unchanged = await rawLedger(office.dataDir)
  expect(unchanged.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(applied)
  unchanged.close()
  await again.call('accounts.signIn', { user, password })
  const { rows } = await again.call('backup.list', {})
  expect(rows.find(({ reason }) => reason === 'beforeUpgrade')).toMatchObject({ members: 1, problem: null })
})

describe('generations', () => {
  it('older routine backups give way to the policy, foreign files and those of others stay', async () => {
    const office = await anOfficeWith(1)
    await office.admin.call('backup.changeSettings', {
      secondPlace: null,
      policy: { daily: 2, weekly: 0, monthly: 0 },
    })
    for (let day = 1; day <= 12; day += 1) {
      await later(office, `2026-12-${String(day).padStart(2, '0')}T01:00:00Z`)
      await addMember(office, 100 + day)
      await office.call('backup.make', { jobId: null })
      if (day === 1) writeFileSync(join(office.dataDir, 'backups', '我的文件.zip'), 'mine')
    }
    const kept = backupFiles(office.dataDir).filter((name) => name.includes('manual'))
    expect(kept.at(0)).toContain('20261206')
    expect(kept).toHaveLength(7)
    expect(backupFiles(office.dataDir)).toContain('我的文件.zip')
    const { rows } = await office.call('backup.list', {})
    expect(rows.find(({ id }) => id === '我的文件.zip')).toMatchObject({
      problem: expect.stringContaining('不是完整的备份'),
    })
  })
})

describe('the state of the backups', () => {
  it('warns after three days without a good one, and stops when there is one', async () => {
    const office = await anOfficeWith(1)
    expect((await office.call('backup.status', {})).warnings).toEqual([])
    const makeRoom = blockBackups(office.dataDir)
    await later(office, '2026-11-24T02:00:00Z')
    const { warnings } = await office.call('backup.status', {})
    expect(warnings).toEqual([expect.stringContaining('还没有一份完好的备份')])
    makeRoom()
    await office.call('backup.make', { jobId: null })
    expect((await office.call('backup.status', {})).warnings).toEqual([])
  })

  it('does not take comfort in a backup from the future', async () => {
    const office = await anOfficeWith(1)
    await office.call('backup.make', { jobId: null })
    await later(office, '2030-01-01T02:00:00Z')
    await office.call('backup.make', { jobId: null })
    await later(office, '2026-11-21T03:00:00Z')
    expect((await office.call('backup.status', {})).local.newestGoodAt).toBe('2026-11-21T02:00:00.000Z')
    expect(backupFiles(office.dataDir).join()).toContain('20300101')
  })

  it('every account may see it; making one and the list are for those with the right', async () => {
    const office = await anOfficeWith(1)
    expect((await office.admin.call('backup.status', {})).policy).toEqual({
      daily: 7,
      weekly: 4,
      monthly: 12,
    })
    expect((await office.refusal('backup.handOver', { jobId: null })).code).toBe('FORBIDDEN')
  })

  it('a file that is damaged after it was made is listed with what is wrong', async () => {
    const office = await anOfficeWith(1)
    const { local } = await office.call('backup.make', { jobId: null })
    const path = join(office.dataDir, 'backups', local.id)
    writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size - 100))
    appendFileSync(join(office.dataDir, 'backups', 'empty.zip'), '')
    const { rows } = await office.call('backup.list', {})
    const problemOf = (name: string) => rows.find(({ id }) => id === name)?.problem
    expect(problemOf(local.id)).toContain('不是完整的备份')
    expect(problemOf('empty.zip')).toContain('不是完整的备份')
  })
})

describe('handing over', () => {
  it('gives one fresh file that stays where it is, and says in the log that it was taken', async () => {
    const office = await anOfficeWith(2)
    const file = await office.admin.call('backup.handOver', { jobId: null })
    expect(office.shelf.onDisk(file.handle)).toEqual({
      name: file.name,
      path: join(office.dataDir, 'backups', file.name),
    })
    const { rows } = await office.admin.call('backup.list', {})
    expect(rows.find(({ id }) => id === file.name)).toMatchObject({ reason: 'handOver', members: 2 })
    expect(
      await office.admin.call('backup.inspect', { source: fromList(rows[0] ?? never()), jobId: null }),
    ).toMatchObject({
      isSameLedger: true,
    })
  })
})

function never(): never {
  throw new Error('no backup')
}
