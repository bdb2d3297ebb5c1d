import { describe, expect, it } from 'vitest'
import { anOfficeWith } from './backupSamples.ts'
import { make, ownPassword, restore, signInAgain } from './restoreSamples.ts'
import { openCaller, testUser } from './testCore.ts'

describe('a restore', () => {
  it('leaves rights and passwords as they are now', async () => {
    const office = await anOfficeWith(1)
    const added = {
      user: 'leader',
      displayName: '测试书记',
      role: 'leader',
      organizationId: null,
      password: 'Given-2026',
      ownPassword,
    } as const
    await office.admin.call('accounts.create', { ...added, user: 'dismissed' })
    const row = await make(office)
    const { rows } = await office.admin.call('accounts.list', {})
    const dismissed = rows.find(({ user }) => user === 'dismissed')
    if (!dismissed) throw new Error('no such account')
    await office.admin.call('accounts.disable', {
      id: dismissed.id,
      version: dismissed.version,
      reason: '调离',
      ownPassword,
    })
    await office.admin.call('accounts.create', added)
    await office.call('accounts.changePassword', { ownPassword: testUser.password, password: 'Fresh-2026' })
    await restore(office, row)
    await office.call('accounts.signIn', { user: 'admin', password: 'Fresh-2026' })
    await office.admin.call('accounts.signIn', { user: 'sysadmin', password: ownPassword })
    const after = (await office.admin.call('accounts.list', {})).rows
    expect(after.map(({ user, state }) => `${user} ${state}`).toSorted()).toEqual([
      'admin active',
      'dismissed disabled',
      'leader active',
      'sysadmin active',
    ])
    const leader = openCaller(office)
    expect((await leader.call('accounts.signIn', { user: 'leader', password: 'Given-2026' })).role).toBe(
      'leader',
    )
  })

  it('an account tied to an organisation the backup does not have is let into nothing', async () => {
    const office = await anOfficeWith(0)
    const row = await make(office)
    const { id } = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: {
        ...(await office.call('organizations.get', { id: office.communityId })).fields,
        code: null,
        shortName: '西环社区党委',
        fullName: '中共西环社区委员会',
      },
    })
    await office.admin.call('accounts.create', {
      user: 'west',
      displayName: '西环测试员',
      role: 'communityClerk',
      organizationId: id,
      password: 'Given-2026',
      ownPassword,
    })
    await restore(office, row)
    await signInAgain(office)
    const { rows } = await office.admin.call('accounts.list', {})
    expect(rows.find(({ user }) => user === 'west')).toMatchObject({
      state: 'disabled',
      organizationId: null,
    })
    const west = openCaller(office)
    expect((await west.refusal('accounts.signIn', { user: 'west', password: 'Given-2026' })).code).toBe(
      'SIGN_IN_FAILED',
    )
  })

  it('keeps the choice of the second place and the generations of now', async () => {
    const office = await anOfficeWith(0)
    const row = await make(office)
    const policy = { daily: 3, weekly: 2, monthly: 1 }
    await office.admin.call('backup.changeSettings', { secondPlace: null, policy })
    await restore(office, row)
    await signInAgain(office)
    expect((await office.call('backup.status', {})).policy).toEqual(policy)
  })
})
