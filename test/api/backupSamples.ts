import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parseKeys } from '#core/system/keyFile.ts'
import { keyOf } from '#core/system/keyRing.ts'
import { unwrapKey } from '#core/system/keyWrap.ts'
import type { BackupRow } from '#shared/contract/backup.ts'
import { aMember, anIdNo, anOffice, type Office } from './samples.ts'
import { type Caller, openCaller, testAdministrator, type TestCore, testUser } from './testCore.ts'

/** An office with people, and the administrator at a desk of his own. */
export interface BackedUpOffice extends Office {
  readonly admin: Caller
}

export async function anOfficeWith(people: number): Promise<BackedUpOffice> {
  const office = await anOffice()
  for (let i = 0; i < people; i += 1) await addMember(office, i)
  return { ...office, admin: await administratorOf(office) }
}

export async function addMember(office: Pick<Office, 'call' | 'branchId'>, n: number): Promise<string> {
  const { id } = await office.call('members.create', {
    fields: aMember({
      organizationId: office.branchId,
      name: `王${n}`,
      idNo: anIdNo('1970-05-04', n * 2 + 1),
    }),
  })
  return id
}

/** The administrator of the first accounts, signed in on a session of his own. */
export async function administratorOf(test: TestCore): Promise<Caller> {
  const admin = openCaller(test)
  const { user, password } = testAdministrator
  await admin.call('accounts.signIn', { user, password })
  return admin
}

export function backupFiles(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'backups')
  return existsSync(folder) ? readdirSync(folder).toSorted() : []
}

/** From here on no backup can be made; answers what ends it. */
export function blockBackups(dataDir: string): () => void {
  const folder = join(dataDir, 'backups')
  rmSync(folder, { recursive: true, force: true })
  writeFileSync(folder, 'in the way')
  return () => rmSync(folder)
}

export function fromList({ id, place }: Pick<BackupRow, 'id' | 'place'>) {
  return { from: 'list', id, place } as const
}

/** Some time later: the screens have locked themselves meanwhile. */
export async function later(office: BackedUpOffice, at: string): Promise<void> {
  office.clock.set(at)
  await office.call('accounts.unlock', { password: testUser.password })
  await office.admin.call('accounts.unlock', { password: testAdministrator.password })
}

/** The closed database, opened without the program. */
export async function rawLedger(dataDir: string): Promise<Sqlite.Database> {
  const wrapped = keyOf(parseKeys(readFileSync(join(dataDir, 'keys.json'), 'utf8')), testUser.user)
  const key = wrapped && (await unwrapKey(wrapped, testUser.password))
  if (!key) throw new Error('the key does not open')
  const sqlite = new Sqlite(join(dataDir, 'ledger.db'))
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return sqlite
}
