import type { WriteDb } from '#db/database.ts'
import { insertPost, listPosts, type StoredPost, updatePost } from '#db/queries/posts.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isHeldOn, takesSeat } from '#shared/domain/posts.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import type { WriteMoment } from './memberStore.ts'
import { movePlainToTrash } from './plainTrash.ts'

export type NewPost = Omit<
  StoredPost,
  'id' | 'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'deletedReason'
>

export type PostChange = Partial<Omit<NewPost, 'organizationId'>>

/** Answers the new ids in the order given. */
export function enterPosts(tx: WriteDb, posts: readonly NewPost[], moment: WriteMoment): readonly string[] {
  return posts.map((post) => {
    const id = moment.ids.next()
    insertPost(tx, { ...post, id, version: 1, createdAt: moment.at, updatedAt: moment.at })
    return id
  })
}

/** Throws STALE_WRITE. */
export function changePost(tx: WriteDb, current: StoredPost, set: PostChange, moment: WriteMoment): void {
  write(tx, current, set, moment)
}

export interface Leaving {
  /** The first day the post is not held any more; '' where nobody knows it. */
  readonly on: PartialDate | ''
  readonly reason: string | null
}

export function endPost(
  tx: WriteDb,
  current: StoredPost,
  { on, reason }: Leaving,
  moment: WriteMoment,
): void {
  write(tx, current, { toOn: on, leftReason: reason }, moment)
}

/**
 * Ends every post of the committee that is held: seats, and the 兼职委员 whose term goes with the committee's. For the first day
 * of a new term. Answers how many.
 */
export function endCommittee(
  tx: WriteDb,
  organizationId: string,
  leaving: Leaving,
  moment: WriteMoment,
): number {
  const held = listPosts(tx, [organizationId]).filter(
    (post) =>
      post.toOn === null &&
      isHeldOn(post, moment.today) &&
      (takesSeat(post) || post.position === 'JZWY') &&
      (leaving.on === '' || post.fromOn < leaving.on),
  )
  for (const post of held) endPost(tx, post, leaving, moment)
  return held.length
}

export function trashPost(tx: WriteDb, current: StoredPost, reason: string, moment: WriteMoment): void {
  movePlainToTrash(tx, 'post', current, reason, moment)
}

function write(tx: WriteDb, current: StoredPost, set: Partial<StoredPost>, { at }: WriteMoment): void {
  if (updatePost(tx, current, set, at)) return
  throw new AppError('STALE_WRITE', 'post changed since it was read', {
    messageZh: `“${current.personName}”的任职记录刚被修改过，请刷新后重新填写`,
  })
}
