import type { OrganizationType } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'

/** 党员中心户 has no posts; a 党小组 has its 组长. */
export function hasCommittee(type: OrganizationType): boolean {
  return type !== 'ZXH'
}

/** Whether the secretary's post was ever entered: then it says who is secretary, or that nobody is. */
export function useSecretaryKnown(organizationId: string): boolean {
  const posts = useCall('posts.of', { organizationId, asOf: today() })
  return posts.data?.all.some(({ position }) => position === 'SJ') ?? false
}
