import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { addMember, anOfficeWith, type BackedUpOffice, later } from './backupSamples.ts'
import { make, ownPassword, restore, signInAgain } from './restoreSamples.ts'
import { type Caller, openCaller, openTestCore, tempDir, testUser } from './testCore.ts'

const anyEntry = { accountId: null, kind: null, from: null, to: null, text: null, route: null } as const
const page = { offset: 0, limit: 200 } as const

/** The auditor's list, newest first. */
async function logOf(office: BackedUpOffice): Promise<readonly AuditEntry[]> {
  return (await (await auditorOf(office)).call('audit.list', { ...anyEntry, ...page })).rows
}

async function auditorOf(office: BackedUpOffice): Promise<Caller> {
  const auditor = openCaller(office)
  await auditor.call('accounts.signIn', { user: 'auditor', password: 'Own-Word-2026' })
  return auditor
}

async function anAuditedOffice(): Promise<BackedUpOffice> {
  const office = await anOfficeWith(1)
  await office.admin.call('accounts.create', {
    user: 'auditor',
    displayName: '测试审计员',
    role: 'auditor',
    organizationId: null,
    password: 'Given-2026',
    ownPassword,
  })
  const auditor = openCaller(office)
  await auditor.call('accounts.signIn', { user: 'auditor', password: 'Given-2026' })
  await auditor.call('accounts.changePassword', { ownPassword: 'Given-2026', password: 'Own-Word-2026' })
  return office
}

const said = ({ seq, isReplaced, hash }: AuditEntry) => ({ seq, isReplaced, hash })
const verified = async (office: BackedUpOffice) => (await office.call('system.verify', {})).audit

describe('the log of before a restore', () => {
  it('stays readable when what was set aside is deleted, marked, and counted by the check', async () => {
    const office = await anAuditedOffice()
    const row = await make(office)
    await later(office, '2026-11-21T05:00:00Z')
    await addMember(office, 50)
    const before = await logOf(office)
    const adding = before.find(({ route }) => route === 'members.create')
    await restore(office, row)
    rmSync(join(office.dataDir, 'set-aside'), { recursive: true })
    await signInAgain(office)
    const after = await logOf(office)
    const replaced = after.filter(({ isReplaced }) => isReplaced)
    const since = before.filter(({ at }) => at >= '2026-11-21T05:00:00')
    expect(replaced.map(({ hash }) => hash)).toEqual(expect.arrayContaining(since.map(({ hash }) => hash)))
    expect(
      replaced.map(({ title, accountName, at, changeCount }) => ({ title, accountName, at, changeCount })),
    ).toContainEqual({
      title: adding?.title,
      accountName: adding?.accountName,
      at: adding?.at,
      changeCount: adding?.changeCount,
    })
    const auditor = await auditorOf(office)
    const changes = await auditor.call('audit.changes', {
      seq: adding?.seq ?? 0,
      replaced: adding?.hash,
      ...page,
    })
    expect(changes.rows).toMatchObject([
      { kind: 'member', action: 'added' },
      { kind: 'membership', action: 'added' },
    ])
    expect(await verified(office)).toMatchObject({ ok: true, replaced: replaced.length })
  })

  it('stands below the entry that tells of the restore, newest first, and is found by the filters', async () => {
    const office = await anAuditedOffice()
    const row = await make(office)
    await addMember(office, 50)
    await restore(office, row)
    await signInAgain(office)
    const rows = await logOf(office)
    const at = rows.findIndex(({ route }) => route === 'backup.restore')
    expect(rows[at]?.isReplaced).toBe(false)
    expect(rows[at]?.detail).toMatch(/恢复前的日志带入 \d+ 条/)
    const replaced = rows.filter(({ isReplaced }) => isReplaced)
    expect(rows.slice(at + 1, at + 1 + replaced.length)).toEqual(replaced)
    expect(replaced.map(({ seq }) => seq)).toEqual(replaced.map(({ seq }) => seq).toSorted((a, b) => b - a))
    const auditor = await auditorOf(office)
    const found = await auditor.call('audit.list', { ...anyEntry, route: 'members.create', ...page })
    expect(found.rows.filter(({ isReplaced }) => isReplaced)).toHaveLength(1)
    expect(found.total).toBe(found.rows.length)
    const { rows: exported } = await auditor.call('audit.export', anyEntry)
    expect(exported).toBeGreaterThan(rows.length - 1)
  })

  it('is not offered for undoing, and none of its clear values are kept', async () => {
    const office = await anAuditedOffice()
    const row = await make(office)
    const id = await addMember(office, 50)
    const { version } = await office.call('members.get', { id })
    await office.call('members.update', { id, version, fields: { mobile: '13911112222' } })
    const seqs = (await logOf(office)).filter(({ route }) => route === 'members.update').map(({ seq }) => seq)
    await restore(office, row)
    await signInAgain(office)
    const { rows } = await office.call('activity.list', {
      accountId: null,
      kind: 'member',
      from: null,
      to: null,
      text: null,
      ...page,
    })
    expect(rows.filter(({ route }) => route === 'members.update')).toEqual([])
    expect(seqs).toHaveLength(1)
    const auditor = await auditorOf(office)
    const update = (await logOf(office)).find(({ route }) => route === 'members.update')
    const shown = await auditor.call('audit.changes', {
      seq: update?.seq ?? 0,
      replaced: update?.hash,
      ...page,
    })
    expect(JSON.stringify(shown)).toContain('139****2222')
    expect(JSON.stringify(shown)).not.toContain('13911112222')
  })
})

