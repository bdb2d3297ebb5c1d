import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemWriter } from '#db/audit/writer.ts'
import { openDatabase } from '#db/open.ts'
import { keyFile } from '#core/system/keyFile.ts'
import { keyOf, withoutKey } from '#core/system/keyRing.ts'
import { unwrapKey } from '#core/system/keyWrap.ts'
import {
  openCaller,
  openTestCore,
  signedInCore,
  testAdministrator,
  testPorts,
  testUser,
  type TestCore,
} from './testCore.ts'

const { user, password } = testUser

/** A data folder of before the accounts had roles: its one account is the clerk's. */
async function anOldFolder(): Promise<string> {
  const { core, dataDir } = await signedInCore()
  await core.close()
  const file = join(dataDir, 'ledger.db')
  const keys = keyFile(dataDir, file)
  const wrapped = keyOf(keys.read(), user)
  const key = wrapped && (await unwrapKey(wrapped, password))
  if (!key) throw new Error('no key')
  const { ports } = testPorts()
  const ledger = openDatabase({
    file,
    key,
    create: false,
    migrationsDir: ports.resources.migrationsDir,
    keepsHead: true,
    beforeUpgrade: () => undefined,
  })
  ledger
    .as(systemWriter('test', () => ports.clock.now()))
    .write((tx) => tx.sql.run("delete from accounts where role = 'systemAdministrator'"))
  ledger.close()
  keys.write(withoutKey(keys.read(), testAdministrator.user))
  rmSync(join(dataDir, 'sign-ins.json'), { force: true })
  return dataDir
}

async function signedIn(dataDir: string): Promise<TestCore> {
  const test = openTestCore(dataDir)
  await test.call('accounts.signIn', { user, password })
  return test
}

it('a folder of before the roles says so, and its clerk makes the first administrator', async () => {
  const test = await signedIn(await anOldFolder())
  expect((await test.call('accounts.status', {})).hasAdministrator).toBe(false)
  const input = { ...testAdministrator, ownPassword: password }
  const wrong = await test.refusal('accounts.createAdministrator', { ...input, ownPassword: 'Wrong-2026' })
  expect(wrong.fields?.['ownPassword']).toContain('密码不对')
  await test.call('accounts.createAdministrator', input)
  expect((await test.call('accounts.status', {})).hasAdministrator).toBe(true)
  const administrator = openCaller(test)
  await administrator.call('accounts.signIn', {
    user: testAdministrator.user,
    password: testAdministrator.password,
  })
  const { rows } = await administrator.call('accounts.list', {})
  expect(rows.map((row) => [row.user, row.state, row.mustChangePassword])).toEqual([
    [user, 'active', false],
    [testAdministrator.user, 'active', false],
  ])
})

it('two who make the first administrator at once make one', async () => {
  const test = await signedIn(await anOldFolder())
  const input = { ...testAdministrator, ownPassword: password }
  const answers = await Promise.all(
    ['one', 'two'].map((name) =>
      test.core.call('accounts.createAdministrator', { ...input, user: name }, test.session),
    ),
  )
  expect(answers.map((answer) => answer.ok)).toEqual([true, false])
  expect(answers[1]).toMatchObject({ error: { code: 'CONFLICT' } })
})

it('where there is an administrator, nobody makes another first one', async () => {
  const test = await signedInCore()
  const person = { user: 'boss', displayName: '新管理员', password: 'Given-2026' }
  const error = await test.refusal('accounts.createAdministrator', { ...person, ownPassword: password })
  expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('已经有系统管理员') })
})
