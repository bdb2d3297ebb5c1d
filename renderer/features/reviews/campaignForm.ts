import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { CampaignFields, campaignInput } from '#shared/contract/reviewInputs.ts'
import type { CampaignRow } from '#shared/contract/reviewRows.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'

export type CampaignDraft = z.input<typeof campaignInput>

export type CampaignForm = UseFormReturn<CampaignDraft, unknown, CampaignFields>

export type UsualWeights = keyof typeof usualWeights

/** What a new campaign begins with. */
export interface CampaignStart {
  readonly kind: UsualWeights | 'campaign'
  /** Whose schemes are taken over. */
  readonly copyId: string | null
  readonly withSubjects: boolean
}

export const usualStarts: readonly {
  readonly kind: UsualWeights
  readonly name: string
  readonly note: string
}[] = [
  { kind: 'usual', name: '默认', note: '两个方向的测评和日常考核都算' },
  { kind: 'checked', name: '西洋江镇式', note: '日常考核和调查核实合占六成' },
  { kind: 'democratic', name: '民主导向', note: '只看测评，不计日常考核' },
]

/** 上级评议 30%，党员、群众测评 30%，日常考核 40%. */
export function weightWords(kind: UsualWeights): string {
  return usualScheme(usualWeights[kind])
    .components.map(({ name, weight }) => `${name} ${pointsText(weight)}%`)
    .join('，')
}

export function blankCampaign(organizationId: string, year: number): CampaignDraft {
  return {
    organizationId,
    year,
    name: '',
    startOn: null,
    endOn: null,
    leftOutSteps: [],
    noticeNo: null,
    noticeOn: null,
    remark: null,
  }
}

/** The name a campaign has unless somebody writes another. */
export function usualName(year: number | null, organizationName: string): string {
  return year === null || organizationName === '' ? '' : `${year}年度${organizationName}双向述职双向测评`
}

/** The campaign to copy: of the same organisation, the latest before this year. */
export function lastCampaign(
  campaigns: readonly CampaignRow[],
  organizationId: string,
  year: number,
): CampaignRow | null {
  const own = campaigns.filter((each) => each.organizationId === organizationId && each.year < year)
  return own.toSorted((a, b) => b.year - a.year)[0] ?? null
}

/** Null where the campaign to copy is not chosen yet. */
export function createInput(
  fields: CampaignFields,
  { kind, copyId, withSubjects }: CampaignStart,
): RouteInput<'reviews.create'> | null {
  const sent = { ...fields, leftOutSteps: [...fields.leftOutSteps] }
  if (kind !== 'campaign') return { fields: sent, from: { kind: 'usual', weights: kind } }
  return copyId === null ? null : { fields: sent, from: { kind: 'campaign', id: copyId, withSubjects } }
}
