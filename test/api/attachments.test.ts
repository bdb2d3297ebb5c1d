import { describe, expect, it } from 'vitest'
import { attachmentBytesMax } from '#shared/domain/attachments.ts'
import { newest } from './activityHarness.ts'
import { aFileAt } from './developmentHarness.ts'
import { aJpeg } from './developmentRegistersHarness.ts'
import { aStandardOffice } from './office.ts'
import { rawLedger } from './rawLedger.ts'
import { testAdministrator } from './testCore.ts'

async function aScan(bytes: Uint8Array = aJpeg, name = '申请书.jpg') {
  const office = await aFileAt('appliedOn')
  const { file } = office
  const target = { subject: 'developmentFile', subjectId: file.id } as const
  const add = { ...target, slot: 'M1', handle: office.shelf.put({ name, bytes }) }
  return { office, target, add }
}

describe('a scan', () => {
  it('is kept with its bytes inside the database, the same bytes once', async () => {
    const { office, target, add } = await aScan()
    const first = await office.call('attachments.add', add)
    await office.call('attachments.add', { ...add, slot: 'M2' })
    const { rows } = await office.call('attachments.list', target)
    expect(rows.map(({ slot, name, mediaType, bytes }) => [slot, name, mediaType, bytes])).toEqual([
      ['M1', '申请书', 'image/jpeg', aJpeg.byteLength],
      ['M2', '申请书', 'image/jpeg', aJpeg.byteLength],
    ])
    const { base64 } = await office.call('attachments.content', { id: first.id })
    expect(Buffer.from(base64, 'base64').equals(aJpeg)).toBe(true)
    const raw = await rawLedger(office)
    expect(raw.prepare('select count(*) as n from attachment_contents').get()).toEqual({ n: 1 })
  })

  it.each([
    [
      'text',
      new TextEncoder().encode('<html><script>alert(1)</script>'),
      'FILE_REFUSED',
      '只能上传 JPG、PNG 图片或 PDF',
    ],
    ['nothing', new Uint8Array(), 'FILE_REFUSED', '只能上传'],
    ['too large', Buffer.concat([aJpeg, Buffer.alloc(attachmentBytesMax)]), 'FILE_TOO_LARGE', '超过 5 MB'],
  ])('%s is refused in a sentence, and nothing is kept', async (_, bytes, code, words) => {
    const { office, target, add } = await aScan(bytes, '材料.jpg')
    expect(await office.refusal('attachments.add', add)).toMatchObject({
      code,
      messageZh: expect.stringContaining(words),
    })
    expect((await office.call('attachments.list', target)).rows).toEqual([])
  })

  it('too large is taken as the page made it smaller, under its own name', async () => {
    const large = Buffer.concat([aJpeg, Buffer.alloc(attachmentBytesMax)])
    const { office, add } = await aScan(large, '申请书.jpg')
    const picture = await office.call('attachments.picture', { handle: add.handle })
    expect(picture?.mediaType).toBe('image/jpeg')
    expect(Buffer.from(picture?.base64 ?? '', 'base64').equals(large)).toBe(true)
    const smaller = Buffer.from(aJpeg).toString('base64')
    expect(await office.call('attachments.add', { ...add, smaller })).toMatchObject({
      name: '申请书',
      bytes: aJpeg.byteLength,
    })
    const disguised = Buffer.from('<html>').toString('base64')
    expect((await office.refusal('attachments.add', { ...add, smaller: disguised })).code).toBe(
      'FILE_REFUSED',
    )
  })

  it('of a PDF the page is given no bytes to make smaller', async () => {
    const { office, add } = await aScan(new TextEncoder().encode('%PDF-1.7'), '申请书.pdf')
    expect(await office.call('attachments.picture', { handle: add.handle })).toBeNull()
  })

  it('an ID number in its name does not stay readable, nor a folder', async () => {
    const { office, add } = await aScan(aJpeg, 'C:/扫描/110105199505050018申请书.jpg')
    const { name } = await office.call('attachments.add', add)
    expect(name).not.toContain('110105199505050018')
    expect(name).not.toContain('/')
  })

  it('a paper that is none, and a handle that is gone', async () => {
    const { office, add } = await aScan()
    expect((await office.refusal('attachments.add', { ...add, slot: 'M31' })).code).toBe('VALIDATION_FAILED')
    expect((await office.refusal('attachments.add', { ...add, handle: 'gone-gone' })).code).toBe('FILE_GONE')
  })

  it('goes to the trash, comes back, and is undone like any record', async () => {
    const { office, target, add } = await aScan()
    const { id, version } = await office.call('attachments.add', add)
    await office.call('attachments.trash', { id, version, reason: '扫歪了' })
    const count = async () => (await office.call('attachments.list', target)).rows.length
    expect(await count()).toBe(0)
    expect((await office.refusal('attachments.content', { id })).code).toBe('NOT_FOUND')
    await office.call('activity.undo', { seq: (await newest(office)).seq })
    expect(await count()).toBe(1)
    const [row] = (await office.call('attachments.list', target)).rows
    await office.call('attachments.trash', { id, version: row?.version ?? 0, reason: '扫歪了' })
    await office.call('trash.restore', { items: [{ kind: 'attachment', id }] })
    expect(await count()).toBe(1)
  })

  it('DEV-24: what is scanned no longer counts as missing, and one undo takes both back', async () => {
    const { office, target, add } = await aScan()
    const read = () => office.call('development.get', { id: target.subjectId })
    const missing = async () =>
      (await read()).findings.some(({ code, step }) => code === 'DEV-24' && step === 1)
    expect(await missing()).toBe(true)
    await office.call('attachments.add', add)
    expect(await missing()).toBe(false)
    expect((await read()).materials.find(({ materialNo }) => materialNo === 'M1')?.isPresent).toBe(true)
    await office.call('activity.undo', { seq: (await newest(office)).seq })
    expect(await missing()).toBe(true)
    expect((await office.call('attachments.list', target)).rows).toEqual([])
  })

  it('purged with its file it leaves no bytes', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { developmentFileId: id, attachmentId } = office.east
    const { version } = await office.call('development.get', { id })
    await office.call('development.trash', { id, version, reason: '重复建档' })
    await office.as.administrator.call('trash.empty', {
      kind: null,
      olderThanDays: 0,
      reason: '年度清理',
      ownPassword: testAdministrator.password,
    })
    const raw = await rawLedger(office)
    expect(raw.prepare('select count(*) as n from attachments where id = ?').get(attachmentId)).toEqual({
      n: 0,
    })
    // The 签到表 of a meeting stays.
    expect(raw.prepare('select count(*) as n from attachment_contents').get()).toEqual({ n: 1 })
  })

  it('is looked at by who may reveal only', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { attachmentId: id } = office.east
    expect((await office.as.east.call('attachments.content', { id })).mediaType).toBe('image/jpeg')
    expect((await office.as.leader.refusal('attachments.content', { id })).code).toBe('FORBIDDEN')
  })
})
