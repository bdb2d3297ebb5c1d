import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aClerk, ownPassword, rowOf } from './accountsHarness.ts'
import { aStaffedOffice } from './samples.ts'
import { openCaller, openTestCore, testAdministrator, testUser } from './testCore.ts'

describe('cut off between the key file and the database', () => {
  it('a key file that cannot be written leaves the database as it was', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    const inTheWay = join(office.dataDir, 'keys.json.tmp')
    mkdirSync(inTheWay)
    const error = await administrator.refusal('accounts.create', aClerk)
    expect(error).toMatchObject({
      code: 'FOLDER_READ_ONLY',
      messageZh: expect.stringContaining('keys.json 不能写入'),
    })
    expect((await administrator.call('accounts.list', {})).rows.map((row) => row.user)).not.toContain(
      'second',
    )
    rmSync(inTheWay, { recursive: true })
    await administrator.call('accounts.create', aClerk)
  })

  it('an account without its key is shown as noKey, and resetting its password mends it', async () => {
    const office = await aStaffedOffice()
    const file = join(office.dataDir, 'keys.json')
    const before = readFileSync(file)
    await office.as('systemAdministrator').call('accounts.create', aClerk)
    writeFileSync(file, before)
    const row = await rowOf(office, 'second')
    expect(row.state).toBe('noKey')
    await office
      .as('systemAdministrator')
      .call('accounts.resetPassword', { id: row.id, password: 'Fresh-2026', ownPassword })
    await openCaller(office).call('accounts.signIn', { user: 'second', password: 'Fresh-2026' })
    await openCaller(office).call('accounts.signIn', { user: testUser.user, password: testUser.password })
  })

  it('a key without its account lets nobody in, and the database is closed again', async () => {
    const office = await aStaffedOffice()
    const file = join(office.dataDir, 'keys.json')
    const ledger = join(office.dataDir, 'ledger.db')
    await office.core.close()
    const before = readFileSync(ledger)
    const cut = openTestCore(office.dataDir)
    const { user } = testAdministrator
    await cut.call('accounts.signIn', { user, password: ownPassword })
    await cut.call('accounts.create', aClerk)
    await cut.core.close()
    const keys = readFileSync(file)
    writeFileSync(ledger, before)
    writeFileSync(file, keys)
    const test = openTestCore(office.dataDir)
    const error = await test.refusal('accounts.signIn', { user: 'second', password: 'Given-2026' })
    expect(error.code).toBe('SIGN_IN_FAILED')
    await test.call('accounts.signIn', { user, password: ownPassword })
    await test.call('accounts.create', { ...aClerk, password: 'Other-2026' })
    await openCaller(test).call('accounts.signIn', { user: 'second', password: 'Other-2026' })
  })
})
