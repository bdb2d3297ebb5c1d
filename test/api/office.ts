import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import type { Ports } from '#core/ports.ts'
import type { Role } from '#shared/contract/rights.ts'
import { type RouteName, routes } from '#shared/contract/routes.ts'
import { fillCommunity, makeCommunity, type Place } from './place.ts'
import { aCampaignWith } from './reviewHarness.ts'
import { anOrganization } from './samples.ts'
import {
  type AtEnd,
  type Caller,
  firstAccounts,
  openCaller,
  openTestCore,
  staffPassword,
  tempDir,
  testAdministrator,
  type TestCore,
  testUser,
} from './testCore.ts'

export type { Place } from './place.ts'

/** A street over two communities, 东环 and 西湖, with everything there can be in them. Everybody is signed in. */
export interface StandardOffice extends TestCore {
  readonly rootId: string
  /** 述职测评 of the street; in it the secretaries of the communities. */
  readonly streetCampaignId: string
  readonly east: Place
  /** Without records of its own in an office made `withoutWest`. */
  readonly west: Place
  readonly as: Readonly<Record<Staff, Caller>>
}

/** The street's clerk is the `TestCore` itself, too. */
export type Staff = 'administrator' | 'street' | 'east' | 'west' | 'leader' | 'auditor'

export const staffPasswords: Readonly<Record<Staff, { readonly user: string; readonly password: string }>> = {
  administrator: testAdministrator,
  street: testUser,
  east: { user: 'east', password: staffPassword },
  west: { user: 'west', password: staffPassword },
  leader: { user: 'leader', password: staffPassword },
  auditor: { user: 'auditor', password: staffPassword },
}

/** Who has a role's rights; the community's clerk is that of 东环. */
export const staffOfRole: Readonly<Record<Role, Staff>> = {
  systemAdministrator: 'administrator',
  streetClerk: 'street',
  communityClerk: 'east',
  leader: 'leader',
  auditor: 'auditor',
}

const countingFrom = (first: number): Ports['ids'] => {
  let n = first
  return { next: () => `id-${String((n += 1)).padStart(8, '0')}` }
}

interface Template extends Pick<StandardOffice, 'rootId' | 'streetCampaignId' | 'east' | 'west'> {
  readonly dir: string
}

const templates = new Map<boolean, Promise<Template>>()

/** Made once and copied: a hundred routes want a fresh one. */
export function aStandardOffice({ withoutWest = false } = {}): Promise<StandardOffice> {
  return openCopy(withoutWest, onTestFinished)
}

interface Lent {
  readonly office: StandardOffice
  /** Of the write-ahead log: every write goes into it. */
  readonly digest: string
  readonly end: () => Promise<void>
}

const lent = new Map<boolean, Lent>()

afterAll(async () => {
  for (const { end } of lent.values()) await end()
})

const digestOf = ({ dataDir }: StandardOffice) =>
  createHash('sha256')
    .update(readFileSync(join(dataDir, 'ledger.db-wal')))
    .digest('hex')

/** For routes that only read: the same one for all of them, and another once something was written. */
export async function aLentOffice({ withoutWest = false } = {}): Promise<StandardOffice> {
  const known = lent.get(withoutWest)
  if (known && digestOf(known.office) === known.digest) return known.office
  lent.delete(withoutWest)
  await known?.end()
  const ends: Parameters<AtEnd>[0][] = []
  const office = await openCopy(withoutWest, (tidyUp) => {
    ends.unshift(tidyUp)
  })
  const end = async () => {
    for (const tidyUp of ends) await tidyUp()
  }
  lent.set(withoutWest, { office, digest: digestOf(office), end })
  return office
}

/** Commands get an office of their own. */
export function anOfficeFor(name: RouteName, options = {}): Promise<StandardOffice> {
  return routes[name].kind === 'query' ? aLentOffice(options) : aStandardOffice(options)
}

async function openCopy(withoutWest: boolean, atEnd: AtEnd): Promise<StandardOffice> {
  const known = templates.get(withoutWest) ?? makeTemplate(withoutWest)
  templates.set(withoutWest, known)
  const { dir, ...places } = await known
  const dataDir = tempDir(atEnd)
  cpSync(dir, dataDir, { recursive: true })
  const test = openTestCore(dataDir, countingFrom(50_000), atEnd)
  const seat = async (staff: Staff): Promise<Caller> => {
    const caller = staff === 'street' ? test : openCaller(test)
    const { user, password } = staffPasswords[staff]
    await caller.call('accounts.signIn', { user, password })
    return caller
  }
  const as = {
    street: await seat('street'),
    administrator: await seat('administrator'),
    east: await seat('east'),
    west: await seat('west'),
    leader: await seat('leader'),
    auditor: await seat('auditor'),
  }
  return { ...test, ...places, as }
}

async function makeTemplate(withoutWest: boolean): Promise<Template> {
  const dir = mkdtempSync(join(tmpdir(), 'office-'))
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
  const test = openTestCore(dir, countingFrom(0))
  await test.call('accounts.createFirst', firstAccounts)
  const administrator = openCaller(test)
  const { user, password } = testAdministrator
  await administrator.call('accounts.signIn', { user, password })
  const fields = anOrganization({ type: 'DGW', shortName: '测试街道党工委', code: '001' })
  const rootId = (await test.call('organizations.create', { parentId: null, fields })).id
  const hire = async (user: string, role: Role, organizationId: string | null) => {
    const { id } = await administrator.call('accounts.create', {
      user,
      displayName: `${user}账号`,
      role,
      organizationId,
      password: 'Given-2026',
      ownPassword: password,
    })
    const caller = openCaller(test)
    await caller.call('accounts.signIn', { user, password: 'Given-2026' })
    await caller.call('accounts.changePassword', { ownPassword: 'Given-2026', password: staffPassword })
    return { caller, account: { accountId: id, user } }
  }
  await hire('leader', 'leader', null)
  await hire('auditor', 'auditor', null)
  const eastern = await makeCommunity(test, rootId, '东环', '001001')
  const eastClerk = await hire('east', 'communityClerk', eastern.communityId)
  const east = await fillCommunity(test, eastClerk.caller, eastern, eastClerk.account, 100)
  const western = withoutWest
    ? { ...eastern, stem: '西湖' }
    : await makeCommunity(test, rootId, '西湖', '001002')
  const westClerk = await hire('west', 'communityClerk', withoutWest ? rootId : western.communityId)
  const west = withoutWest
    ? { ...east, stem: '西湖' }
    : await fillCommunity(test, westClerk.caller, western, westClerk.account, 200)
  // One write over both: each sees its own half of it.
  const both = withoutWest ? [east.groupedId] : [east.groupedId, west.groupedId]
  const members = both.map((id) => ({ id, version: 1 }))
  await test.call('members.applyBulk', { members, change: { field: 'manageClass', value: '1' } })
  const communities = withoutWest ? [east] : [east, west]
  const { campaign } = await aCampaignWith(
    test,
    rootId,
    communities.map(({ communityId, stem }) => ({ organizationId: communityId, name: `${stem}书记` })),
  )
  await test.core.close()
  // The first to sign in on a day waits for its backup and its findings: once, not in every copy.
  const day = openTestCore(dir, countingFrom(40_000))
  await day.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  await day.core.close()
  return { dir, rootId, streetCampaignId: campaign.id, east, west }
}
