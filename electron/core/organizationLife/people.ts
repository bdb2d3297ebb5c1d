import { AppError } from '#shared/contract/errors.ts'

interface Named {
  readonly memberId: string | null
  readonly name: string | null
}

/**
 * The id to store: whoever moved out of reach is shown without one, and keeps it as long as the name stays. Throws VALIDATION_FAILED
 * for an id that is new and not in reach.
 */
export function storedId(given: Named, stored: Named | undefined, known: ReadonlySet<string>): string | null {
  const { memberId, name } = given
  if (memberId === null) {
    const was = stored?.memberId ?? null
    return was !== null && !known.has(was) && stored?.name === name ? was : null
  }
  if (memberId === stored?.memberId || known.has(memberId)) return memberId
  throw new AppError('VALIDATION_FAILED', 'no such member', {
    messageZh: `“${name ?? ''}”不在您的管理范围或已删除，请重新选择，或只填姓名`,
  })
}
