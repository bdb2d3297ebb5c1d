import { expect } from 'vitest'
import type { BatchDetail, BatchFields } from '#shared/contract/reviewBallots.ts'
import type { RatedComponent, Scheme } from '#shared/domain/reviews/scheme.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aStandardOffice, type Place, type StandardOffice } from './office.ts'
import { aCampaignWith, aScheme } from './reviewHarness.ts'
import type { Caller } from './testCore.ts'

const form = { items: 'points', scale: 'hundred', hasOverall: true, scoredBy: 'overall' } as const

/** Two things out of 100 points and the whole by grades, in both directions. */
export function shortScheme(fields: Partial<Scheme> = {}): Scheme {
  const usual = aScheme()
  return {
    ...usual,
    indicators: ['思想政治', '组织建设'].map((name, index) => ({
      id: `i${index + 1}`,
      name,
      points: 50_00,
      children: [],
    })),
    components: usual.components.map((component) =>
      component.kind === 'daily' ? component : { ...component, form },
    ),
    ...fields,
  }
}

/** The usual directions with other groups of raters. */
export function withGroups(scheme: Scheme, id: string, groups: RatedComponent['groups']): Scheme {
  return {
    ...scheme,
    components: scheme.components.map((component) =>
      component.kind === 'rated' && component.id === id ? { ...component, groups } : component,
    ),
  }
}

export interface BallotPlace {
  readonly campaignId: string
  readonly schemeId: string
  readonly organizationId: string
  readonly first: string
  readonly second: string
}

/** A campaign of the community over two of its branches, rated by the short scheme. */
export async function aBallotPlace(
  { as }: Pick<StandardOffice, 'as'>,
  { communityId, branchId, otherBranchId }: Place,
  scheme = shortScheme(),
): Promise<BallotPlace> {
  const { campaign, schemeId, subjectIds } = await aCampaignWith(
    as.street,
    communityId,
    [{ organizationId: branchId }, { organizationId: otherBranchId }],
    { year: 2025, name: '2025 年度测评' },
  )
  const stored = campaign.schemes[0]
  await as.street.call('reviews.saveScheme', {
    id: schemeId,
    version: stored?.version ?? 1,
    name: stored?.name ?? '',
    scheme,
    reason: null,
  })
  const [first = '', second = ''] = subjectIds
  return { campaignId: campaign.id, schemeId, organizationId: communityId, first, second }
}

/** Of the members on the first, five out and five back, unless said. */
export function aBatch(
  { campaignId, schemeId, organizationId, first }: BallotPlace,
  fields: Partial<BatchFields> = {},
): BatchFields {
  return {
    campaignId,
    schemeId,
    componentId: 'down',
    groupId: 'party',
    organizationId,
    heldOn: dateOnly('2026-03-10'),
    should: null,
    present: null,
    method: 'keying',
    supervisors: null,
    tellers: null,
    subjects: [{ subjectId: first, issued: 5, returned: 5 }],
    ...fields,
  }
}

export type Cells = readonly string[]

/** Sheet by sheet, each on one person. */
export async function keySheets(
  { call }: Caller,
  id: string,
  pass: 1 | 2,
  subjectId: string,
  sheets: readonly Cells[],
): Promise<void> {
  for (const [index, cells] of sheets.entries())
    await call('reviewBallots.key', {
      id,
      pass,
      place: index + 1,
      lines: [{ subjectId, cells: [...cells], opinion: null }],
    })
}

/** Opened, keyed by two people alike and closed: what is left of it. */
export async function aClosedBatch(
  { as }: Pick<StandardOffice, 'as'>,
  place: BallotPlace,
  sheets: readonly Cells[],
  fields: Partial<BatchFields> = {},
): Promise<BatchDetail> {
  const subjects = [{ subjectId: place.first, issued: sheets.length, returned: sheets.length }]
  const { id, version } = await as.street.call('reviewBallots.open', {
    fields: aBatch(place, { subjects, ...fields }),
  })
  await keySheets(as.street, id, 1, place.first, sheets)
  await keySheets(as.east, id, 2, place.first, sheets)
  return as.street.call('reviewBallots.close', { id, version })
}

/** Sheets of the short scheme: the two things and the whole. */
export const five = [
  ['90', '80', '好'],
  ['85', '75.5', '较好'],
  ['', '60', '好'],
  ['100', '0', '一般'],
  ['70', '70', '差'],
] as const

/** The short scheme before anything of it is rated. */
export async function start() {
  const office = await aStandardOffice({ withoutWest: true })
  return { office, place: await aBallotPlace(office, office.east), ...office.as }
}

/** Refused in these words. */
export const rejects = (messageZh: RegExp | string) => ({
  messageZh: typeof messageZh === 'string' ? messageZh : expect.stringMatching(messageZh),
})
