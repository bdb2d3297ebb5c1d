import type { SecretaryPost } from '#db/queries/meetingDuties.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import { isHeldOn } from '#shared/domain/posts.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

export interface PersonToCall {
  readonly name: string | null
  /** The post somebody is rung by; null where the organisation's own page names them. */
  readonly post: SecretaryPost | null
}

/**
 * Whom to ring at a branch: the contact who has a number there, else the secretary of the day, else a contact without one. The name on
 * the organisation's page stands in as long as nobody has entered the post: a vacant one has no secretary.
 */
export function personToCall(
  { contactName, contactPhone, secretaryName }: StoredOrganization,
  secretaries: readonly SecretaryPost[],
  today: DateOnly,
): PersonToCall {
  if (contactName !== null && contactPhone !== null) return { name: contactName, post: null }
  const post = secretaries.findLast((each) => isHeldOn(each, today))
  if (post !== undefined) return { name: post.personName, post }
  return { name: (secretaries.length === 0 ? secretaryName : null) ?? contactName, post: null }
}

/** Whether a branch had a 书记 on that day. */
export function hasSecretary(
  { secretaryName }: StoredOrganization,
  secretaries: readonly SecretaryPost[],
  on: DateOnly,
): boolean {
  return secretaries.length === 0 ? secretaryName !== null : secretaries.some((each) => isHeldOn(each, on))
}
