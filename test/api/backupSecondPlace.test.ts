import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  addMember,
  anOfficeWith,
  type BackedUpOffice,
  backupFiles,
  fromList,
  later,
} from './backupSamples.ts'
import { tempDir } from './testCore.ts'

const policy = { daily: 7, weekly: 4, monthly: 12 }

async function withSecondPlace(people = 1): Promise<{ office: BackedUpOffice; stick: string }> {
  const office = await anOfficeWith(people)
  const stick = join(tempDir(), 'stick')
  mkdirSync(stick)
  await office.call('backup.make', { jobId: null })
  await office.admin.call('backup.changeSettings', { secondPlace: stick, policy })
  return { office, stick }
}

const zips = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.zip'))

describe('a second place', () => {
  it('gets the newest good backup as soon as it is set, and each one after', async () => {
    const { office, stick } = await withSecondPlace()
    expect(zips(stick)).toEqual(backupFiles(office.dataDir))
    await addMember(office, 7)
    const { local, secondProblem } = await office.call('backup.make', { jobId: null })
    expect(secondProblem).toBeNull()
    const here = join(office.dataDir, 'backups', local.id)
    expect(readFileSync(join(stick, local.id)).equals(readFileSync(here))).toBe(true)
    expect((await office.call('backup.status', {})).second).toEqual({
      path: stick,
      newestGoodAt: local.createdAt,
      problem: null,
    })
    const { rows } = await office.call('backup.list', {})
    expect(rows.filter(({ place }) => place === 'second').map(({ id }) => id)).toContain(local.id)
  })

  it('that is pulled out costs nothing but a sentence, and is brought up to date when it is back', async () => {
    const { office, stick } = await withSecondPlace()
    renameSync(stick, `${stick}-pulled-out`)
    const { local, secondProblem } = await office.call('backup.make', { jobId: null })
    expect(local.problem).toBeNull()
    expect(secondProblem).toContain('够不着')
    await later(office, '2026-11-25T02:00:00Z')
    await office.call('backup.make', { jobId: null })
    const { warnings, second } = await office.call('backup.status', {})
    expect(second?.problem).toContain('够不着')
    expect(warnings).toEqual([expect.stringContaining('第二备份位置已有 4 天没有新的备份')])
    renameSync(`${stick}-pulled-out`, stick)
    expect((await office.call('backup.make', { jobId: null })).secondProblem).toBeNull()
    expect((await office.call('backup.status', {})).warnings).toEqual([])
  })

  it('that is full is told so, and keeps nothing half written', async (context) => {
    const office = await anOfficeWith(1)
    const stick = tempDir()
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', stick])
    if (status !== 0) context.skip('needs the right to mount a small tmpfs')
    context.onTestFinished(() => {
      spawnSync('umount', ['-l', stick])
    })
    writeFileSync(join(stick, 'filler'), Buffer.alloc(1_300_000))
    await office.admin.call('backup.changeSettings', { secondPlace: stick, policy })
    expect((await office.call('backup.make', { jobId: null })).secondProblem).toContain('磁盘空间不足')
    expect(readdirSync(stick)).toEqual(['filler'])
  })

  it('keeps the same generations, and leaves the backups of another office alone', async () => {
    const { office, stick } = await withSecondPlace()
    const other = await anOfficeWith(1)
    await other.call('backup.make', { jobId: null })
    await other.admin.call('backup.changeSettings', { secondPlace: stick, policy })
    const ofOther = zips(stick).filter((name) => !backupFiles(office.dataDir).includes(name))
    const both = zips(stick).length
    expect(both).toBe(2)
    await office.admin.call('backup.changeSettings', {
      secondPlace: stick,
      policy: { daily: 1, weekly: 0, monthly: 0 },
    })
    await later(office, '2026-12-20T02:00:00Z')
    await office.call('backup.make', { jobId: null })
    expect(zips(stick)).toEqual(expect.arrayContaining(ofOther))
    expect(zips(stick).filter((name) => name.includes('20261121'))).toHaveLength(1)
  })

  it('half written by a crash is cleared away', async () => {
    const { office, stick } = await withSecondPlace()
    writeFileSync(join(stick, '.backup-id-99.tmp'), 'half')
    await office.call('backup.make', { jobId: null })
    expect(readdirSync(stick).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('can be restored from', async () => {
    const { office } = await withSecondPlace(2)
    const { rows } = await office.admin.call('backup.list', {})
    const there = rows.find(({ place }) => place === 'second')
    if (!there) throw new Error('no backup there')
    const inspection = await office.admin.call('backup.inspect', { source: fromList(there), jobId: null })
    expect(inspection.isSameLedger).toBe(true)
  })
})

describe('as a second place is refused', () => {
  const refusalOf = async (place: (office: BackedUpOffice) => string) => {
    const office = await anOfficeWith(0)
    const error = await office.admin.refusal('backup.changeSettings', { secondPlace: place(office), policy })
    expect((await office.call('backup.status', {})).second).toBeNull()
    return error.fields?.['secondPlace']
  }

  it('a folder inside the data folder: both would be lost together', async () => {
    const inner = ({ dataDir }: BackedUpOffice) => {
      mkdirSync(join(dataDir, 'inner'))
      return join(dataDir, 'inner')
    }
    expect(await refusalOf(inner)).toContain('不能放在数据文件夹里面')
    expect(await refusalOf(({ dataDir }) => dataDir)).toContain('不能放在数据文件夹里面')
  })

  it('a link that leads back into it', async () => {
    const link = join(tempDir(), 'elsewhere')
    const sentence = await refusalOf(({ dataDir }) => {
      symlinkSync(dataDir, link)
      return link
    })
    expect(sentence).toContain('不能放在数据文件夹里面')
  })

  it('a folder that is not there, a path that is not whole, a file', async () => {
    expect(await refusalOf(() => '/no/such/folder')).toContain('没有这个文件夹')
    expect(await refusalOf(() => 'backups')).toContain('完整的文件夹位置')
    expect(await refusalOf(({ dataDir }) => join(dataDir, 'keys.json'))).toContain('没有这个文件夹')
  })
})
