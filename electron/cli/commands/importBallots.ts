import { basename } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { BallotFilePreview } from '#shared/contract/reviewBallots.ts'
import type { CampaignRow, SchemeDetail } from '#shared/contract/reviewRows.ts'
import { type Args, optionalDay, wholeNumber } from '../args.ts'
import type { Desk } from '../deskSession.ts'
import { organizationByCode } from './export.ts'

/** By its id, of its year, else the newest. */
async function campaignOf(desk: Desk, { campaign, year }: Args['values']): Promise<CampaignRow> {
  const all = await desk.call('reviews.campaigns', {})
  const ofYear = year === undefined ? null : wholeNumber(year, '--year')
  const found = all.find(
    (each) => (campaign === undefined || each.id === campaign) && (ofYear === null || each.year === ofYear),
  )
  if (found !== undefined) return found
  throw new AppError('NOT_FOUND', 'no such campaign', {
    messageZh: '没有这次述职测评。请先在“述职测评”建立，再用 --campaign 或 --year 指明',
  })
}

interface Read {
  readonly scheme: SchemeDetail
  readonly preview: BallotFilePreview
}

/** Under the scheme named, else the first that the workbook fits, else the first. */
async function readUnder(
  desk: Desk,
  handle: string,
  campaignId: string,
  name: string | undefined,
): Promise<Read> {
  const { schemes } = await desk.call('reviews.campaign', { id: campaignId })
  const wanted = schemes.filter((scheme) => name === undefined || scheme.name === name)
  let first: Read | undefined
  for (const scheme of wanted) {
    const preview = await desk.call('reviewBallots.preview', { handle, campaignId, schemeId: scheme.id })
    const read = { scheme, preview }
    if (preview.whyNot.length === 0) return read
    first ??= read
  }
  if (first !== undefined) return first
  throw new AppError('NOT_FOUND', 'no such scheme', {
    messageZh: `这次述职测评的方案有：${schemes.map((scheme) => scheme.name).join('、')}。请用 --scheme 指明`,
  })
}

/** `desk import ballots`: what is in the workbook; with `--commit` an open batch for each sheet. */
export async function importBallots(
  desk: Desk,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { values }: Args,
): Promise<unknown> {
  const campaign = await campaignOf(desk, values)
  const handle = desk.shelf.put({ name: basename(name), bytes })
  const { scheme, preview } = await readUnder(desk, handle, campaign.id, values.scheme)
  const { previewId, sheets, ...report } = preview
  const answer = {
    campaign: campaign.name,
    scheme: scheme.name,
    ...report,
    groups: Object.fromEntries(sheets.map(({ sheet, rows }) => [sheet, rows])),
  }
  if (!values.commit || values.preview === true) return { ...answer, taken: 0, batchIds: [] }
  const heldOn = optionalDay(values['held-on'], '--held-on')
  if (heldOn === null)
    throw new AppError('VALIDATION_FAILED', 'missing --held-on', {
      messageZh: '缺少参数 --held-on（测评日期，如 2025.12.31 或 2025-12-31）',
    })
  const organizationId = (await organizationByCode(desk, values.org)) ?? campaign.organizationId
  return { ...answer, ...(await desk.call('reviewBallots.import', { previewId, organizationId, heldOn })) }
}
