import type { FlowStepKey } from '#shared/domain/reviews/flow.ts'
import type { RectifyState } from '#shared/domain/reviews/rectification.ts'

interface BoardAsked {
  /** Whose next step it is. */
  readonly step?: FlowStepKey | 'done' | null
  readonly organizationId?: string | null
}

/** The board of a campaign with its filters. */
export function campaignAddress(id: string, { step, organizationId }: BoardAsked = {}): string {
  const params = new URLSearchParams()
  if (step) params.set('step', step)
  if (organizationId) params.set('org', organizationId)
  const text = params.toString()
  return text === '' ? `/reviews/${id}` : `/reviews/${id}?${text}`
}

export function newCampaignAddress(): string {
  return '/reviews/new'
}

export function schemesAddress(campaignId: string): string {
  return `/reviews/${campaignId}/schemes`
}

export function schemeAddress(campaignId: string, schemeId: string): string {
  return `/reviews/${campaignId}/schemes/${schemeId}`
}

/** One person who accounts. */
export function subjectAddress(subjectId: string): string {
  return `/reviews/people/${subjectId}`
}

/** What everybody of a campaign has: 综合分, 排名, 定等. */
export function scoresAddress(campaignId: string): string {
  return `/reviews/${campaignId}/scores`
}

export function ballotsAddress(campaignId: string): string {
  return `/reviews/${campaignId}/ballots`
}

interface RectificationsAsked {
  readonly campaignId?: string | null
  readonly state?: RectifyState | null
}

/** 整改清单 with its filters. */
export function rectificationsAddress({ campaignId, state }: RectificationsAsked = {}): string {
  const params = new URLSearchParams()
  if (campaignId) params.set('campaign', campaignId)
  if (state) params.set('state', state)
  const text = params.toString()
  return text === '' ? '/reviews/rectifications' : `/reviews/rectifications?${text}`
}

/** The form of a new 整改事项 of one person, over the list of the campaign. */
export function newRectificationAddress(campaignId: string, subjectId: string): string {
  return `${rectificationsAddress({ campaignId })}&new=${subjectId}`
}