describe('restoring again', () => {
  it('keeps what both restores replaced', async () => {
    const office = await anAuditedOffice()
    const row = await make(office)
    await addMember(office, 50)
    await restore(office, row)
    await signInAgain(office)
    await addMember(office, 51)
    const before = await logOf(office)
    await restore(office, row)
    await signInAgain(office)
    const after = await logOf(office)
    const kept = new Set(after.map(({ hash }) => hash))
    expect(before.filter(({ hash }) => !kept.has(hash))).toEqual([])
    expect(after.filter(({ route, isReplaced }) => isReplaced && route === 'members.create')).toHaveLength(2)
    expect(after.filter(({ route, isReplaced }) => isReplaced && route === 'backup.restore')).toHaveLength(1)
    expect(await verified(office)).toMatchObject({ ok: true })
  })

  it('the backup made before the first: what comes back to the log is not listed twice', async () => {
    const office = await anAuditedOffice()
    const row = await make(office)
    await addMember(office, 50)
    const first = await logOf(office)
    await restore(office, row)
    await signInAgain(office)
    const between = await logOf(office)
    const { rows } = await office.admin.call('backup.list', {})
    const back = rows.find(({ reason }) => reason === 'beforeRestore')
    if (!back) throw new Error('no backup before the restore')
    await restore(office, back)
    await signInAgain(office)
    const last = await logOf(office)
    const hashes = last.map(({ hash }) => hash)
    expect(new Set(hashes).size).toBe(hashes.length)
    for (const { hash } of [...first, ...between]) expect(hashes).toContain(hash)
    expect(last.filter(({ isReplaced, route }) => isReplaced && route === 'backup.restore')).toHaveLength(1)
    expect(last.filter(({ isReplaced, route }) => isReplaced && route === 'members.create')).toEqual([])
    expect(await verified(office)).toMatchObject({ ok: true })
    await restore(office, row)
    await signInAgain(office)
    const again = new Set((await logOf(office)).map(({ hash }) => hash))
    expect(last.filter(({ hash }) => !again.has(hash))).toEqual([])
    expect(await verified(office)).toMatchObject({ ok: true })
  })

  it('a backup that has such a log itself keeps it, here and on a new PC', async () => {
    const office = await anAuditedOffice()
    const row = await make(office)
    await addMember(office, 50)
    await restore(office, row)
    await signInAgain(office)
    const replaced = (await logOf(office)).filter(({ isReplaced }) => isReplaced).map(said)
    const { name } = await office.admin.call('backup.handOver', { jobId: null })
    await restore(office, { id: name, place: 'local' })
    await signInAgain(office)
    expect((await logOf(office)).map(said)).toEqual(expect.arrayContaining(replaced))
    expect(await verified(office)).toMatchObject({ ok: true })
    const pc = openTestCore(tempDir())
    const path = join(office.dataDir, 'backups', name)
    const source = { from: 'file', handle: pc.shelf.putOnDisk({ name: 'carried.zip', path }) } as const
    const { user, password } = testUser
    await pc.call('rescue.restore', { source, secret: { by: 'password', user, password }, jobId: null })
    await pc.call('accounts.signIn', { user, password })
    expect((await pc.call('system.verify', {})).audit).toMatchObject({ ok: true, replaced: replaced.length })
  })
})
