import type { ReadDb } from '#db/database.ts'
import type { StoredBatch } from '#db/queries/reviewBallots.ts'
import { AppError } from '#shared/contract/errors.ts'
import {
  type BallotItem,
  itemsOf,
  type RatedComponent,
  type RaterGroup,
  type Scheme,
} from '#shared/domain/reviews/scheme.ts'
import { getScheme, schemeOf } from './reviewCampaign.ts'

/** What a batch asks, of whom, and for which direction of which scheme. */
export interface BatchPlace {
  readonly scheme: Scheme
  readonly component: RatedComponent
  readonly group: RaterGroup
  readonly items: readonly BallotItem[]
}

/** Null where the scheme has no such direction or group (any more). */
export function placeIn(
  scheme: Scheme,
  { componentId, groupId }: Pick<StoredBatch, 'componentId' | 'groupId'>,
): BatchPlace | null {
  const component = scheme.components.find(({ id }) => id === componentId)
  if (component?.kind !== 'rated') return null
  const group = component.groups.find(({ id }) => id === groupId)
  return group === undefined ? null : { scheme, component, group, items: itemsOf(scheme, component.form) }
}

/** Of a batch in reach; null where its scheme was changed under it. */
export function placeOf(
  db: ReadDb,
  batch: Pick<StoredBatch, 'schemeId' | 'componentId' | 'groupId'>,
): BatchPlace | null {
  return placeIn(schemeOf(getScheme(db, batch.schemeId)), batch)
}

/** Throws CONFLICT where the scheme was changed under the batch. */
export function requirePlace(
  db: ReadDb,
  batch: Pick<StoredBatch, 'schemeId' | 'componentId' | 'groupId'>,
): BatchPlace {
  const place = placeOf(db, batch)
  if (place === null)
    throw new AppError('CONFLICT', 'the scheme has no such direction or group any more', {
      messageZh:
        '方案改动后已没有本批的测评方向或测评群体，不能再录入和计票。请取消本批，按现在的方案重新登记',
    })
  return place
}
