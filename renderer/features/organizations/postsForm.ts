import { z } from 'zod'
import { type Post, type PostFields, postInput } from '#shared/contract/posts.ts'
import type { Term } from '#shared/contract/terms.ts'
import { postPositions, postWays } from '#shared/domain/posts.ts'
import { postPositionLabels, postWayLabels, termName } from '#shared/labels/posts.ts'
import type { Choice } from '../../ui/CodeSelect.tsx'
import { termSpan } from './termsWords.ts'

/** The form of one post; whoever it is comes from the roster or is named by hand. */
export const postFormSchema = postInput
  .extend({
    position: z.enum(postPositions).nullable(),
    isOutsider: z.boolean(),
    replaces: z.string().nullable(),
  })
  .refine(({ position }) => position !== null, { path: ['position'], message: '请选择职务' })
  .refine(({ isOutsider, memberId }) => isOutsider || memberId !== null, {
    path: ['memberId'],
    message: '请选择党员；不在花名册的人，请选“不在花名册”',
  })
  .refine(({ isOutsider, personName }) => !isOutsider || (personName !== null && personName !== ''), {
    path: ['personName'],
    message: '请填写姓名',
  })

export type PostFormInput = z.input<typeof postFormSchema>
export type PostForm = z.output<typeof postFormSchema>

export function startOf(post: Post | null, terms: readonly Term[]): PostFormInput {
  const running = terms.find(({ isRunning }) => isRunning)
  if (post === null)
    return {
      termId: running?.id ?? null,
      memberId: null,
      personName: null,
      position: null,
      fromOn: null,
      howChosen: running === undefined ? null : 'elected',
      approvedDoc: null,
      approvedOn: null,
      isPartTime: false,
      isOnePersonTwoPosts: false,
      unitDuty: null,
      phone: null,
      remark: null,
      isOutsider: false,
      replaces: null,
    }
  const { termId, memberId, personName, position, fromOn, howChosen, approvedDoc, approvedOn } = post
  const { isPartTime, isOnePersonTwoPosts, unitDuty, remark } = post
  return {
    termId,
    memberId,
    personName,
    position,
    fromOn,
    howChosen,
    approvedDoc,
    approvedOn,
    isPartTime,
    isOnePersonTwoPosts,
    unitDuty,
    remark,
    // Masked here: what stands is kept unless another one is typed.
    phone: null,
    isOutsider: memberId === null,
    replaces: null,
  }
}

/** What the routes take; null while the form has no position. */
export function fieldsOf({
  isOutsider,
  replaces: _replaces,
  position,
  ...rest
}: PostForm): PostFields | null {
  if (position === null) return null
  return isOutsider
    ? { ...rest, position, memberId: null }
    : { ...rest, position, personName: null, unitDuty: null, phone: null }
}

export const positionChoices: readonly Choice[] = postPositions.map((code) => ({
  code,
  name: postPositionLabels[code],
}))

export const wayChoices: readonly Choice[] = postWays.map((code) => ({ code, name: postWayLabels[code] }))

export function termChoices(terms: readonly Term[]): readonly Choice[] {
  return terms.map((term) => ({
    code: term.id,
    name: `${termName(term.termNo, term.isRunning)}（${termSpan(term)}）`,
  }))
}
