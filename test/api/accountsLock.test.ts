import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { preview } from './importsHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'
import { openCaller, openTestCore, signedInCore, testAdministrator, testUser } from './testCore.ts'

const tree = { includeEnded: false }
const { user, password } = testUser

describe('a locked session', () => {
  it('answers nothing until the password of the same account is given', async () => {
    const test = await anOffice()
    await test.call('accounts.lock', {})
    expect(await test.call('accounts.status', {})).toMatchObject({ state: 'idle', account: { user } })
    expect((await test.refusal('organizations.tree', tree)).code).toBe('SESSION_LOCKED')
    const other = await test.refusal('accounts.unlock', { password: testAdministrator.password })
    expect(other.code).toBe('SIGN_IN_FAILED')
    expect(other.messageZh).toContain('密码不对')
    expect((await test.refusal('organizations.tree', tree)).code).toBe('SESSION_LOCKED')
    expect(await test.call('accounts.unlock', { password })).toMatchObject({ user })
    await test.call('organizations.tree', tree)
  })

  it('is locked out by wrong passwords like the door', async () => {
    const test = await signedInCore()
    await test.call('accounts.lock', {})
    for (let i = 0; i < 5; i += 1) await test.refusal('accounts.unlock', { password: 'Wrong-2026' })
    expect((await test.refusal('accounts.unlock', { password })).code).toBe('SIGN_IN_LOCKED_OUT')
    const door = await openCaller(test).refusal('accounts.signIn', { user, password })
    expect(door.code).toBe('SIGN_IN_LOCKED_OUT')
  })

  it('lets another account sign in, and is then that one’s', async () => {
    const test = await signedInCore()
    await test.call('accounts.lock', {})
    await test.call('accounts.signIn', { user: testAdministrator.user, password: testAdministrator.password })
    expect(await test.call('accounts.status', {})).toMatchObject({
      state: 'open',
      account: { user: testAdministrator.user },
    })
  })

  it('goes on with what it had begun', async () => {
    const office = await anOffice()
    const running = office.call('documents.exportRoster', {
      organizationId: null,
      format: 'xlsx',
      unmasked: false,
      purpose: null,
      columns: null,
      asOf: null,
      jobId: 'job-12345',
    })
    await office.call('accounts.lock', {})
    await expect(running).resolves.toMatchObject({ rows: 0 })
    expect((await office.refusal('organizations.tree', tree)).code).toBe('SESSION_LOCKED')
  })

  it('keeps the database open for the others', async () => {
    const office = await aStaffedOffice()
    await office.call('accounts.lock', {})
    await office.as('leader').call('organizations.tree', tree)
  })

  it('locking or unlocking where nobody is signed in opens nothing', async () => {
    const test = await signedInCore()
    const stranger = openCaller(test)
    await stranger.call('accounts.lock', {})
    expect((await stranger.refusal('accounts.unlock', { password })).code).toBe('SIGN_IN_REQUIRED')
    expect((await stranger.call('accounts.status', {})).state).toBe('locked')
  })

  it('unlocking a session that is not locked asks for the password all the same', async () => {
    const test = await signedInCore()
    expect((await test.refusal('accounts.unlock', { password: 'Wrong-2026' })).code).toBe('SIGN_IN_FAILED')
    expect(await test.call('accounts.unlock', { password })).toMatchObject({ user })
  })
})

describe('a session that nobody uses', () => {
  it('is locked after ten minutes, at its next call and in its status', async () => {
    const test = await signedInCore()
    test.clock.set('2026-11-21T02:09:59Z')
    await test.call('organizations.tree', tree)
    test.clock.set('2026-11-21T02:19:58Z')
    expect((await test.call('accounts.status', {})).state).toBe('open')
    test.clock.set('2026-11-21T02:19:59Z')
    expect((await test.call('accounts.status', {})).state).toBe('idle')
    expect((await test.refusal('organizations.tree', tree)).code).toBe('SESSION_LOCKED')
    await test.call('accounts.unlock', { password })
    await test.call('organizations.tree', tree)
  })

  it('is not kept open by asking for its status or for the progress of a job', async () => {
    const test = await signedInCore()
    test.clock.set('2026-11-21T02:09:00Z')
    await test.call('accounts.status', {})
    await test.call('jobs.progress', { jobId: 'job-12345' })
    test.clock.set('2026-11-21T02:10:00Z')
    expect((await test.refusal('organizations.tree', tree)).code).toBe('SESSION_LOCKED')
  })

  it('is not locked by a clock set back', async () => {
    const test = await signedInCore()
    test.clock.set('2020-01-01T00:00:00Z')
    await test.call('organizations.tree', tree)
    test.clock.set('2020-01-01T00:09:59Z')
    await test.call('organizations.tree', tree)
  })

  it('is locked after as many minutes as the administrator has set', async () => {
    const office = await aStaffedOffice()
    await office.as('systemAdministrator').call('accounts.changeSettings', { idleMinutes: 2 })
    await office.call('organizations.tree', tree)
    expect((await office.call('accounts.status', {})).idleMinutes).toBe(2)
    office.clock.set('2026-11-21T02:02:00Z')
    expect((await office.refusal('organizations.tree', tree)).code).toBe('SESSION_LOCKED')
  })
})

describe('when the computer sleeps', () => {
  it('every session that is signed in is locked, and no other', async () => {
    const office = await aStaffedOffice()
    const stranger = openCaller(office)
    office.core.lockSessions()
    for (const role of ['streetClerk', 'leader', 'systemAdministrator'] as const)
      expect((await office.as(role).call('accounts.status', {})).state).toBe('idle')
    expect((await stranger.call('accounts.status', {})).state).toBe('locked')
  })
})

describe('closing', () => {
  it('waits for calls in progress, which find the database open to their end', async () => {
    const test = await signedInCore()
    const change = { ownPassword: password, password: 'Fresh-2026' }
    const running = test.core.call('accounts.changePassword', change, test.session)
    await setImmediate() // The password is being proved now.
    await test.core.close()
    expect(await running).toEqual({ ok: true, data: null })
    const again = openTestCore(test.dataDir)
    await again.call('accounts.signIn', { user, password: 'Fresh-2026' })
  })

  it('cancels what may be cancelled', async () => {
    const office = await anOffice()
    const rows = Array.from({ length: 3000 }, (_, i) => personRow(i))
    const running = preview(office, 'roster', 'a.xlsx', rosterWorkbook(rows), { jobId: 'job-12345' })
    const refused = expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    await setImmediate()
    await office.core.close()
    await refused
  })
})
