export type ReviewPart = 'campaigns' | 'rectifications' | 'responsibility'

interface PartTab {
  readonly to: string
  readonly label: string
  readonly isCurrent: boolean
}

const parts: readonly (readonly [ReviewPart, string, string])[] = [
  ['campaigns', '/reviews', '述职测评'],
  ['rectifications', '/reviews/rectifications', '整改'],
  ['responsibility', '/reviews/responsibility', '责任清单'],
]

/** The parts of 双向述职双向测评, each with its page. */
export function reviewTabs(current: ReviewPart): readonly PartTab[] {
  return parts.map(([part, to, label]) => ({ to, label, isCurrent: part === current }))
}

export type CampaignPart = 'board' | 'schemes' | 'ballots' | 'scores' | 'papers'

const campaignParts: readonly (readonly [CampaignPart, string, string])[] = [
  ['board', '', '进度'],
  ['schemes', '/schemes', '方案'],
  ['ballots', '/ballots', '测评票'],
  ['scores', '/scores', '成绩与定等'],
  ['papers', '/papers', '文书'],
]

/** The parts of one campaign. */
export function campaignTabs(id: string, current: CampaignPart): readonly PartTab[] {
  return campaignParts.map(([part, path, label]) => ({
    to: `/reviews/${id}${path}`,
    label,
    isCurrent: part === current,
  }))
}
