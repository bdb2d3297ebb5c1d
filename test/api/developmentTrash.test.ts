import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { aPerson } from './developmentHarness.ts'
import { aJpeg } from './developmentRegistersHarness.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { readTables } from './ledgerCopy.ts'
import { rawLedger } from './rawLedger.ts'
import { anIdNo } from './samples.ts'
import { testAdministrator } from './testCore.ts'

type Kind = 'applicationForm' | 'trainingClass' | 'attachment' | 'developmentFile' | 'member'

const back = (kind: Kind, id: string) => ({ items: [{ kind, id }] })

const empty = ({ as }: StandardOffice, kind: Kind | null) =>
  as.administrator.call('trash.empty', {
    kind,
    olderThanDays: 0,
    reason: '年度清理',
    ownPassword: testAdministrator.password,
  })

async function dangling(office: StandardOffice) {
  const raw = await rawLedger(office)
  return {
    keys: raw.prepare('select * from pragma_foreign_key_check').all(),
    scans: raw
      .prepare(
        'select id from attachments where subject_id not in (select id from development_files union select id from meetings)',
      )
      .all(),
    bytes: raw
      .prepare('select sha256 from attachment_contents where sha256 not in (select sha256 from attachments)')
      .all(),
    follows: raw
      .prepare(
        'select file_id from development_status where file_id not in (select id from development_files)',
      )
      .all(),
  }
}

const nothing = { keys: [], scans: [], bytes: [], follows: [] }

/** As the lists have them. */
async function findingsOf({ dataDir }: StandardOffice, fileId: string) {
  const { development_findings: findings = [] } = await readTables(dataDir)
  return findings.filter((row) => row['file_id'] === fileId)
}

async function aForm(office: StandardOffice) {
  const { rows } = await office.as.street.call('forms.list', {
    status: 'stock',
    text: null,
    offset: 0,
    limit: 50,
  })
  const form = rows.find(({ id }) => id === office.east.stockFormId)
  if (!form) throw new Error('no form')
  return form
}

describe('a booklet in the trash', () => {
  it('does not come back beside another of its number, by restore or by undo', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const { id, version, organizationId, serialNo } = await aForm(office)
    await street.call('forms.trash', { id, version, reason: '登错了' })
    const { seq } = await newest(street)
    const [, prefix = '', no = ''] = /^(.*?)(\d+)$/.exec(serialNo) ?? []
    await street.call('forms.stock', { organizationId, prefix, from: no, to: no })
    expect(await street.refusal('trash.restore', back('applicationForm', id))).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining(`编号 ${serialNo} 后来又登记过`),
    })
    const undone = await street.refusal('activity.undo', { seq })
    expect(undone.messageZh).toContain('后来又登记过')
  })

  it('that was out with a person: trashed and restored, the file is judged with it', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const { developmentFileId: fileId, issuedFormId: id } = office.east
    const stored = () => findingsOf(office, fileId)
    const before = await stored()
    const { rows } = await street.call('forms.list', { status: 'issued', text: null, offset: 0, limit: 50 })
    const version = rows.find((row) => row.id === id)?.version ?? 0
    await street.call('forms.trash', { id, version, reason: '登错了' })
    await street.call('trash.restore', back('applicationForm', id))
    expect(await stored()).toEqual(before)
  })
})

describe('a class in the trash', () => {
  it('gives its hours back when it is restored (DEV-09)', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const { developmentFileId: fileId, trainingClassId: id } = office.east
    const stored = () => findingsOf(office, fileId)
    const before = await stored()
    const { version } = await street.call('training.get', { id })
    await street.call('training.trash', { id, version, reason: '登错了' })
    await street.call('trash.restore', back('trainingClass', id))
    expect(await stored()).toEqual(before)
  })
})

describe('a scan in the trash', () => {
  it('does not come back before its file, and leaves no bytes when the file is purged', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const { developmentFileId: fileId, attachmentId: id } = office.east
    const { rows } = await street.call('attachments.list', { subject: 'developmentFile', subjectId: fileId })
    await street.call('attachments.trash', { id, version: rows[0]?.version ?? 0, reason: '扫歪了' })
    const { version } = await street.call('development.get', { id: fileId })
    await street.call('development.trash', { id: fileId, version, reason: '重复建档' })
    const refused = await street.refusal('trash.restore', back('attachment', id))
    expect(refused.messageZh).toMatch(/不能恢复扫描件.*请先恢复档案/)
    await street.call('trash.restore', {
      items: [
        { kind: 'developmentFile', id: fileId },
        { kind: 'attachment', id },
      ],
    })
    const { base64 } = await street.call('attachments.content', { id })
    expect(Buffer.from(base64, 'base64').equals(aJpeg)).toBe(true)
    const again = await street.call('development.get', { id: fileId })
    await street.call('development.trash', { id: fileId, version: again.version, reason: '重复建档' })
    await empty(office, 'developmentFile')
    expect(await dangling(office)).toEqual(nothing)
  })
})

describe('a purged member', () => {
  it('leaves the file, which is no part of the member: its steps and scans are read and written as before', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const { approvedFileId: fileId, probationerId } = office.east
    await street.call('attachments.add', {
      subject: 'developmentFile',
      subjectId: fileId,
      slot: 'M2',
      handle: office.shelf.put({ name: '自传.jpg', bytes: Buffer.concat([aJpeg, Buffer.alloc(3)]) }),
    })
    const { version } = await street.call('members.get', { id: probationerId })
    await street.call('members.trash', { members: [{ id: probationerId, version }], reason: '重复' })
    const before = await street.call('development.get', { id: fileId })
    await empty(office, 'member')
    const after = await street.call('development.get', { id: fileId })
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
    const { rows } = await street.call('attachments.list', { subject: 'developmentFile', subjectId: fileId })
    expect(rows.map(({ name }) => name)).toEqual(['自传'])
    const { mediaType } = await street.call('attachments.content', { id: rows[0]?.id ?? '' })
    expect(mediaType).toBe('image/jpeg')
    await street.call('development.update', {
      id: fileId,
      version: after.version,
      fields: { remark: '已核对' },
    })
    expect(await dangling(office)).toEqual(nothing)
  })
})

describe('one person', () => {
  it('a second file only once the first has ended; the trash does not open a way round', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const idNo = anIdNo('1996-06-06', 77)
    const fields = aPerson(office.east.branchId, { idNo, birthDate: partialDate('1996-06-06') })
    const first = await street.call('development.create', { fields, appliedOn: partialDate('2026-01-05') })
    await street.call('development.trash', { id: first.id, version: first.version, reason: '重建' })
    const { seq } = await newest(street)
    await street.call('development.create', { fields, appliedOn: null })
    expect((await street.refusal('trash.restore', back('developmentFile', first.id))).code).toBe('CONFLICT')
    expect((await street.refusal('activity.undo', { seq })).messageZh).toContain('没有办结')
  })
})
