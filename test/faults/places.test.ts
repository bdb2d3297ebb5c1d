import { mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aMember, anIdNo, anyList, aStreet } from '../api/samples.ts'
import { firstAccounts, openTestCore, tempDir, type TestCore } from '../api/testCore.ts'
import { growDisk, mountSmallDisk } from './smallDisk.ts'

async function officeIn(dataDir: string) {
  const test = openTestCore(dataDir)
  await test.call('accounts.createFirst', firstAccounts)
  const street = await aStreet(test)
  const member = await test.call('members.create', {
    fields: aMember({ name: '张三', organizationId: street.branchId }),
  })
  return { ...test, ...street, member }
}

/** Leaves so many free bytes on the disk. */
function fill(dir: string, free: number): string {
  const { bavail, bsize } = statfsSync(dir)
  const path = join(dir, 'other-programs.bin')
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - free)))
  return path
}

const csv = (people: number) =>
  new TextEncoder().encode(
    [
      '姓名,公民身份号码,所在党支部',
      ...Array.from({ length: people }, (_, i) => {
        const day = new Date(Date.UTC(1960, 0, 1 + Math.floor(i / 900))).toISOString().slice(0, 10)
        return `导入${i}号,${anIdNo(day, 1 + (i % 900))},东环第一党支部`
      }),
    ].join('\n'),
  )

async function importOf(test: TestCore, people: number) {
  const { previewId } = await test.call('imports.preview', {
    kind: 'roster',
    file: test.shelf.put({ name: 'people.csv', bytes: csv(people) }),
    mode: 'addOnly',
    columns: {},
    skipSheets: [],
    branches: {},
    otherBranches: 'block',
    jobId: null,
  })
  return previewId
}

async function isSound(test: TestCore): Promise<void> {
  const check = await test.call('system.verify', {})
  expect(check).toMatchObject({ integrity: 'ok', foreignKeys: 0, audit: { ok: true } })
}

describe('a full disk', () => {
  it('refuses an import with a sentence, all of it, and goes on when there is room', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir)) context.skip('needs the right to mount a small tmpfs')
    const test = await officeIn(join(dir, 'data'))
    const previewId = await importOf(test, 3000)
    const filler = fill(dir, 600_000)
    const error = await test.refusal('imports.commit', { previewId, jobId: null })
    expect(error.code).toBe('DISK_FULL')
    expect(error.messageZh).toMatch(/磁盘/)
    expect((await test.call('members.list', anyList)).total).toBe(1)
    await isSound(test)
    rmSync(filler)
    growDisk(dir)
    await test.call('imports.commit', { previewId: await importOf(test, 3000), jobId: null })
    expect((await test.call('members.list', anyList)).total).toBe(3001)
    await isSound(test)
  })

  it('refuses an edit with a sentence and keeps what was', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir)) context.skip('needs the right to mount a small tmpfs')
    const test = await officeIn(join(dir, 'data'))
    const { id } = test.member
    fill(dir, 0)
    const codes: string[] = []
    let version = test.member.version
    for (let n = 0; n < 400 && codes.length === 0; n += 1) {
      const fields = { remark: `${n}`.repeat(120) }
      const result = await test.core.call('members.update', { id, version, fields }, test.session)
      if (result.ok) version += 1
      else codes.push(`${result.error.code} ${result.error.messageZh ?? ''}`)
    }
    expect(codes).toEqual([expect.stringMatching(/^DISK_FULL .*磁盘/)])
    expect((await test.call('members.get', { id })).version).toBe(version)
    await isSound(test)
  })

  it('a backup that does not fit says so and leaves no half file', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir)) context.skip('needs the right to mount a small tmpfs')
    const test = await officeIn(join(dir, 'data'))
    fill(dir, 100_000)
    const error = await test.refusal('backup.make', { jobId: null })
    expect(error).toMatchObject({ code: 'DISK_FULL', messageZh: expect.stringMatching(/磁盘/) })
    expect((await test.call('backup.list', {})).rows.filter((row) => row.problem !== null)).toEqual([])
    await isSound(test)
  })
})

describe('the database file in use', () => {
  it('moved away: nothing is written into the void, and once it is back the work goes on', async () => {
    const test = await officeIn(tempDir())
    const { id, version } = test.member
    const file = join(test.dataDir, 'ledger.db')
    renameSync(file, `${file}.moved`)
    const error = await test.refusal('members.update', { id, version, fields: { remark: '一' } })
    expect(error).toMatchObject({
      code: 'DATABASE_MISSING',
      messageZh: expect.stringContaining('先把文件放回原处'),
    })
    renameSync(`${file}.moved`, file)
    await test.call('members.update', { id, version, fields: { remark: '一' } })
    await isSound(test)
  })

  it('deleted: nothing is acknowledged any more', async () => {
    const test = await officeIn(tempDir())
    const { id, version } = test.member
    rmSync(join(test.dataDir, 'ledger.db'))
    const error = await test.refusal('members.update', { id, version, fields: { remark: '一' } })
    expect(error.code).toBe('DATABASE_MISSING')
  })
})

describe('the clock set back', () => {
  it('loses nothing: what is written then stands last in the log and in the history', async () => {
    const test = await officeIn(tempDir())
    const { id, version } = test.member
    await test.call('members.update', { id, version, fields: { remark: '先' } })
    test.clock.set('2019-03-01T02:00:00Z')
    await test.call('members.update', { id, version: version + 1, fields: { remark: '后' } })
    const { entries } = await test.call('activity.history', { kind: 'member', id })
    expect(entries[0]?.fields[0]).toMatchObject({ old: '先', new: '后' })
    await isSound(test)
  })
})

describe('the second place for backups pulled out', () => {
  it('the backup here stands, and the reason is told', async () => {
    const test = await officeIn(tempDir())
    const stick = join(tempDir(), 'usb')
    mkdirSync(stick)
    const administrator = test.core.openSession()
    const { user, password } = firstAccounts.administrator
    await test.core.call('accounts.signIn', { user, password }, administrator)
    const policy = { daily: 7, weekly: 4, monthly: 12 }
    const set = await test.core.call('backup.changeSettings', { secondPlace: stick, policy }, administrator)
    expect(set.ok).toBe(true)
    expect((await test.call('backup.make', { jobId: null })).secondProblem).toBeNull()
    renameSync(stick, `${stick}-out`)
    onTestFinished(() => rmSync(`${stick}-out`, { recursive: true, force: true }))
    const { local, secondProblem } = await test.call('backup.make', { jobId: null })
    expect(local.problem).toBeNull()
    expect(secondProblem).toMatch(/U 盘/)
    expect((await test.call('backup.status', {})).second?.problem).toMatch(/U 盘/)
  })
})
