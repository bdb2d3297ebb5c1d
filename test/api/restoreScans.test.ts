import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { anOfficeWith } from './backupSamples.ts'
import { aPerson } from './developmentHarness.ts'
import { aJpeg } from './developmentRegistersHarness.ts'
import { make, ownPassword, restore, signInAgain } from './restoreSamples.ts'

it('a scan comes back from a backup byte for byte, also after it was purged', async () => {
  const office = await anOfficeWith(1)
  const { call, shelf, admin, branchId } = office
  const file = await call('development.create', {
    fields: aPerson(branchId),
    appliedOn: partialDate('2026-01-05'),
  })
  const target = { subject: 'developmentFile', subjectId: file.id } as const
  // Larger than a page of the database, and no two bytes in a row alike.
  const bytes = Buffer.concat([
    aJpeg,
    Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 131) % 251)),
  ])
  const handle = shelf.put({ name: '申请书.jpg', bytes })
  const { id, version } = await call('attachments.add', { ...target, slot: 'M1', handle })
  const row = await make(office)
  await call('attachments.trash', { id, version, reason: '扫歪了' })
  const all = { kind: null, olderThanDays: 0, reason: '年度清理', ownPassword } as const
  expect(await admin.call('trash.empty', all)).toMatchObject({ count: 1 })
  await restore(office, row)
  await signInAgain(office)
  expect((await call('attachments.list', target)).rows).toMatchObject([{ id, bytes: bytes.byteLength }])
  const { base64 } = await call('attachments.content', { id })
  expect(Buffer.from(base64, 'base64').equals(bytes)).toBe(true)
})
