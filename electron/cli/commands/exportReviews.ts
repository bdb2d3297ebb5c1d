import { AppError } from '#shared/contract/errors.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { RatedComponent } from '#shared/domain/reviews/scheme.ts'
import { type Args, needed, oneOf, wholeNumber } from '../args.ts'
import type { Desk } from '../deskSession.ts'

type Exported = RouteOutput<'documents.exportReviewScheme'>
type Values = Args['values']

const papers = [
  'scheme',
  'ballot',
  'tally',
  'summary',
  'notice',
  'feedback',
  'rectify',
  'report',
  'responsibility',
] as const

const notFound = (messageZh: string) => new AppError('NOT_FOUND', 'no such review', { messageZh })

/** That of the year: of the organisation asked for, else the first one in reach. */
async function campaignOf(desk: Desk, year: number, organizationId: string | null): Promise<CampaignDetail> {
  const all = await desk.call('reviews.campaigns', {})
  const found = all.find(
    (row) => row.year === year && (organizationId === null || row.organizationId === organizationId),
  )
  if (found === undefined) throw notFound(`没有${year}年度的述职测评`)
  return desk.call('reviews.campaign', { id: found.id })
}

/** The person called so; null where nobody is asked for. */
async function personOf(desk: Desk, campaignId: string, name: string | undefined) {
  if (name === undefined) return null
  const board = await desk.call('reviews.board', { campaignId })
  const found = board.find((row) => row.name === name)
  if (found === undefined) throw notFound(`述职人里没有“${name}”`)
  return found
}

function directionOf({ schemes }: CampaignDetail, schemeId: string | null, asked: string | undefined) {
  const direction = oneOf(asked ?? 'down', ['up', 'down', 'other'], '--direction')
  for (const { id, scheme } of schemes) {
    if (schemeId !== null && id !== schemeId) continue
    const component = scheme.components.find(
      (each): each is RatedComponent => each.kind === 'rated' && each.direction === direction,
    )
    if (component !== undefined) return { schemeId: id, componentId: component.id }
  }
  throw notFound('方案里没有这个测评方向')
}

async function rated(desk: Desk, campaign: CampaignDetail, paper: 'ballot' | 'tally', values: Values) {
  const { id: campaignId } = campaign
  const person = await personOf(desk, campaignId, values.name)
  const direction = directionOf(campaign, person?.schemeId ?? null, values.direction)
  const of = { campaignId, ...direction }
  if (paper === 'tally') {
    const { id: subjectId } = person ?? { id: needed(undefined, '--name（述职人姓名）') }
    return desk.call('documents.exportReviewTally', { ...of, subjectId, isBlank: !values.full })
  }
  const board = await desk.call('reviews.board', { campaignId })
  const people = person === null ? board.filter(({ schemeId }) => schemeId === of.schemeId) : [person]
  const layout = oneOf(values.layout ?? 'each', ['each', 'sheet'], '--layout')
  return desk.call('documents.exportReviewBallot', {
    ...of,
    subjectIds: people.map(({ id }) => id),
    layout,
    jobId: null,
  })
}

/** Papers of the 述职测评 of a year; `--name` for one person, `--full` for a tally with its sums. */
export async function exportReviewPapers(
  desk: Desk,
  values: Values,
  organizationId: string | null,
): Promise<Exported> {
  const year = wholeNumber(needed(values.year, '--year（年度）'), '--year')
  const paper = oneOf(values.paper, papers, '--paper')
  const format = oneOf(values.format, ['docx', 'xlsx'], '--format')
  if (paper === 'responsibility')
    return desk.call('documents.exportResponsibility', {
      organizationId: organizationId ?? needed(undefined, '--org（党组织代码）'),
      year,
    })
  const campaign = await campaignOf(desk, year, organizationId)
  if (paper === 'ballot' || paper === 'tally') return rated(desk, campaign, paper, values)
  const { id: campaignId } = campaign
  if (paper === 'scheme') return desk.call('documents.exportReviewScheme', { campaignId })
  if (paper === 'summary') return desk.call('documents.exportReviewSummary', { campaignId, format })
  if (paper === 'notice') return desk.call('documents.exportReviewNotice', { campaignId })
  const subjectId = (await personOf(desk, campaignId, values.name))?.id ?? null
  if (paper === 'feedback')
    return desk.call('documents.exportReviewFeedback', { campaignId, subjectId, jobId: null })
  if (paper === 'rectify')
    return desk.call('documents.exportRectifications', { campaignId, subjectId, format })
  return desk.call('documents.exportRectifyReport', { campaignId, subjectId })
}
