import type { OrganizationType } from './organizationKinds.ts'

/** 换届, or 补选 of somebody who left in the middle of a term (ORG-53). */
export const electionKinds = ['term', 'byElection'] as const

export type ElectionKind = (typeof electionKinds)[number]

/** `open` under way; `done` the result stands; `invalid` the meeting or its ballot did not count; `cancelled` given up. */
export const electionStatuses = ['open', 'done', 'invalid', 'cancelled'] as const

export type ElectionStatus = (typeof electionStatuses)[number]

/** What is voted on: 委员 by the meeting; 书记, 副书记 by the committee, or by the meeting where there is none (ORG-41). */
export const contests = ['committee', 'secretary', 'deputy'] as const

export type Contest = (typeof contests)[number]

/** 预备人选, 候选人, 另选他人 (written in on a ballot). */
export const candidateStages = ['proposed', 'candidate', 'writeIn'] as const

export type CandidateStage = (typeof candidateStages)[number]

/** 监票人, 计票人. */
export const tellerDuties = ['watches', 'counts'] as const

export type TellerDuty = (typeof tellerDuties)[number]

/** First ballot; again among those with equal votes; another one for seats still open. */
export const roundKinds = ['first', 'tie', 'another'] as const

export type RoundKind = (typeof roundKinds)[number]

/** How the organs of an organisation are called. */
export interface ElectionWords {
  /** 支委会: in sentences. */
  readonly organ: string
  /** 支部委员会: in documents. */
  readonly committee: string
  /** 党支部. */
  readonly unit: string
  /** 你支部: how a superior speaks to it. */
  readonly you: string
  /** 我支部: how it speaks of itself. */
  readonly we: string
}

const branch: ElectionWords = {
  organ: '支委会',
  committee: '支部委员会',
  unit: '党支部',
  you: '你支部',
  we: '我支部',
}
const general: ElectionWords = {
  organ: '总支委员会',
  committee: '总支部委员会',
  unit: '党总支',
  you: '你总支',
  we: '我总支',
}
const committee: ElectionWords = {
  organ: '党委会',
  committee: '委员会',
  unit: '党委',
  you: '你党委',
  we: '我党委',
}

export function electionWords(type: OrganizationType): ElectionWords {
  if (type === 'ZB') return branch
  return type === 'ZZ' ? general : committee
}
