import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyFile } from '#core/system/keyFile.ts'
import { withoutKey } from '#core/system/keyRing.ts'
import { aClerk, keysOf, ownPassword, rowOf } from './accountsHarness.ts'
import { aStaffedOffice, anOrganization } from './samples.ts'
import { openCaller, staffPassword } from './testCore.ts'

describe('a new account', () => {
  it('gets in by the given password, and does nothing before it has one of its own', async () => {
    const office = await aStaffedOffice()
    const row = await office.as('systemAdministrator').call('accounts.create', aClerk)
    expect(row).toMatchObject({ state: 'active', mustChangePassword: true, lastSignInAt: null })
    const clerk = openCaller(office)
    await clerk.call('accounts.signIn', { user: 'second', password: 'Given-2026' })
    const tree = { includeEnded: false }
    expect((await clerk.refusal('organizations.tree', tree)).code).toBe('PASSWORD_CHANGE_REQUIRED')
    const same = { ownPassword: 'Given-2026', password: 'Given-2026' }
    expect((await clerk.refusal('accounts.changePassword', same)).fields?.['password']).toContain('一样')
    await clerk.call('accounts.changePassword', { ...same, password: 'Mine-2026!' })
    await clerk.call('organizations.tree', tree)
    await clerk.call('accounts.signOut', {})
    expect((await clerk.refusal('accounts.signIn', { user: 'second', password: 'Given-2026' })).code).toBe(
      'SIGN_IN_FAILED',
    )
    await clerk.call('accounts.signIn', { user: 'second', password: 'Mine-2026!' })
  })

  it.each([
    ['user', { user: 'ADMIN' }, '已经有了'],
    ['password', { password: 'Second-2026' }, '账号或姓名'],
    ['password', { password: 'Admin@2026' }, '最常被人试'],
    ['organizationId', { role: 'communityClerk' }, '必须选择'],
    ['organizationId', { role: 'communityClerk', organizationId: 'nowhere' }, '不存在或已撤销'],
    ['organizationId', { role: 'auditor', organizationId: 'nowhere' }, '不限定党组织'],
    ['displayName', { role: 'auditor', displayName: ' 测试 管理员' }, '不能兼任安全审计员'],
    ['displayName', { role: 'systemAdministrator', displayName: '测试审计员' }, '不能兼任系统管理员'],
    ['ownPassword', { ownPassword: 'Wrong-2026' }, '密码不对'],
  ] as const)('is refused at %s for %j', async (field, change, why) => {
    const office = await aStaffedOffice()
    const before = keysOf(office)
    const error = await office.as('systemAdministrator').refusal('accounts.create', { ...aClerk, ...change })
    expect(error.fields?.[field]).toContain(why)
    expect(keysOf(office)).toEqual(before)
  })

  it('may not be tied to a group, nor to an organisation that has ended', async () => {
    const office = await aStaffedOffice()
    const { id: groupId } = await office.call('organizations.create', {
      parentId: office.branchId,
      fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
    })
    const input = { ...aClerk, role: 'communityClerk', organizationId: groupId } as const
    const administrator = office.as('systemAdministrator')
    const error = await administrator.refusal('accounts.create', input)
    expect(error.fields?.['organizationId']).toContain('党小组')
    const { rows } = await administrator.call('accounts.organizations', {})
    expect(rows.map(({ depth }) => depth)).toEqual([0, 1, 2, 2])
    expect(rows.map(({ id }) => id)).not.toContain(groupId)
  })
})

