import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addMember, anOfficeWith, backupFiles, blockBackups, fromList } from './backupSamples.ts'
import { make, membersOf, ownPassword, restore, signInAgain } from './restoreSamples.ts'
import { anyList } from './samples.ts'
import { openTestCore, testUser } from './testCore.ts'

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
