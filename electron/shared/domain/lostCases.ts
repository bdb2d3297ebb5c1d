/** Where a 失联处置 stands. `revoked`: 预备党员 lose their standing as such, they are never 停止党籍. */
export const lostStatuses = ['searching', 'stopped', 'restored', 'expelled', 'revoked', 'found'] as const

export type LostStatus = (typeof lostStatuses)[number]

/** How somebody was looked for. */
export const lostWays = [
  'phone',
  'family',
  'colleague',
  'household',
  'insurance',
  'visit',
  'neighbour',
  'network',
  'other',
] as const

export type LostWay = (typeof lostWays)[number]

export const lostResults = ['none', 'clue', 'reached'] as const

export type LostResult = (typeof lostResults)[number]

/** What a case asks for next, besides being over: the tabs of the list. */
export const lostStages = ['searching', 'sixMonths', 'stopped', 'twoYears', 'over'] as const

export type LostStage = (typeof lostStages)[number]

/** 失联 that is not settled: somebody is looked for, or 停止党籍 runs. */
export function isOpenLost(status: LostStatus): boolean {
  return status === 'searching' || status === 'stopped'
}
