import { firstDay } from '../../lib/dates.ts'
import type { PartialDate } from '../../lib/dates.ts'
import type { DevelopmentSettings } from './settings.ts'

/** The 细则 of 2014 and its revision of 2026; a step is judged by the one in force on its day. */
export const ruleSets = ['2014', '2026'] as const

export type RuleSet = (typeof ruleSets)[number]

/** A day known to the month counts as its first. */
export function ruleSetOn(
  date: PartialDate,
  settings: Pick<DevelopmentSettings, 'rules.dev.effectiveFrom2026'>,
): RuleSet {
  const day = date.length === 10 ? date : firstDay(date)
  return day >= settings['rules.dev.effectiveFrom2026'] ? '2026' : '2014'
}

export interface RuleSetWords {
  /** As cited on cards. */
  readonly regulation: string
  readonly branchMeeting: string
  readonly committeeMeeting: string
  /** What the superior does with a branch's proposal of a 发展对象. */
  readonly targetDecision: '备案' | '同意'
}

export const ruleSetWords: Readonly<Record<RuleSet, RuleSetWords>> = {
  '2014': {
    regulation: '《发展党员工作细则》（2014年）',
    branchMeeting: '支部大会',
    committeeMeeting: '支部委员会会议',
    targetDecision: '备案',
  },
  '2026': {
    regulation: '《发展党员工作细则》（2026年修订）',
    branchMeeting: '党支部党员大会',
    committeeMeeting: '党支部委员会会议',
    targetDecision: '同意',
  },
}

// Articles of 2026 whose wording was seen; the others, and all of 2014, are cited from memory.
const seen2026: ReadonlySet<number> = new Set([
  5, 6, 7, 8, 9, 10, 11, 13, 14, 16, 17, 18, 19, 20, 25, 29, 31, 32, 33,
])

/** 《发展党员工作细则》（2026年修订）第13、18条, with （待核） where the wording was not seen. */
export function citeArticles(set: RuleSet, articles: readonly number[], isUnverified = false): string {
  const isSeen = set === '2026' && !isUnverified && articles.every((article) => seen2026.has(article))
  return `${ruleSetWords[set].regulation}第${articles.join('、')}条${isSeen ? '' : '（待核）'}`
}
