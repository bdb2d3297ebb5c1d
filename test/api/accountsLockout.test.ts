import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ErrorBody } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import {
  type Caller,
  firstAccounts,
  openCaller,
  openTestCore,
  signedInCore,
  tempDir,
  testAdministrator,
  type TestCore,
  testUser,
} from './testCore.ts'

const { user, password } = testUser
const wrong: RouteInput<'accounts.signIn'> = { user, password: 'Wrong-2026' }
const right = { user, password }

async function fail(caller: Caller, times: number, input = wrong): Promise<ErrorBody> {
  const errors: ErrorBody[] = []
  for (let i = 0; i < times; i += 1) errors.push(await caller.refusal('accounts.signIn', input))
  const last = errors.at(-1)
  if (!last) throw new Error('no try')
  return last
}

/** A folder with accounts, nobody signed in, the clock at 10:00. */
async function aDoor(): Promise<TestCore> {
  const test = await signedInCore()
  await test.call('accounts.signOut', {})
  test.clock.set('2026-11-21T02:00:00Z')
  return test
}

/** As of the last wrong password: what is asked after so many seconds. */
const later = (seconds: number) => new Date(Date.parse('2026-11-21T02:00:00Z') + seconds * 1000).toISOString()

describe('wrong passwords', () => {
  it('are free four times; the fifth costs thirty seconds, said in words and as a number', async () => {
    const test = await aDoor()
    expect((await fail(test, 5)).code).toBe('SIGN_IN_FAILED')
    const error = await test.refusal('accounts.signIn', right)
    expect(error).toMatchObject({ code: 'SIGN_IN_LOCKED_OUT', fields: { waitSeconds: '30' } })
    expect(error.messageZh).toBe('连续输错 5 次，为防止他人试密码，请等 30 秒后再试')
    test.clock.set(later(29))
    expect((await test.refusal('accounts.signIn', right)).fields).toEqual({ waitSeconds: '1' })
    test.clock.set(later(30))
    await test.call('accounts.signIn', right)
  })

  it('cost twice as much each time, and never more than an hour', async () => {
    const test = await aDoor()
    await fail(test, 4)
    const waits: string[] = []
    for (let i = 0; i < 9; i += 1) {
      await fail(test, 1)
      waits.push((await test.refusal('accounts.signIn', right)).fields?.['waitSeconds'] ?? '')
      test.clock.set(later((i + 1) * 3600))
    }
    expect(waits).toEqual(['30', '60', '120', '240', '480', '960', '1920', '3600', '3600'])
  })

  it('are forgotten after the right one', async () => {
    const test = await aDoor()
    await fail(test, 4)
    await test.call('accounts.signIn', right)
    expect((await fail(openCaller(test), 4)).code).toBe('SIGN_IN_FAILED')
    await openCaller(test).call('accounts.signIn', right)
  })

  it('count over a restart, without the database', async () => {
    const first = await aDoor()
    await fail(first, 5)
    await first.core.close()
    const test = openTestCore(first.dataDir)
    expect((await test.refusal('accounts.signIn', right)).code).toBe('SIGN_IN_LOCKED_OUT')
  })

  it('sent all at once are counted one by one', async () => {
    const test = await aDoor()
    const codes = await Promise.all(
      Array.from({ length: 8 }, async () => (await openCaller(test).refusal('accounts.signIn', wrong)).code),
    )
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5)
    expect(codes.filter((code) => code === 'SIGN_IN_LOCKED_OUT')).toHaveLength(3)
  })

  it('for one account lock no other out', async () => {
    const test = await aDoor()
    await fail(test, 5)
    await test.call('accounts.signIn', { user: testAdministrator.user, password: testAdministrator.password })
  })

  it('for names nobody has are counted together', async () => {
    const test = await aDoor()
    for (let i = 0; i < 5; i += 1)
      expect(await fail(test, 1, { user: `nobody${i}`, password })).toEqual(
        await aDoor().then((other) => fail(other, 1)),
      )
    expect((await fail(test, 1, { user: 'nobody9', password })).code).toBe('SIGN_IN_LOCKED_OUT')
  })

  it('at one’s own password before a change count as well', async () => {
    const test = await signedInCore()
    const change = { ownPassword: 'Wrong-2026', password: 'Fresh-2026' }
    for (let i = 0; i < 5; i += 1)
      expect((await test.refusal('accounts.changePassword', change)).code).toBe('VALIDATION_FAILED')
    const locked = await test.refusal('accounts.changePassword', { ...change, ownPassword: password })
    expect(locked.code).toBe('SIGN_IN_LOCKED_OUT')
  })

  it('of the recovery code are counted, whatever account they are for', async () => {
    const test = openTestCore(tempDir())
    const { recoveryCode } = await test.call('accounts.createFirst', firstAccounts)
    const input = { user, recoveryCode, password: 'Fresh-2026' }
    for (const name of [user, 'sysadmin', 'nobody', user, user])
      await openCaller(test).refusal('accounts.recover', { ...input, user: name, recoveryCode: 'ABCD' })
    expect((await openCaller(test).refusal('accounts.recover', input)).code).toBe('SIGN_IN_LOCKED_OUT')
    test.clock.set(later(30))
    await openCaller(test).call('accounts.recover', input)
  })
})

describe('the clock', () => {
  it('set back does not shorten the wait', async () => {
    const test = await aDoor()
    await fail(test, 5)
    test.clock.set('2020-01-01T00:00:00Z')
    expect((await test.refusal('accounts.signIn', right)).fields).toEqual({ waitSeconds: '30' })
    test.clock.set('2020-01-01T00:00:29Z')
    expect((await test.refusal('accounts.signIn', right)).fields).toEqual({ waitSeconds: '1' })
  })

  it('once wrong by years locks nobody out for years', async () => {
    const test = await aDoor()
    test.clock.set('2099-01-01T00:00:00Z')
    await fail(test, 5)
    test.clock.set('2026-11-21T02:00:00Z')
    expect((await test.refusal('accounts.signIn', right)).fields).toEqual({ waitSeconds: '30' })
    test.clock.set(later(30))
    await test.call('accounts.signIn', right)
  })
})

describe('the file of counts', () => {
  it('holds no password and no name that was only typed', async () => {
    const test = await aDoor()
    await fail(test, 1)
    await fail(test, 1, { user: 'Typed-by-mistake-1', password })
    const text = readFileSync(join(test.dataDir, 'sign-ins.json'), 'utf8')
    expect(text).toContain('user:admin')
    for (const secret of [password, wrong.password, 'Typed-by-mistake']) expect(text).not.toContain(secret)
  })

  it.each(['', '{', '{"version":1,"counters":{"user:admin":{"wrong":-1}}}', '[]'])(
    'spoilt to %j keeps nobody out and nothing from counting',
    async (text) => {
      const first = await aDoor()
      await first.core.close()
      writeFileSync(join(first.dataDir, 'sign-ins.json'), text)
      const test = openTestCore(first.dataDir)
      await fail(test, 5)
      expect((await test.refusal('accounts.signIn', right)).code).toBe('SIGN_IN_LOCKED_OUT')
      test.clock.set(later(60))
      await test.call('accounts.signIn', right)
    },
  )
})
