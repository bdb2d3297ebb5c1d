import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { change, join, year } from './bridgeHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'

it.each(['docx', 'xlsx'] as const)(
  '%s: the statement has opening, closing and whether it balances, and is logged before it can be had',
  async (format) => {
    const office = await anOffice()
    await join(office, '常驻甲')
    await join(office, '转入乙', { enteredOn: partialDate('2026-04') })
    const dead = await join(office, '去世丙')
    await change(office, dead, { partyStatus: 'SW', partyStatusOn: partialDate('2026-06-02') })
    const exported = await office.call('documents.exportBridge', { organizationId: null, format, ...year })
    expect(exported).toMatchObject({
      rows: 2,
      opening: 2,
      closing: 2,
      balanced: true,
      missing: [{ label: '到本支部的日期只有年或年月', where: '东环第一党支部转入乙' }],
    })
    expect(exported.file.name).toBe(`2026-测试街道党工委-对账单-党员增减对账单.${format}`)
    const parts = unzipSync(office.shelf.read(exported.file.handle).bytes)
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('')
    for (const told of ['转入乙', '去世丙', '24时', '导出账号：测试员（admin）']) expect(text).toContain(told)
    expect(text).not.toContain('110105')
    const { rows } = await office.call('activity.list', {
      accountId: null,
      kind: 'documentExport',
      from: null,
      to: null,
      text: null,
      offset: 0,
      limit: 5,
    })
    expect(rows).toMatchObject([{ title: '导出党员增减对账单' }])
  },
)

it('who may only read exports it too; a community gets its own', async () => {
  const office = await aStaffedOffice()
  await join(office, '常驻甲')
  const input = { organizationId: null, format: 'xlsx', ...year } as const
  expect((await office.as('leader').call('documents.exportBridge', input)).file.name).toContain('街道')
  const own = await office.as('communityClerk').call('documents.exportBridge', input)
  expect(own.file.name).toContain('东环社区党委')
  expect(
    await office.as('communityClerk').refusal('documents.exportBridge', {
      ...input,
      organizationId: office.rootId,
    }),
  ).toMatchObject({ code: 'NOT_FOUND' })
})
