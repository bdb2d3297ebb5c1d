import type { CampaignDetail } from '#shared/contract/reviewRows.ts'

/** Papers of a campaign in the order of the flow. */
export const paperKinds = [
  'scheme',
  'ballot',
  'tally',
  'summary',
  'notice',
  'feedback',
  'rectify',
  'report',
] as const

export type PaperKind = (typeof paperKinds)[number]

/** What has to be chosen for a paper. */
type PaperAsks = 'person' | 'people' | 'direction' | 'layout' | 'blank' | 'format'

interface Paper {
  readonly name: string
  /** What stands in it. */
  readonly holds: string
  readonly asks: readonly PaperAsks[]
  /** Of hundreds of pages it takes seconds: with progress, and can be cancelled. */
  readonly isLong?: boolean
}

export const papers: Readonly<Record<PaperKind, Paper>> = {
  scheme: {
    name: '述职方案',
    holds:
      '述职对象、时间、步骤、指标表、权重公式、测评群体、等次与分值、收回率和一票否决，只写方案里登记的内容。',
    asks: [],
  },
  ballot: {
    name: '测评票',
    holds: 'A4 票样，不编号、不署名：被测评人、指标表、总体评价、意见建议和填写说明。',
    asks: ['direction', 'people', 'layout'],
    isLong: true,
  },
  tally: {
    name: '唱票计票记录',
    holds: '空白的用来唱票时画“正”字，每个测评群体一页；已公布的列出汇总票数，人数不足的群体合并，不单独列。',
    asks: ['direction', 'person', 'blank'],
  },
  summary: {
    name: '综合成绩汇总表',
    holds:
      '各来源得分、权重、计分公式、综合分、名次（同分并列）、建议等次、定等结果和理由；没有测评完的写“待测评”。',
    asks: ['format'],
  },
  notice: {
    name: '结果通报',
    holds:
      '已经定等的述职人：票数、得票率、综合分、建议等次、定等结果和整改要求；不能公布的票数不列，写明原因。',
    asks: [],
  },
  feedback: {
    name: '反馈表',
    holds: '每人一页：各项得分、定等结果、领导点评、意见建议、整改事项和签字栏。',
    asks: ['people'],
    isLong: true,
  },
  rectify: {
    name: '整改清单',
    holds: '问题、来源、措施、责任人、时限、状态、完成情况、验收和通报。',
    asks: ['people', 'format'],
  },
  report: {
    name: '整改情况报告',
    holds: '先报上年整改，再报本年：问题、措施、责任人、时限、完成情况和未完成原因。',
    asks: ['people'],
  },
}

export function isPaperKind(text: string | null): text is PaperKind {
  return paperKinds.some((kind) => kind === text)
}

/** The notice is made by who holds the review. */
export function papersOf({ isOwn }: Pick<CampaignDetail, 'isOwn'>): readonly PaperKind[] {
  return paperKinds.filter((kind) => isOwn || kind !== 'notice')
}
