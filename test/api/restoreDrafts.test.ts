import { expect, it } from 'vitest'
import { anOfficeWith, fromList } from './backupSamples.ts'
import { testAdministrator, testUser } from './testCore.ts'

it('a restore brings back no draft of an account that has another role by now', async () => {
  const office = await anOfficeWith(0)
  const ownPassword = testAdministrator.password
  const draft = { key: 'draft:member', value: '"x"' }
  await office.call('workspace.put', draft)
  const { local } = await office.call('backup.make', { jobId: null })
  const { rows } = await office.admin.call('accounts.list', {})
  const before = rows.find(({ user }) => user === testUser.user)
  if (!before) throw new Error('no such account')
  const { id, version, displayName } = before
  const changed = { id, version, displayName, role: 'leader', organizationId: null, ownPassword } as const
  await office.admin.call('accounts.update', changed)
  await office.admin.call('backup.restore', { source: fromList(local), ownPassword, jobId: null })
  await office.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  expect(await office.call('workspace.get', { key: draft.key })).toBeNull()
})
