import type { BackupRow } from '#shared/contract/backup.ts'
import { type BackedUpOffice, fromList } from './backupSamples.ts'
import { anyList } from './samples.ts'
import { testAdministrator, testUser } from './testCore.ts'

export const ownPassword = testAdministrator.password

export const membersOf = async ({ call }: Pick<BackedUpOffice, 'call'>): Promise<number> =>
  (await call('members.list', anyList)).total

export async function make({ call }: Pick<BackedUpOffice, 'call'>): Promise<BackupRow> {
  return (await call('backup.make', { jobId: null })).local
}

/** A restore has signed everybody out. */
export async function signInAgain(office: BackedUpOffice): Promise<void> {
  const { user, password } = testUser
  await office.call('accounts.signIn', { user, password })
  await office.admin.call('accounts.signIn', { user: testAdministrator.user, password: ownPassword })
}

export const restore = (office: BackedUpOffice, row: Pick<BackupRow, 'id' | 'place'>) =>
  office.admin.call('backup.restore', { source: fromList(row), ownPassword, jobId: null })
