/** What a route may require. `public` routes answer before anyone has signed in. */
export const rights = [
  'public',
  'organization.read',
  'organization.write',
  'member.read',
  'member.write',
  'member.reveal',
  'import.write',
  'document.export',
] as const

export type Right = (typeof rights)[number]

/** 街道党务专干（管理员）. Further roles come with the accounts issue. */
export const roles = ['streetClerk'] as const

export type Role = (typeof roles)[number]

export const roleLabels: Readonly<Record<Role, string>> = { streetClerk: '街道党务专干（管理员）' }

const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = { streetClerk: rights }

export function roleHasRight(role: Role, right: Right): boolean {
  return rightsOfRole[role].includes(right)
}
