import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { rawLedger } from './rawLedger.ts'
import { aMember, anIdNo, aStaffedOffice, type StaffedOffice } from './samples.ts'
import { openTestCore, staffPassword } from './testCore.ts'

const anything: RouteInput<'audit.list'> = {
  accountId: null,
  kind: null,
  from: null,
  to: null,
  text: null,
  route: null,
  offset: 0,
  limit: 200,
}

/** Two members, one edited and looked at by the community. */
async function aBusyOffice(): Promise<StaffedOffice & { readonly memberId: string }> {
  const office = await aStaffedOffice()
  const { id, version } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, mobile: '13800135678' }),
  })
  await office.call('members.create', {
    fields: aMember({
      organizationId: office.branchId,
      name: '李小红',
      idNo: anIdNo('1980-06-05', 2),
      gender: '2',
    }),
  })
  const community = office.as('communityClerk')
  await community.call('members.update', { id, version, fields: { mobile: '13911112222', education: '31' } })
  await community.call('members.reveal', { id })
  return { ...office, memberId: id }
}

const list = async (office: StaffedOffice, filter: Partial<typeof anything> = {}) =>
  office.as('auditor').call('audit.list', { ...anything, ...filter })

describe('the list', () => {
  it('holds everything anybody did, newest first: also sign-ins and looks, whoever’s they are', async () => {
    const office = await aBusyOffice()
    const { rows, total } = await list(office)
    expect(rows).toHaveLength(total)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => total - i))
    expect(rows[0]).toMatchObject({
      accountName: '社区测试员',
      role: 'communityClerk',
      via: 'cli',
      route: 'members.reveal',
      title: '查看隐去的信息',
      changeCount: 1,
      undoes: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(new Set(rows.map(({ route }) => route))).toEqual(
      new Set([
        'accounts.createFirst',
        'accounts.signIn',
        'accounts.create',
        'accounts.changePassword',
        'organizations.create',
        'members.create',
        'members.update',
        'members.reveal',
      ]),
    )
  })

  it('is filtered by hand, kind, name, sort of action and day, and paged', async () => {
    const office = await aBusyOffice()
    const routesOf = async (filter: Partial<typeof anything>) =>
      (await list(office, filter)).rows.map(({ route }) => route)
    const { accounts, routes } = await list(office)
    expect(accounts.map(({ displayName }) => displayName)).toContain('社区测试员')
    expect(routes).toContainEqual({ route: 'members.reveal', title: '查看隐去的信息' })
    const accountId = accounts.find(({ displayName }) => displayName === '社区测试员')?.id ?? ''
    expect(await routesOf({ accountId })).toEqual([
      'members.reveal',
      'members.update',
      'accounts.changePassword',
      'accounts.signIn',
    ])
    expect(await routesOf({ kind: 'member' })).toEqual([
      'members.reveal',
      'members.update',
      'members.create',
      'members.create',
    ])
    expect(await routesOf({ kind: 'member', text: '小红' })).toEqual(['members.create'])
    expect(await routesOf({ text: '%' })).toEqual([])
    expect(await routesOf({ route: 'members.reveal' })).toEqual(['members.reveal'])
    expect(await list(office, { kind: 'member', offset: 1, limit: 2 })).toMatchObject({
      total: 4,
      rows: [{ route: 'members.update' }, { route: 'members.create' }],
    })
  })

  it('takes days as the office’s, both ends counted', async () => {
    const office = await aBusyOffice()
    const { total } = await list(office)
    office.clock.set('2026-11-21T16:00:00Z') // midnight of the 22nd in Shanghai
    const auditor = office.as('auditor')
    await auditor.call('accounts.unlock', { password: staffPassword })
    const on = async (from: string, to: string) =>
      (await list(office, { from: dateOnly(from), to: dateOnly(to) })).total
    expect(await on('2026-11-21', '2026-11-21')).toBe(total)
    expect(await on('2026-11-22', '2026-11-22')).toBe((await list(office)).total - total)
    expect(await on('2026-11-20', '2026-11-20')).toBe(0)
  })

  it('is nobody else’s', async () => {
    const office = await aStaffedOffice()
    for (const role of ['systemAdministrator', 'streetClerk', 'communityClerk', 'leader'] as const) {
      const { refusal } = office.as(role)
      const { offset: _o, limit: _l, ...filter } = anything
      const answers = [
        await refusal('audit.list', anything),
        await refusal('audit.changes', { seq: 1, offset: 0, limit: 1 }),
        await refusal('audit.verify', {}),
        await refusal('audit.export', filter),
      ]
      expect(answers.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    }
  })
})

describe('the changes of an entry', () => {
  it('are in words, what is sensitive masked', async () => {
    const office = await aBusyOffice()
    const { rows } = await list(office, { route: 'members.update' })
    const auditor = office.as('auditor')
    const changes = await auditor.call('audit.changes', { seq: rows[0]?.seq ?? 0, offset: 0, limit: 10 })
    expect(changes).toMatchObject({
      total: 1,
      rows: [{ kind: 'member', recordId: office.memberId, name: '王小明', action: 'changed' }],
    })
    const fields = changes.rows[0]?.fields ?? []
    expect(fields.find(({ field }) => field === 'mobile')).toMatchObject({
      label: '手机号码',
      old: '138****5678',
      new: '139****2222',
    })
    expect(fields.find(({ field }) => field === 'education')?.new).not.toBe('31')
  })

  it('are paged, and an entry that is not there is said to be missing', async () => {
    const office = await aStaffedOffice()
    const auditor = office.as('auditor')
    const { rows } = await list(office, { kind: 'organization' })
    const seq = rows.find(({ changeCount }) => changeCount > 1)?.seq ?? 0
    const all = await auditor.call('audit.changes', { seq, offset: 0, limit: 10 })
    const second = await auditor.call('audit.changes', { seq, offset: 1, limit: 1 })
    expect(second.rows).toEqual(all.rows.slice(1, 2))
    expect(await auditor.refusal('audit.changes', { seq: 9999, offset: 0, limit: 10 })).toMatchObject({
      code: 'NOT_FOUND',
      messageZh: expect.stringContaining('没有第 9999 条'),
    })
  })
})

describe('verifying', () => {
  it('says that all is well, and that is an entry itself', async () => {
    const office = await aBusyOffice()
    const { total } = await list(office)
    const found = await office.as('auditor').call('audit.verify', {})
    expect(found).toMatchObject({ entries: total, ok: true, lastGood: total, problem: null })
    expect(found.checkedAt).toBe('2026-11-21T02:00:00.000Z')
    expect((await list(office)).rows[0]).toMatchObject({
      route: 'audit.verify',
      title: '校验审计日志',
      detail: `校验通过，共 ${total} 条`,
    })
  })

  it('names the last good entry after somebody was at the file, and goes on saying so', async () => {
    const office = await aBusyOffice()
    const { rows } = await list(office, { route: 'members.update' })
    const seq = rows[0]?.seq ?? 0
    const sqlite = await rawLedger(office)
    sqlite.prepare("update audit_changes set name = '另一人' where entry = ?").run(seq)
    sqlite.close()
    const again = openTestCore(office.dataDir)
    await again.call('accounts.signIn', { user: 'auditor', password: staffPassword })
    const found = await again.call('audit.verify', {})
    expect(found).toMatchObject({
      ok: false,
      lastGood: seq - 1,
      problem: expect.stringContaining(`第 ${seq} 条`),
    })
    const after = await again.call('audit.list', anything)
    expect(after.rows[0]?.detail).toContain(`校验不通过，完好的到第 ${seq - 1} 条`)
    expect(await again.call('system.verify', {})).toMatchObject({ audit: { ok: false, lastGood: seq - 1 } })
  })
})

describe('the exported log', () => {
  it('is the list as a workbook, with account and time at the foot, and is logged', async () => {
    const office = await aBusyOffice()
    const auditor = office.as('auditor')
    const { offset: _o, limit: _l, ...filter } = anything
    const before = await list(office)
    const exported = await auditor.call('audit.export', filter)
    expect(exported).toMatchObject({ rows: before.total, file: { name: '2026-11-21-审计日志.xlsx' } })
    const { bytes } = office.shelf.read(exported.file.handle)
    const sheet = read(bytes).Sheets['审计日志']
    const rows = utils.sheet_to_json<readonly (string | number)[]>(sheet ?? {}, { header: 1 })
    expect(rows).toHaveLength(before.total + 1)
    expect(rows[0]).toEqual([
      '序号',
      '时间',
      '操作人',
      '角色',
      '方式',
      '操作',
      '涉及记录',
      '记录',
      '说明',
      '校验值',
    ])
    expect(rows[1]?.slice(0, 8)).toEqual([
      before.total,
      '2026-11-21 10:00',
      '社区测试员',
      '社区党务干事',
      '命令行',
      '查看隐去的信息',
      1,
      '党员 王小明',
    ])
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toContain('导出账号：测试审计员　导出时间：2026-11-21 10:00')
    expect((await list(office)).rows[0]).toMatchObject({
      route: 'audit.export',
      detail: `共 ${before.total} 条`,
    })
  })

  it('keeps to the filter', async () => {
    const office = await aBusyOffice()
    const { offset: _o, limit: _l, ...filter } = { ...anything, route: 'members.reveal' }
    expect(await office.as('auditor').call('audit.export', filter)).toMatchObject({ rows: 1 })
  })
})
