import type { WriteDb } from '#db/database.ts'
import { listPosts } from '#db/queries/posts.ts'
import { listTerms } from '#db/queries/terms.ts'
import { runningTerm } from '#shared/domain/terms.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from './memberStore.ts'
import { changePost, endPost } from './postStore.ts'
import { changeTerm } from './termStore.ts'

/** Why a post ended that ended with its organisation: such a post is held again when the organisation is restored. */
const endReasons = { dissolved: '党组织撤销', merged: '党组织合并' } as const

/** Nobody holds a post in an organisation that is no more, and no term runs in it: both end with its last day. */
export function endWithOrganization(
  tx: WriteDb,
  organizationId: string,
  { on, how }: { readonly on: DateOnly; readonly how: keyof typeof endReasons },
  moment: WriteMoment,
): void {
  for (const post of listPosts(tx, [organizationId]).filter(({ toOn }) => toOn === null))
    endPost(tx, post, { on: post.fromOn > on ? post.fromOn : on, reason: endReasons[how] }, moment)
  const running = runningTerm(listTerms(tx, [organizationId]))
  if (running && running.fromOn <= on) changeTerm(tx, running, { endedOn: on }, moment)
}

/** What ended with it on that day goes on. */
export function resumeWithOrganization(
  tx: WriteDb,
  organizationId: string,
  endedOn: DateOnly | null,
  moment: WriteMoment,
): void {
  if (endedOn === null) return
  const reasons: readonly (string | null)[] = Object.values(endReasons)
  const ended = listPosts(tx, [organizationId]).filter(
    ({ toOn, leftReason }) => toOn !== null && toOn >= endedOn && reasons.includes(leftReason),
  )
  for (const post of ended) changePost(tx, post, { toOn: null, leftReason: null }, moment)
  const last = listTerms(tx, [organizationId]).at(-1)
  if (last?.endedOn === endedOn) changeTerm(tx, last, { endedOn: null }, moment)
}
