import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { importFile } from './importsHarness.ts'
import { rawLedger } from './rawLedger.ts'
import { aMember, anIdNo, aStaffedOffice, type StaffedOffice } from './samples.ts'
import { testAdministrator } from './testCore.ts'

const idNos = [1, 3, 5].map((n) => anIdNo('1970-05-04', n))
const mobiles = ['13800130001', '13800130003', '13800130005', '13911112222', '13733334444']
const phone = '010-65432178'
const addresses = ['东环新苑 3 号楼 2 单元 501', '西环里 18 号院 4 门 302', '建设路 77 号 1204 室']
const fullAddresses = addresses.map((address) => address.replace(/^\D+/, ''))
const secrets = [...idNos, ...mobiles, phone, ...addresses, ...fullAddresses]
const said = `电话核实 ${mobiles[3] ?? ''}，证号 ${idNos[0] ?? ''}`

const [idA = '', idB = '', idC = ''] = idNos

/** Every way a member's data reaches a write. */
async function everyPath(office: StaffedOffice): Promise<readonly string[]> {
  const first = await office.call('members.create', {
    fields: aMember({
      organizationId: office.branchId,
      name: '王小明',
      idNo: idA,
      mobile: mobiles[0] ?? '',
      phone,
      address: addresses[0] ?? '',
      hukou: addresses[1] ?? '',
    }),
  })
  const { id } = first
  const edits = [
    { mobile: mobiles[3] ?? '', address: addresses[2] ?? '', hukou: null, remark: said },
    { idNo: idB, phone: null, joinBranch: said },
    { name: '王晓明', mobile: null, address: null },
  ]
  for (const fields of edits) {
    const { version } = await office.call('members.get', { id })
    await office.call('members.update', { id, version, fields })
  }
  const rows = [
    personRow(1, {
      idNo: idB,
      name: '王晓明',
      mobile: mobiles[1] ?? '',
      branch: '东环第一党支部',
    }),
    personRow(2, {
      idNo: idC,
      name: '李小红',
      mobile: mobiles[2] ?? '',
      birthDate: '1970-05-04',
      branch: '东环第一党支部',
    }),
  ]
  const name = `名册 ${idA} ${mobiles[0] ?? ''}.xlsx`
  await importFile(office, 'roster', name, rosterWorkbook(rows))
  const found = await office.call('members.search', { text: '小红', limit: 5 })
  const second = found.hits[0]?.id ?? ''
  const ids = [id, second]
  const members = async () =>
    Promise.all(
      ids.map(async (each) => ({
        id: each,
        version: (await office.call('members.get', { id: each })).version,
      })),
    )
  await office.call('members.applyBulk', {
    members: await members(),
    change: { field: 'manageClass', value: '1' },
  })
  for (const each of ids) await office.call('members.reveal', { id: each })
  await office.call('documents.exportRoster', {
    organizationId: null,
    format: 'xlsx',
    unmasked: true,
    purpose: said,
    columns: null,
    asOf: null,
    jobId: null,
  })
  const { version } = await office.call('members.get', { id })
  const fields = { birthDate: partialDate('1971-01-01') }
  const { findings } = await office.call('members.update', { id, version, fields })
  const target = { subject: 'member' as const, subjectId: id, code: findings[0]?.code ?? '' }
  await office.call('findings.override', { ...target, reason: said })
  await office.call('findings.withdrawOverride', target)
  await office.call('members.trash', { members: await members(), reason: said })
  await office.call('trash.restore', { items: ids.map((each) => ({ kind: 'member' as const, id: each })) })
  await office.call('members.trash', { members: await members(), reason: said })
  return ids
}

async function logTexts(office: StaffedOffice) {
  const sqlite = await rawLedger(office)
  const all = (sql: string): readonly unknown[] => sqlite.prepare(sql).all()
  return {
    entries: all('select * from audit_entries'),
    shown: all(
      `select id, entry, kind, record_id, name, organization_id, action, diff, secret_digest from audit_changes`,
    ),
    secrets: all('select secret from audit_changes where secret is not null'),
  }
}

it('the log shows no ID number, phone or address of anybody, whatever was done with them', async () => {
  const office = await aStaffedOffice()
  await everyPath(office)
  const log = await logTexts(office)
  const text = JSON.stringify([log.entries, log.shown])
  expect(secrets.filter((secret) => secret !== '' && text.includes(secret))).toEqual([])
  // The test can fail: the same values do stand in the clear beside it.
  const clear = JSON.stringify(log.secrets)
  expect(secrets.filter((secret) => clear.includes(secret)).length).toBeGreaterThan(8)
  expect(log.shown.length).toBeGreaterThan(15)
})

it('emptying the trash takes the clear values out of the log too', async () => {
  const office = await aStaffedOffice()
  await everyPath(office)
  await office.as('systemAdministrator').call('trash.empty', {
    kind: null,
    olderThanDays: 0,
    reason: said,
    ownPassword: testAdministrator.password,
  })
  expect(await office.call('system.verify', {})).toMatchObject({ audit: { ok: true } })
  const log = await logTexts(office)
  const text = JSON.stringify(log)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  expect(text).toContain('王晓明')
})

it('the auditor is shown none of it', async () => {
  const office = await aStaffedOffice()
  await everyPath(office)
  const auditor = office.as('auditor')
  const filter = { accountId: null, kind: null, from: null, to: null, text: null, route: null }
  const { rows } = await auditor.call('audit.list', { ...filter, offset: 0, limit: 200 })
  const changes = await Promise.all(
    rows.map(({ seq }) => auditor.call('audit.changes', { seq, offset: 0, limit: 200 })),
  )
  const text = JSON.stringify([rows, changes])
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  expect(text).toContain('138****0001')
})
