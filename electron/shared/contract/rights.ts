/** What a route may require. `public` routes answer before anyone has signed in; `signedIn` ones answer every account. */
export const rights = [
  'public',
  'signedIn',
  'organization.read',
  'organization.write',
  'member.read',
  'member.write',
  'member.reveal',
  'import.write',
  'document.export',
  'activity.read',
  'activity.undo',
  'trash.restore',
  'trash.purge',
  'account.manage',
  'backup.make',
  'backup.manage',
  'system.verify',
  'audit.read',
  'calendar.write',
  'meeting.check',
] as const

export type Right = (typeof rights)[number]

export const roles = ['systemAdministrator', 'streetClerk', 'communityClerk', 'leader', 'auditor'] as const

export type Role = (typeof roles)[number]

export const roleLabels: Readonly<Record<Role, string>> = {
  systemAdministrator: '系统管理员',
  streetClerk: '街道党务干事',
  communityClerk: '社区党务干事',
  leader: '书记（领导）',
  auditor: '安全审计员',
}

/** One sentence for whoever chooses the role of a new account. */
export const roleDuties: Readonly<Record<Role, string>> = {
  systemAdministrator: '管账号、数据文件夹和备份；看不到党员信息',
  streetClerk: '管全街道的党组织和党员记录',
  communityClerk: '只看、只改本组织及下级的记录',
  leader: '查看记录和报表，不能修改',
  auditor: '只看审计日志；不能与系统管理员是同一人',
}

const clerk: readonly Right[] = [
  'public',
  'signedIn',
  'organization.read',
  'organization.write',
  'member.read',
  'member.write',
  'member.reveal',
  'import.write',
  'document.export',
  'activity.read',
  'activity.undo',
  'trash.restore',
  'backup.make',
]

const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  systemAdministrator: [
    'public',
    'signedIn',
    'account.manage',
    'backup.make',
    'backup.manage',
    'trash.purge',
    'system.verify',
    'calendar.write',
  ],
  streetClerk: [...clerk, 'system.verify', 'calendar.write', 'meeting.check'],
  // A backup is of the whole street, and so are the counts it is listed with.
  communityClerk: clerk.filter((right) => right !== 'backup.make'),
  leader: ['public', 'signedIn', 'organization.read', 'member.read', 'document.export', 'activity.read'],
  auditor: ['public', 'signedIn', 'audit.read', 'system.verify'],
}

export function roleHasRight(role: Role, right: Right): boolean {
  return rightsOfRole[role].includes(right)
}

/** Whether an account of this role may, or must, be tied to one organisation and what is below it. */
export function scopeOfRole(role: Role): 'none' | 'optional' | 'required' {
  if (role === 'communityClerk') return 'required'
  return role === 'leader' ? 'optional' : 'none'
}
