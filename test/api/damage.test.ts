import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { anOfficeWith, backupFiles, rawLedger } from './backupSamples.ts'
import { anyList } from './samples.ts'
import { openTestCore, testUser, type TestCore } from './testCore.ts'

const clerk = { by: 'password', user: testUser.user, password: testUser.password } as const

const signIn = (test: TestCore) =>
  test.call('accounts.signIn', { user: testUser.user, password: testUser.password })

/** One bit of one page of a table. */
async function damage(dataDir: string, table: string): Promise<void> {
  const sqlite = await rawLedger(dataDir)
  const page = Number(
    sqlite
      .prepare("select max(pageno) from dbstat where name = ? and pagetype <> 'internal'")
      .pluck()
      .get(table),
  )
  sqlite.close()
  const handle = openSync(join(dataDir, 'ledger.db'), 'r+')
  const byte = Buffer.alloc(1)
  const at = (page - 1) * 4096 + 700
  readSync(handle, byte, 0, 1, at)
  byte.writeUInt8(byte.readUInt8(0) ^ 1)
  writeSync(handle, byte, 0, 1, at)
  closeSync(handle)
}

/** Closed, with a backup of everything, and then damaged. */
async function aDamagedFolder(people: number, table = 'members') {
  const office = await anOfficeWith(people)
  await office.call('backup.make', { jobId: null })
  await office.core.close()
  await damage(office.dataDir, table)
  return { dataDir: office.dataDir }
}

describe('a database damaged on the disk', () => {
  it('is not opened; the sentence says what to do, again and again, and nothing is changed', async () => {
    const { dataDir } = await aDamagedFolder(3)
    const damagedBytes = readFileSync(join(dataDir, 'ledger.db'))
    for (let i = 0; i < 2; i += 1) {
      const test = openTestCore(dataDir)
      expect(
        await test.refusal('accounts.signIn', { user: 'admin', password: testUser.password }),
      ).toMatchObject({
        code: 'DATABASE_DAMAGED',
        messageZh: expect.stringContaining('用最近的备份恢复'),
      })
      await test.core.close()
    }
    expect(readFileSync(join(dataDir, 'ledger.db')).equals(damagedBytes)).toBe(true)
  })

  it('gives way to the newest good backup, and is set aside', async () => {
    const { dataDir } = await aDamagedFolder(3)
    const damagedBytes = readFileSync(join(dataDir, 'ledger.db'))
    const test = openTestCore(dataDir)
    const { rows, problem } = await test.call('rescue.backups', { secret: clerk })
    expect(problem).toContain('已损坏')
    const [newest] = rows
    if (!newest) throw new Error('no backup is offered')
    const source = { from: 'list', id: newest.id, place: 'local' } as const
    const report = await test.call('rescue.restore', { source, secret: clerk, jobId: null })
    expect(readFileSync(join(report.setAside ?? '', 'ledger.db')).equals(damagedBytes)).toBe(true)
    await signIn(test)
    expect((await test.call('members.list', anyList)).total).toBe(3)
    expect((await test.call('system.verify', {})).integrity).toBe('ok')
  })

  it('is read as far as it can be, and what was read can be restored', async () => {
    const { dataDir } = await aDamagedFolder(40, 'audit_changes')
    const test = openTestCore(dataDir)
    const { backup, tables } = await test.call('rescue.salvage', { secret: clerk, jobId: null })
    expect(backup).toMatchObject({ reason: 'salvaged', problem: null, members: 40 })
    expect(tables.find(({ label }) => label === '党员')).toEqual({ label: '党员', saved: 40, lost: 0 })
    expect(tables.find(({ label }) => label === '审计日志明细')?.lost).toBeGreaterThan(0)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.restore'))).toEqual([])
    const source = { from: 'list', id: backup.id, place: 'local' } as const
    await test.call('rescue.restore', { source, secret: clerk, jobId: null })
    await signIn(test)
    expect((await test.call('members.list', { ...anyList, text: '王1' })).total).toBe(11)
    expect((await test.call('system.verify', {})).audit).toMatchObject({ ok: true })
  })

  it('lets nobody in with a wrong password', async () => {
    const { dataDir } = await aDamagedFolder(1, 'members')
    const test = openTestCore(dataDir)
    expect(
      (await test.refusal('rescue.backups', { secret: { ...clerk, password: 'Wrong-2026' } })).code,
    ).toBe('SIGN_IN_FAILED')
  })
})

describe('damage found while the program runs', () => {
  it('in a file too large to be checked at the door: every call of data answers it, and no backup is made of it', async () => {
    const office = await anOfficeWith(1)
    await office.core.close()
    const sqlite = await rawLedger(office.dataDir)
    const put = sqlite.prepare('insert into database_facts (key, value) values (?, hex(zeroblob(524288)))')
    for (let i = 0; i < 36; i += 1) put.run(`filler ${i}`)
    sqlite.close()
    await damage(office.dataDir, 'database_facts')
    const test = openTestCore(office.dataDir)
    await signIn(test)
    await vi.waitFor(
      async () =>
        expect(await test.refusal('members.list', anyList)).toMatchObject({
          code: 'DATABASE_DAMAGED',
          messageZh: expect.stringContaining('已停止读写'),
        }),
      { timeout: 20_000 },
    )
    expect(existsSync(join(office.dataDir, '.damaged'))).toBe(true)
    const made = backupFiles(office.dataDir)
    await test.core.close()
    expect(backupFiles(office.dataDir)).toEqual(made)
    const again = openTestCore(office.dataDir)
    expect(
      (await again.refusal('accounts.signIn', { user: 'admin', password: testUser.password })).code,
    ).toBe('DATABASE_DAMAGED')
    expect((await again.call('rescue.backups', { secret: clerk })).rows).toHaveLength(made.length)
  }, 60_000)
})

describe('the weekly check', () => {
  const signInOn = async (dataDir: string, at: string) => {
    const test = openTestCore(dataDir)
    test.clock.set(at)
    await signIn(test)
    await test.core.close()
    const look = openTestCore(dataDir)
    look.clock.set(at)
    await signIn(look)
    const status = await look.call('backup.status', {})
    await look.core.close()
    return status
  }

  it('is done at a sign-in when the last is seven days old, also after the clock was set back', async () => {
    const office = await anOfficeWith(1)
    await office.core.close()
    expect((await signInOn(office.dataDir, '2026-11-22T02:00:00Z')).lastFullCheckOn).toBe('2026-11-22')
    expect((await signInOn(office.dataDir, '2026-11-28T02:00:00Z')).lastFullCheckOn).toBe('2026-11-22')
    expect((await signInOn(office.dataDir, '2026-11-29T02:00:00Z')).lastFullCheckOn).toBe('2026-11-29')
    expect((await signInOn(office.dataDir, '2026-11-01T02:00:00Z')).lastFullCheckOn).toBe('2026-11-01')
  })

  it('tells of a log that was tampered with', async () => {
    const office = await anOfficeWith(2)
    await office.core.close()
    const sqlite = await rawLedger(office.dataDir)
    sqlite.exec("update audit_entries set account_name = '别人' where seq = 2")
    sqlite.close()
    const { warnings } = await signInOn(office.dataDir, '2026-11-22T02:00:00Z')
    expect(warnings).toEqual([expect.stringContaining('审计日志')])
  })
})
