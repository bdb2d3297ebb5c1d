import type { ExportedDocument } from '#shared/contract/documents.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { call } from '../../lib/api.ts'
import { campaignAddress, schemesAddress, scoresAddress } from '../../lib/reviewAddresses.ts'
import type { PaperChoice } from './usePaperChoice.ts'

/** Why a paper cannot be made yet, and where that is mended. */
interface WhyNot {
  readonly text: string
  readonly to: string
  readonly label: string
}

/** Null when it can be made. */
export function whyNotMade(
  { id }: Pick<CampaignDetail, 'id'>,
  { kind, direction, people, person, isBlank }: PaperChoice,
): WhyNot | null {
  const schemes = { to: schemesAddress(id), label: '去改方案' }
  const scores = { to: scoresAddress(id), label: '去看成绩与定等' }
  const isRated = kind === 'ballot' || kind === 'tally'
  if (isRated && direction === null)
    return { text: '方案里没有测评方向，请先在方案中登记测评群体', ...schemes }
  const fault = direction?.scheme.findings.find(({ severity }) => severity === 'block')
  if (isRated && fault !== undefined) return { text: `方案还不能用：${fault.message}`, ...schemes }
  if (kind !== 'scheme' && people.length === 0)
    return { text: '还没有述职人，请先选出述职人', to: campaignAddress(id), label: '去选述职人' }
  const decided = people.filter(({ grade }) => grade !== null).length
  if ((kind === 'notice' || (kind === 'feedback' && person === null)) && decided === 0)
    return { text: '还没有研究确定任何人的等次，请先登记定等结果', ...scores }
  if (kind !== 'tally' || isBlank) return null
  const state = person?.components.find(({ componentId }) => componentId === direction?.component.id)?.state
  if (state === 'scored') return null
  return { text: '这个方向的票数还不能公布，可以先导出空白的计票记录', ...scores }
}

/** The paper as chosen; only called when `whyNotMade` is null. */
export function makePaper(
  { id: campaignId }: CampaignDetail,
  choice: PaperChoice,
  jobId: string,
): Promise<ExportedDocument> {
  const { kind, direction, people, person, layout, isBlank, format } = choice
  const subjectId = person?.subjectId ?? null
  const rated = {
    campaignId,
    schemeId: direction?.scheme.id ?? '',
    componentId: direction?.component.id ?? '',
  }
  switch (kind) {
    case 'scheme':
      return call('documents.exportReviewScheme', { campaignId })
    case 'ballot': {
      const subjectIds = subjectId === null ? people.map((row) => row.subjectId) : [subjectId]
      return call('documents.exportReviewBallot', { ...rated, subjectIds, layout, jobId })
    }
    case 'tally':
      return call('documents.exportReviewTally', { ...rated, subjectId: subjectId ?? '', isBlank })
    case 'summary':
      return call('documents.exportReviewSummary', { campaignId, format })
    case 'notice':
      return call('documents.exportReviewNotice', { campaignId })
    case 'feedback':
      return call('documents.exportReviewFeedback', { campaignId, subjectId, jobId })
    case 'rectify':
      return call('documents.exportRectifications', { campaignId, subjectId, format })
    case 'report':
      return call('documents.exportRectifyReport', { campaignId, subjectId })
  }
}
