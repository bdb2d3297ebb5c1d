import { batchInput, type BatchFields } from '#shared/contract/reviewBallots.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import type { z } from 'zod'
import { today } from '../../lib/today.ts'
import { openableOf } from './batchWords.ts'

export const batchSchema = batchInput
export type BatchForm = z.input<typeof batchInput>

/** A new batch: the first scheme's first direction and group, nobody chosen. `holderId`: who holds it, as a rule. */
export function blankBatch(campaign: CampaignDetail, holderId: string): BatchForm {
  const scheme = campaign.schemes.find(({ subjects }) => subjects > 0) ?? campaign.schemes[0]
  const component = openableOf(scheme, campaign)[0]
  return {
    campaignId: campaign.id,
    schemeId: scheme?.id ?? '',
    componentId: component?.id ?? '',
    groupId: component?.groups[0]?.id ?? '',
    organizationId: holderId,
    heldOn: today(),
    should: null,
    present: null,
    method: 'tally',
    supervisors: null,
    tellers: null,
    subjects: [],
  }
}

export function formOf({ subjects, ...fields }: BatchFields): BatchForm {
  return { ...fields, subjects: subjects.map((subject) => ({ ...subject })) }
}
