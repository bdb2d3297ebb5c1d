import type { ReadDb } from '#db/database.ts'
import {
  campaignOrganizationName,
  getStoredCampaign,
  getStoredScheme,
  type StoredCampaign,
  type StoredScheme,
} from '#db/queries/reviewCampaigns.ts'
import { getSubject, type StoredSubject } from '#db/queries/reviewSubjects.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import { chosenSteps, type FlowStepKey } from '#shared/domain/reviews/flow.ts'
import { type Scheme, schemeSchema } from '#shared/domain/reviews/scheme.ts'
import { shownText } from './mobilityRows.ts'

function gone(what: string, where: string): AppError {
  return new AppError('NOT_FOUND', 'no such review record', {
    messageZh: `找不到这${what}，可能已移入回收站或不在您的管理范围。请刷新${where}`,
  })
}

/** One that the caller may read: its own, or of an organisation above it. Throws NOT_FOUND. */
export function getCampaign(db: ReadDb, id: string): StoredCampaign {
  const found = getStoredCampaign(db, id)
  if (!found) throw gone('次述职测评', '列表')
  return found
}

/** Whether the caller may change the campaign itself: schemes, people, decisions. */
export function isOwnCampaign(db: ReadDb, { organizationId }: StoredCampaign): boolean {
  return isInScope(db, organizationId)
}

/** Throws NOT_FOUND, or FORBIDDEN for a campaign of an organisation above. */
export function requireOwnCampaign(db: ReadDb, id: string): StoredCampaign {
  const found = getCampaign(db, id)
  if (isOwnCampaign(db, found)) return found
  const name = campaignOrganizationName(db, id)
  throw new AppError('FORBIDDEN', 'the campaign is held above', {
    messageZh: `“${shownText(found.name, db)}”由${name}组织，方案、述职人、日常分和等次由${name}登记；需要更改的请与其联系`,
  })
}

/** A scheme of a campaign in reach. Throws NOT_FOUND. */
export function getScheme(db: ReadDb, id: string): StoredScheme {
  const found = getStoredScheme(db, id)
  if (!found) throw gone('套述职测评方案', '页面')
  return found
}

/** The caller's own, of a campaign in reach. Throws NOT_FOUND. */
export function findSubject(db: ReadDb, id: string): StoredSubject {
  const found = getSubject(db, id)
  if (!found) throw gone('位述职人', '名单')
  return found
}

/** As it was checked when it was stored. */
export function schemeOf({ body }: Pick<StoredScheme, 'body'>): Scheme {
  return schemeSchema.parse(JSON.parse(body))
}

/** Optional steps the campaign does without. */
export function leftOutOf({ leftOutSteps }: Pick<StoredCampaign, 'leftOutSteps'>): readonly string[] {
  return leftOutSteps === '' ? [] : leftOutSteps.split(',')
}

/** In order. */
export function stepsOf(campaign: Pick<StoredCampaign, 'leftOutSteps'>): readonly FlowStepKey[] {
  return chosenSteps(new Set(leftOutOf(campaign)))
}
