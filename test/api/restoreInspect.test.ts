import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addMember, anOfficeWith, fromList, later } from './backupSamples.ts'
import { make, membersOf, ownPassword } from './restoreSamples.ts'

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
