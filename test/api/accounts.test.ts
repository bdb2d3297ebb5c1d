import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore } from '#core/createCore.ts'
import { openTestCore, signedInCore, tempDir, testPorts, testUser } from './testCore.ts'

const { user, password } = testUser

describe('first account', () => {
  it('makes an encrypted file: no SQLite header, no name in the clear', async () => {
    const { dataDir, core } = await signedInCore()
    core.close()
    const bytes = readFileSync(join(dataDir, 'ledger.db'))
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(bytes.includes(Buffer.from(testUser.displayName))).toBe(false)
    expect(bytes.includes(Buffer.from('organizations'))).toBe(false)
  })

  it('keeps neither key, password nor recovery code in the key file', async () => {
    const test = openTestCore(tempDir())
    const { recoveryCode } = await test.call('accounts.createFirst', testUser)
    const text = readFileSync(join(test.dataDir, 'keys.json'), 'utf8')
    expect(text).not.toContain(password)
    expect(text).not.toContain(recoveryCode.replaceAll('-', ''))
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('is made once only', async () => {
    const test = await signedInCore()
    expect((await test.refusal('accounts.createFirst', testUser)).code).toBe('ALREADY_SET_UP')
  })

  it('two windows at once make one account, and it opens', async () => {
    const { core, call } = openTestCore(tempDir())
    const other = core.openSession()
    const second = { ...testUser, user: 'second' }
    const results = await Promise.all([
      call('accounts.createFirst', testUser),
      core.call('accounts.createFirst', second, other),
    ])
    expect(results[1]).toMatchObject({ ok: false, error: { code: 'ALREADY_SET_UP' } })
    await call('accounts.signOut', {})
    await expect(call('accounts.signIn', { user, password })).resolves.toMatchObject({ user })
  })

  it.each([
    ['short', 'Aa1!'],
    ['of one class', 'aaaaaaaaaaaa'],
  ])('refuses a password that is %s, beside the field', async (_, weak) => {
    const test = openTestCore(tempDir())
    const error = await test.refusal('accounts.createFirst', { ...testUser, password: weak })
    expect(error.fields?.['password']).toContain('至少 8 个字符')
    expect(existsSync(join(test.dataDir, 'ledger.db'))).toBe(false)
  })

  it('finishes a first run that was cut off before the key file got its name', async () => {
    const test = await signedInCore()
    test.core.close()
    copyFileSync(join(test.dataDir, 'keys.json'), join(test.dataDir, 'keys.json.new'))
    const { rmSync } = await import('node:fs')
    rmSync(join(test.dataDir, 'keys.json'))
    const again = openTestCore(test.dataDir)
    await expect(again.call('accounts.signIn', { user, password })).resolves.toMatchObject({ user })
  })
})

describe('signing in', () => {
  it('opens what was written before', async () => {
    const first = await signedInCore()
    await first.call('workspace.put', { key: 'view:test', value: '1' })
    first.core.close()
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

  it('lets nobody read before it, on any route that is not public', async () => {
    const first = await signedInCore()
    first.core.close()
    const test = openTestCore(first.dataDir)
    const error = await test.refusal('organizations.tree', { includeEnded: false })
    expect(error.code).toBe('SIGN_IN_REQUIRED')
  })

  it('is over after signing out: the database is closed again', async () => {
    const test = await signedInCore()
    await test.call('accounts.signOut', {})
    expect((await test.refusal('members.listTrash', { offset: 0, limit: 1 })).code).toBe('SIGN_IN_REQUIRED')
    expect((await test.call('accounts.status', {})).state).toBe('locked')
  })
})

describe('recovery code', () => {
  it('opens with a new password, whatever case it is typed in, and is replaced', async () => {
    const first = openTestCore(tempDir())
    const { recoveryCode } = await first.call('accounts.createFirst', testUser)
    first.core.close()
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
    first.core.close()
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
    first.core.close()
    const { rmSync } = await import('node:fs')
    rmSync(join(first.dataDir, 'keys.json'))
    const test = openTestCore(first.dataDir)
    expect((await test.refusal('accounts.createFirst', testUser)).code).toBe('KEY_FILE_MISSING')
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
    test.core.close()
    const next = createCore(config, testPorts().ports)
    next.close()
  })
})
