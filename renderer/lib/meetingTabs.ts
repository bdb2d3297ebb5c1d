export type MeetingPart =
  | 'records'
  | 'completion'
  | 'followups'
  | 'plans'
  | 'guides'
  | 'life'
  | 'appraisals'
  | 'talks'

interface PartTab {
  readonly to: string
  readonly label: string
  readonly isCurrent: boolean
}

const parts: readonly (readonly [MeetingPart, string, string])[] = [
  ['records', '/meetings', '会议记录'],
  ['completion', '/meetings/completion', '完成情况'],
  ['followups', '/meetings/followups', '落实事项'],
  ['plans', '/meetings/plans', '年度计划'],
  ['guides', '/meetings/guides', '主题提示'],
  ['life', '/meetings/life', '组织生活会'],
  ['appraisals', '/meetings/appraisals', '民主评议'],
  ['talks', '/meetings/talks', '谈心谈话'],
]

/** The parts of 组织生活, each with its page. */
export function meetingTabs(current: MeetingPart): readonly PartTab[] {
  return parts.map(([part, to, label]) => ({ to, label, isCurrent: part === current }))
}
