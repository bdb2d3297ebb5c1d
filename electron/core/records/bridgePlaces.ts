import type { ReadDb } from '#db/database.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'

interface Seen {
  readonly memberId: string
  readonly organizationId: string
  readonly organizationNow: string | null
}

/** Where a name leads, and what is said of where the person is today. */
export function bridgePlaceOf(db: ReadDb) {
  const names = organizationNames(db)
  return ({ memberId, organizationId, organizationNow }: Seen) => ({
    memberId: organizationNow !== null && isInScope(db, organizationNow) ? memberId : null,
    organizationName: names.get(organizationId) ?? '原党组织已删除',
    nowZh:
      organizationNow === organizationId
        ? null
        : organizationNow === null
          ? '档案已彻底删除'
          : (names.get(organizationNow) ?? '管理范围以外'),
  })
}
