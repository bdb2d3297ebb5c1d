import type { Database } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { getMember, wasRevealed } from '#db/queries/members.ts'
import type { RevealedFields } from '#shared/contract/members.ts'
import { notFound } from './queries.ts'

/** The full numbers of one member. The log keeps the first look of an account's session at each record. */
export function revealMember(
  db: Database,
  memberId: string,
  accountId: string,
  sessionId: string,
): RevealedFields {
  const member = getMember(db.read, memberId)
  if (!member) throw notFound()
  if (!wasRevealed(db.read, { memberId, accountId, sessionId }))
    db.write((tx) =>
      tx.audit.note({
        kind: 'member',
        recordId: memberId,
        name: member.name,
        organizationId: member.organizationId,
      }),
    )
  const { idNo, mobile, phone, hukou, address } = recordOf(member)
  return { idNo, mobile, phone, hukou, address }
}
