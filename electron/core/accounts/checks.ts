import type { ReadDb } from '#db/database.ts'
import { listAccounts, type StoredAccount } from '#db/queries/accounts.ts'
import { everHadRole } from '#db/queries/accountRoles.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import { type Role, roleLabels, scopeOfRole } from '#shared/contract/rights.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { type PasswordOwner, passwordWeakness } from '#shared/domain/passwordRules.ts'
import type { Keys } from '../system/keyFile.ts'
import { isSameUser, keyOf } from '../system/keyRing.ts'

type Reader = Pick<ReadDb, 'orm' | 'sql' | 'scope' | 'mayReveal'>

const refused = (detail: string, field: string, messageZh: string) =>
  new AppError('VALIDATION_FAILED', detail, { fields: { [field]: messageZh } })

const isActive = ({ disabledAt }: StoredAccount) => disabledAt === null

/** One who can get in: without a key in the key file no password opens anything. */
export const isUsableAdministrator = (keys: Keys, account: StoredAccount): boolean =>
  account.role === 'systemAdministrator' && isActive(account) && keyOf(keys, account.user) !== undefined

/** What everybody would try first; length and classes were checked at the door. */
export function refuseWeakPassword(password: string, owner: PasswordOwner, field = 'password'): void {
  const weakness = passwordWeakness(password, [owner])
  if (weakness !== null) throw refused('password is easy to guess', field, weakness)
}

/** Disabled accounts keep their name: the log would otherwise mean two people by one. */
export function refuseTakenUser(db: Reader, user: string): void {
  const taken = listAccounts(db).find((account) => isSameUser(account.user, user))
  if (!taken) return
  const hint = isActive(taken) ? '请换一个' : '它已停用，可以重新启用，或换一个'
  throw new AppError('CONFLICT', 'account name is taken', {
    messageZh: `账号 ${taken.user} 已经有了，${hint}`,
    fields: { user: `账号 ${taken.user} 已经有了，${hint}` },
  })
}

/** Whether the role and what it is tied to go together. */
export function refuseWrongTie(db: Reader, role: Role, organizationId: string | null): void {
  const scope = scopeOfRole(role)
  const field = 'organizationId'
  if (organizationId === null) {
    if (scope === 'required')
      throw refused('role needs an organisation', field, `${roleLabels[role]}必须选择管理的党组织`)
    return
  }
  if (scope === 'none')
    throw refused('role takes no organisation', field, `${roleLabels[role]}不限定党组织，请清空这一项`)
  const organization = getOrganization(db, organizationId)
  if (!organization || organization.deletedAt !== null || isEnded(organization))
    throw refused('no living organisation', field, '这个党组织不存在或已撤销，请重新选择')
  if (organization.type === 'XZ')
    throw refused('a group', field, '党小组不能单独管理账号，请选择它所在的党支部或上级党组织')
}

const otherHand: Readonly<Partial<Record<Role, Role>>> = {
  systemAdministrator: 'auditor',
  auditor: 'systemAdministrator',
}

const foldedName = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** Nobody administers and audits: the one would watch himself. `id` is the account itself, where there is one already. */
export function refuseBothHands(
  db: Reader,
  {
    id,
    displayName,
    role,
  }: { readonly id: string | null; readonly displayName: string; readonly role: Role },
): void {
  const other = otherHand[role]
  if (!other) return
  const same = listAccounts(db).find(
    (account) =>
      account.id !== id &&
      account.role === other &&
      isActive(account) &&
      foldedName(account.displayName) === foldedName(displayName),
  )
  if (!same) return
  throw refused(
    'administrator and auditor by one name',
    'displayName',
    `${same.displayName}已是${roleLabels[other]}（账号 ${same.user}），同一个人不能兼任${roleLabels[role]}。如果是同名的另一个人，请在姓名后加以区分`,
  )
}

/** Between administrator and auditor nobody changes, by no detour either: make another account for another person. */
export function refuseChangeOfHands(db: Reader, account: StoredAccount, role: Role): void {
  const other = otherHand[role]
  if (!other || (account.role !== other && !everHadRole(db, account.id, other))) return
  throw refused(
    'administrator and auditor do not change places',
    'role',
    `${account.role === other ? '' : '当过'}${roleLabels[other]}的账号不能改为${roleLabels[role]}，请另建账号给另一个人使用`,
  )
}

/** Somebody has to be able to make and reset accounts. */
export function refuseLosingLastAdministrator(db: Reader, keys: Keys, account: StoredAccount): void {
  const others = listAccounts(db).filter(
    (each) => isUsableAdministrator(keys, each) && each.id !== account.id,
  )
  if (!isUsableAdministrator(keys, account) || others.length > 0) return
  throw new AppError('CONFLICT', 'last administrator', {
    messageZh: '这是最后一个在用的系统管理员账号，不能停用或改为别的角色。请先建立另一个系统管理员',
  })
}
