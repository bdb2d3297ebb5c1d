import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore } from '#core/createCore.ts'
import {
  firstAccounts,
  openCaller,
  openTestCore,
  signedInCore,
  tempDir,
  testAdministrator,
  testPorts,
  testUser,
} from './testCore.ts'

const { user, password } = testUser

describe('first account', () => {
  it('makes an encrypted file: no SQLite header, no name in the clear', async () => {
    const { dataDir, core } = await signedInCore()
    await core.close()
    const bytes = readFileSync(join(dataDir, 'ledger.db'))
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(bytes.includes(Buffer.from(testUser.displayName))).toBe(false)
    expect(bytes.includes(Buffer.from('organizations'))).toBe(false)
  })

  it('keeps neither key, password nor recovery code in the key file', async () => {
    const test = openTestCore(tempDir())
    const { recoveryCode } = await test.call('accounts.createFirst', firstAccounts)
    const text = readFileSync(join(test.dataDir, 'keys.json'), 'utf8')
    expect(text).not.toContain(password)
    expect(text).not.toContain(recoveryCode.replaceAll('-', ''))
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('is made once only', async () => {
    const test = await signedInCore()
    expect((await test.refusal('accounts.createFirst', firstAccounts)).code).toBe('ALREADY_SET_UP')
  })

  it('two windows at once make one account, and it opens', async () => {
    const { core, call } = openTestCore(tempDir())
    const other = core.openSession()
    const second = { ...firstAccounts, clerk: { ...testUser, user: 'second' } }
    const results = await Promise.all([
      call('accounts.createFirst', firstAccounts),
      core.call('accounts.createFirst', second, other),
    ])
    expect(results[1]).toMatchObject({ ok: false, error: { code: 'ALREADY_SET_UP' } })
    await call('accounts.signOut', {})
    await expect(call('accounts.signIn', { user, password })).resolves.toMatchObject({ user })
  })

  it.each([
    ['short', 'Aa1!', '至少 10 个字符'],
    ['short of classes', 'abcdefgh', '至少 10 个字符'],
    ['of one character', 'aaaaaaaaaaaa', '重复'],
    ['the account with a number', 'Admin-2026', '账号或姓名'],
  ])('refuses a password that is %s, beside the field', async (_, weak, why) => {
    const test = openTestCore(tempDir())
    const clerk = { ...testUser, password: weak }
    const error = await test.refusal('accounts.createFirst', { ...firstAccounts, clerk })
    expect(error.fields?.['clerk.password']).toContain(why)
    expect(existsSync(join(test.dataDir, 'ledger.db'))).toBe(false)
    expect((await test.call('accounts.status', {})).state).toBe('new')
  })

  it('takes no two accounts of one name, however it is written', async () => {
    const test = openTestCore(tempDir())
    const clerk = { ...testUser, user: 'SysAdmin' }
    const error = await test.refusal('accounts.createFirst', { ...firstAccounts, clerk })
    expect(error.fields?.['clerk.user']).toContain('同一个账号名')
  })

  it('makes an administrator and a clerk, signs the clerk in, and both get in again', async () => {
    const test = await signedInCore()
    const { account, hasAdministrator } = await test.call('accounts.status', {})
    expect([account?.role, hasAdministrator]).toEqual(['streetClerk', true])
    const { user, password } = testAdministrator
    const administrator = await openCaller(test).call('accounts.signIn', { user, password })
    expect(administrator).toMatchObject({ role: 'systemAdministrator', mustChangePassword: false })
  })

  it('begins anew after one that was cut off before its accounts were written', async () => {
    const dataDir = tempDir()
    for (const name of ['keys.json.new', 'ledger.db.new', 'ledger.db.new-wal'])
      writeFileSync(join(dataDir, name), 'half')
    const test = openTestCore(dataDir)
    expect((await test.call('accounts.status', {})).state).toBe('new')
    await test.call('accounts.createFirst', firstAccounts)
    await test.core.close()
    await expect(openTestCore(dataDir).call('accounts.signIn', { user, password })).resolves.toMatchObject({
      user,
    })
    expect(readdirSync(dataDir).filter((name) => name.includes('.new'))).toEqual([])
  })

  it('has not happened when the key file cannot get its name', async () => {
    const dataDir = tempDir()
    let n = 0
    let isFailing = true
    const test = openTestCore(dataDir, {
      next: () => {
        if (isFailing) rmSync(join(dataDir, 'keys.json.new'), { force: true })
        return `of-first-run-${(n += 1)}`
      },
    })
    expect((await test.refusal('accounts.createFirst', firstAccounts)).messageZh).toContain(
      '首次设置没有完成',
    )
    expect((await test.call('accounts.status', {})).state).toBe('new')
    expect(readdirSync(dataDir).filter((name) => /^(ledger|keys)/.test(name))).toEqual([])
    isFailing = false
    await test.call('accounts.createFirst', firstAccounts)
    expect((await test.call('accounts.status', {})).state).toBe('open')
  })

  it('finishes a first run that was cut off before the key file got its name', async () => {
    const test = await signedInCore()
    await test.core.close()
    copyFileSync(join(test.dataDir, 'keys.json'), join(test.dataDir, 'keys.json.new'))
    rmSync(join(test.dataDir, 'keys.json'))
    const again = openTestCore(test.dataDir)
    await expect(again.call('accounts.signIn', { user, password })).resolves.toMatchObject({ user })
  })
})

describe('signing in', () => {
  it('opens what was written before', async () => {
    const first = await signedInCore()
    await first.call('workspace.put', { key: 'view:test', value: '1' })
    await first.core.close()
    const second = openTestCore(first.dataDir)
    expect((await second.call('accounts.status', {})).state).toBe('locked')
    await second.call('accounts.signIn', { user, password })
    expect(await second.call('workspace.get', { key: 'view:test' })).toMatchObject({ value: '1' })
  })

  it('answers a wrong password and an unknown account alike', async () => {
    const test = await signedInCore()
    const wrong = await test.refusal('accounts.signIn', { user, password: 'Wrong-2026' })
    const unknown = await test.refusal('accounts.signIn', { user: 'nobody', password })
    expect(wrong).toEqual(unknown)
    expect(wrong.messageZh).toContain('账号或密码不对')
  })

  it('forgives case and width of the account, never of the password', async () => {
    const test = await signedInCore()
    await expect(
      openCaller(test).call('accounts.signIn', { user: 'ＡＤＭＩＮ', password }),
    ).resolves.toMatchObject({
      user,
    })
    const error = await openCaller(test).refusal('accounts.signIn', {
      user,
      password: password.toLowerCase(),
    })
    expect(error.code).toBe('SIGN_IN_FAILED')
  })

  it('changes the account at a session without a restart', async () => {
    const test = await signedInCore()
    await test.call('accounts.signIn', { user: testAdministrator.user, password: testAdministrator.password })
    expect((await test.call('accounts.status', {})).account?.user).toBe(testAdministrator.user)
    expect((await test.refusal('organizations.tree', { includeEnded: false })).code).toBe('FORBIDDEN')
  })

  it('lets nobody in by a key file put in the place of the open one', async () => {
    const test = await signedInCore()
    const other = await signedInCore()
    const foreign = readFileSync(join(other.dataDir, 'keys.json'))
    writeFileSync(join(test.dataDir, 'keys.json'), foreign)
    const error = await openCaller(test).refusal('accounts.signIn', { user, password })
    expect(error).toMatchObject({
      code: 'KEY_FILE_DAMAGED',
      messageZh: expect.stringContaining('不配套'),
    })
  })

  it('lets nobody read before it, on any route that is not public', async () => {
    const first = await signedInCore()
    await first.core.close()
    const test = openTestCore(first.dataDir)
    const error = await test.refusal('organizations.tree', { includeEnded: false })
    expect(error.code).toBe('SIGN_IN_REQUIRED')
  })

  it('is over after signing out: the database is closed again', async () => {
    const test = await signedInCore()
    await test.call('accounts.signOut', {})
    expect((await test.refusal('organizations.tree', { includeEnded: false })).code).toBe('SIGN_IN_REQUIRED')
    expect((await test.call('accounts.status', {})).state).toBe('locked')
  })
})

describe('recovery code', () => {
  it('opens with a new password, whatever case it is typed in, and is replaced', async () => {
    const first = openTestCore(tempDir())
    const { recoveryCode } = await first.call('accounts.createFirst', firstAccounts)
    await first.core.close()
    const test = openTestCore(first.dataDir)
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const next = await test.call('accounts.recover', { user, recoveryCode: typed, password: 'Fresh-2026' })
    expect(next.recoveryCode).not.toBe(recoveryCode)
    await test.call('accounts.signOut', {})
    expect((await test.refusal('accounts.signIn', { user, password })).code).toBe('SIGN_IN_FAILED')
    await test.call('accounts.signIn', { user, password: 'Fresh-2026' })
    const reused = await test.refusal('accounts.recover', { user, recoveryCode, password: 'Other-2026' })
    expect(reused.code).toBe('SIGN_IN_FAILED')
  })
})

describe('recovery', () => {
  it('signs out whoever sits at the account, and asks for the new password from then on', async () => {
    const test = openTestCore(tempDir())
    const { recoveryCode } = await test.call('accounts.createFirst', firstAccounts)
    const other = openCaller(test)
    await other.call('accounts.recover', { user, recoveryCode, password: 'Fresh-2026' })
    expect((await test.call('accounts.status', {})).state).toBe('locked')
    expect((await test.refusal('accounts.signIn', { user, password })).code).toBe('SIGN_IN_FAILED')
  })

  it('with a weak new password changes nothing, and the database is closed again', async () => {
    const first = openTestCore(tempDir())
    const { recoveryCode } = await first.call('accounts.createFirst', firstAccounts)
    await first.core.close()
    const test = openTestCore(first.dataDir)
    const keys = readFileSync(join(first.dataDir, 'keys.json'), 'utf8')
    const error = await test.refusal('accounts.recover', { user, recoveryCode, password: '13800138000' })
    expect(error.fields?.['password']).toContain('只用数字')
    expect(readFileSync(join(first.dataDir, 'keys.json'), 'utf8')).toBe(keys)
    await test.call('accounts.recover', { user, recoveryCode, password: 'Fresh-2026' })
  })
})

describe('a key file that is wrong', () => {
  it.each([
    ['not JSON', () => '{'],
    [
      'changed by one character',
      (text: string) =>
        text.replace(/"sealed": "(.)/, (_, c: string) => `"sealed": "${c === 'A' ? 'B' : 'A'}`),
    ],
    ['of another shape', () => '{"keys":{},"sha256":""}'],
  ])('%s is called damaged, not a wrong password, and nothing is touched', async (_, damage) => {
    const first = await signedInCore()
    await first.core.close()
    const file = join(first.dataDir, 'keys.json')
    const database = readFileSync(join(first.dataDir, 'ledger.db'))
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    const test = openTestCore(first.dataDir)
    const error = await test.refusal('accounts.signIn', { user, password })
    expect(error.code).toBe('KEY_FILE_DAMAGED')
    expect(error.messageZh).toContain('密钥文件 keys.json 已损坏')
    expect(readFileSync(join(first.dataDir, 'ledger.db')).equals(database)).toBe(true)
  })

  it('that is gone is said to be gone, and no new database is begun over the old one', async () => {
    const first = await signedInCore()
    await first.core.close()
    rmSync(join(first.dataDir, 'keys.json'))
    const test = openTestCore(first.dataDir)
    expect((await test.refusal('accounts.createFirst', firstAccounts)).code).toBe('KEY_FILE_MISSING')
    expect((await test.refusal('accounts.status', {})).code).toBe('KEY_FILE_MISSING')
  })
})

describe('the data folder', () => {
  it('is held by one core at a time, and the sentence says by whom', async () => {
    const test = await signedInCore()
    const config = { dataDir: test.dataDir, appVersion: '0.0.0', shell: 'browser' } as const
    expect(() => createCore(config, testPorts().ports)).toThrow(
      expect.objectContaining({ code: 'FOLDER_IN_USE', messageZh: expect.stringContaining('命令行') }),
    )
    await test.core.close()
    const next = createCore(config, testPorts().ports)
    await next.close()
  })
})