describe('changing an account', () => {
  it('takes effect on its open session at once', async () => {
    const office = await aStaffedOffice()
    const row = await rowOf(office, 'leader')
    const leader = office.as('leader')
    const fields = anOrganization({ shortName: '新支部' })
    expect((await leader.refusal('organizations.create', { parentId: office.rootId, fields })).code).toBe(
      'FORBIDDEN',
    )
    await office.as('systemAdministrator').call('accounts.update', {
      id: row.id,
      version: row.version,
      displayName: row.displayName,
      role: 'streetClerk',
      organizationId: null,
      ownPassword,
    })
    await leader.call('organizations.create', { parentId: office.rootId, fields })
  })

  it('from a version read before somebody else changed it is refused', async () => {
    const office = await aStaffedOffice()
    const { id, version, displayName } = await rowOf(office, 'leader')
    const change = { id, version, displayName, role: 'leader', organizationId: null, ownPassword } as const
    const administrator = office.as('systemAdministrator')
    await administrator.call('accounts.update', { ...change, displayName: '新书记' })
    expect((await administrator.refusal('accounts.update', change)).code).toBe('STALE_WRITE')
  })

  it('is undone by nobody through the list of activities', async () => {
    const office = await aStaffedOffice()
    const { id, version, displayName } = await rowOf(office, 'leader')
    const change = { id, version, displayName, role: 'streetClerk', organizationId: null } as const
    await office.as('systemAdministrator').call('accounts.update', { ...change, ownPassword })
    const { rows } = await office.as('auditor').call('audit.list', {
      accountId: null,
      kind: 'account',
      from: null,
      to: null,
      text: null,
      route: 'accounts.update',
      offset: 0,
      limit: 50,
    })
    const seq = rows[0]?.seq ?? 0
    expect(await office.refusal('activity.undo', { seq })).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('由系统管理员'),
    })
    expect((await rowOf(office, 'leader')).role).toBe('streetClerk')
  })

  it('makes no auditor of an administrator and no administrator of an auditor', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    for (const [user, role] of [
      ['auditor', 'systemAdministrator'],
      ['sysadmin', 'auditor'],
    ] as const) {
      const { id, version, displayName } = await rowOf(office, user)
      const error = await administrator.refusal('accounts.update', {
        id,
        version,
        displayName,
        role,
        organizationId: null,
        ownPassword,
      })
      expect(error.fields?.['role']).toContain('请另建账号')
    }
  })

  it('makes none by way of a third role either', async () => {
    const office = await aStaffedOffice()
    const become = async (role: 'leader' | 'systemAdministrator') => {
      const { id, version, displayName } = await rowOf(office, 'auditor')
      return { id, version, displayName, role, organizationId: null, ownPassword }
    }
    const administrator = office.as('systemAdministrator')
    await administrator.call('accounts.update', await become('leader'))
    const error = await administrator.refusal('accounts.update', await become('systemAdministrator'))
    expect(error.fields?.['role']).toContain('当过安全审计员')
  })

  it('never takes away the last administrator', async () => {
    const office = await aStaffedOffice()
    const { id, version, displayName } = await rowOf(office, 'sysadmin')
    const administrator = office.as('systemAdministrator')
    const error = await administrator.refusal('accounts.update', {
      id,
      version,
      displayName,
      role: 'streetClerk',
      organizationId: null,
      ownPassword,
    })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('最后一个') })
  })

  it('counts no administrator whose key is gone as one that is left', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    await administrator.call('accounts.create', { ...aClerk, role: 'systemAdministrator' })
    const file = keyFile(office.dataDir, join(office.dataDir, 'ledger.db'))
    file.write(withoutKey(file.read(), aClerk.user))
    const { id, version, displayName } = await rowOf(office, 'sysadmin')
    const error = await administrator.refusal('accounts.update', {
      id,
      version,
      displayName,
      role: 'streetClerk',
      organizationId: null,
      ownPassword,
    })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('最后一个') })
    file.write(withoutKey(file.read(), 'sysadmin'))
    expect((await office.call('accounts.status', {})).hasAdministrator).toBe(false)
  })

  it('throws away drafts that hold what the account may not see any more', async () => {
    const office = await aStaffedOffice()
    await office.as('communityClerk').call('workspace.put', { key: 'draft:member', value: '"x"' })
    const { id, version, displayName } = await rowOf(office, 'community')
    await office.as('systemAdministrator').call('accounts.update', {
      id,
      version,
      displayName,
      role: 'communityClerk',
      organizationId: office.branchId,
      ownPassword,
    })
    expect(await office.as('communityClerk').call('workspace.get', { key: 'draft:member' })).toBeNull()
  })
})

describe('a password set by the administrator', () => {
  it('touches no key but that one, ends the lock-out and signs the account out', async () => {
    const office = await aStaffedOffice()
    const before = keysOf(office)
    const guesser = openCaller(office)
    for (let i = 0; i < 5; i += 1)
      await guesser.refusal('accounts.signIn', { user: 'leader', password: 'Wrong-2026' })
    const { id, lockedUntil } = await rowOf(office, 'leader')
    expect(lockedUntil).toBe('2026-11-21T02:00:30.000Z')
    await office
      .as('systemAdministrator')
      .call('accounts.resetPassword', { id, password: 'Fresh-2026', ownPassword })
    expect((await office.as('leader').call('accounts.status', {})).state).toBe('locked')
    await guesser.call('accounts.signIn', { user: 'leader', password: 'Fresh-2026' })
    const after = keysOf(office)
    expect([...after].filter(([user, key]) => before.get(user) !== key).map(([user]) => user)).toEqual([
      'leader',
    ])
    expect(await rowOf(office, 'leader')).toMatchObject({ mustChangePassword: true, lockedUntil: null })
  })
})

describe('a disabled account', () => {
  async function disabled() {
    const office = await aStaffedOffice()
    const { id, version } = await rowOf(office, 'leader')
    const administrator = office.as('systemAdministrator')
    await administrator.call('accounts.disable', { id, version, reason: '调离', ownPassword })
    return { office, administrator, id, version: version + 1 }
  }

  it('is out at once, has no key any more, and does not get in', async () => {
    const { office } = await disabled()
    const leader = office.as('leader')
    expect((await leader.refusal('organizations.tree', { includeEnded: false })).code).toBe(
      'SIGN_IN_REQUIRED',
    )
    expect([...keysOf(office).keys()]).not.toContain('leader')
    const error = await leader.refusal('accounts.signIn', { user: 'leader', password: staffPassword })
    expect(error.code).toBe('SIGN_IN_FAILED')
    expect((await rowOf(office, 'leader')).state).toBe('disabled')
  })

  it('is enabled with a new password only', async () => {
    const { office, administrator, id, version } = await disabled()
    await administrator.call('accounts.enable', { id, version, password: 'Again-2026', ownPassword })
    const leader = office.as('leader')
    await leader.call('accounts.signIn', { user: 'leader', password: 'Again-2026' })
    expect((await rowOf(office, 'leader')).state).toBe('active')
  })

  it('keeps its name to itself', async () => {
    const { administrator } = await disabled()
    const error = await administrator.refusal('accounts.create', { ...aClerk, user: 'Leader' })
    expect(error.messageZh).toContain('已停用')
  })

  it('is not opened by the recovery code either', async () => {
    const { office, administrator } = await disabled()
    const { recoveryCode } = await administrator.call('accounts.renewRecoveryCode', { ownPassword })
    const input = { user: 'leader', recoveryCode, password: 'Again-2026' }
    expect((await openCaller(office).refusal('accounts.recover', input)).code).toBe('SIGN_IN_FAILED')
  })

  it('is never one’s own', async () => {
    const { office, administrator } = await disabled()
    const { id, version } = await rowOf(office, 'sysadmin')
    const input = { id, version, reason: '试一试', ownPassword }
    expect((await administrator.refusal('accounts.disable', input)).code).toBe('CONFLICT')
  })
})
