import type { Arrival, DevelopmentFacts } from './facts.ts'

/** Words of the records that the rules of this folder read; labels in shared/labels/developmentRecords.ts. */
export const guarantorDuties = ['contact', 'sponsor'] as const

/** 培养联系人, 入党介绍人. */
export type GuarantorDuty = (typeof guarantorDuties)[number]

export const developmentReviewKinds = ['activist', 'probation', 'thoughtReport'] as const

export type DevelopmentReviewKind = (typeof developmentReviewKinds)[number]

/** 接收、转正、延长、取消资格. */
export const developmentVoteOn = ['admission', 'regular', 'extension', 'disqualification'] as const

export type DevelopmentVoteOn = (typeof developmentVoteOn)[number]

export const developmentEventKinds = [
  'return',
  'extend',
  'disqualify',
  'revoke',
  'reapply',
  'end',
  'transfer',
] as const

export type DevelopmentEventKind = (typeof developmentEventKinds)[number]

export const publicityResults = ['none', 'cleared', 'confirmed'] as const satisfies readonly NonNullable<
  DevelopmentFacts['publicityResult']
>[]

export type PublicityResult = (typeof publicityResults)[number]

export const arrivalKinds = [
  'applicant',
  'activist',
  'target',
  'probationer',
] as const satisfies readonly Arrival['kind'][]

export type ArrivalKind = (typeof arrivalKinds)[number]

/** In the box, with the branch, back in the file (入党), back unused, void. */
export const formStatuses = ['stock', 'issued', 'filed', 'returned', 'voided'] as const

export type FormStatus = (typeof formStatuses)[number]

/** For whom a class is held: 入党积极分子, 发展对象, 预备党员. */
export const trainingKinds = ['activist', 'target', 'probationer'] as const

export type TrainingKind = (typeof trainingKinds)[number]
