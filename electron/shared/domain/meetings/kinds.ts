import type { VotedMatter } from './votes.ts'

/**
 * 支部党员大会 DH, 支部委员会会议 ZWH, 党小组会 XZH, 党课 DK, 主题党日 ZTDR, 组织生活会 ZZSHH, 民主评议 MZPY; labels in
 * shared/labels/meetings.ts. One meeting may be of several (LIFE-08).
 */
export const meetingKinds = [
  'branchMeeting',
  'committeeMeeting',
  'groupMeeting',
  'lecture',
  'themeDay',
  'organizationLife',
  'appraisal',
  'other',
] as const

export type MeetingKind = (typeof meetingKinds)[number]

/** What the rules need to know of one meeting. */
export interface MeetingFacts {
  readonly id: string
  readonly kinds: ReadonlySet<MeetingKind>
  readonly heldOn: string
  /** Of a 党小组会. */
  readonly groupId: string | null
  /** A draft is no record yet. */
  readonly isFinal: boolean
  /** Of a 党课: given by the branch's secretary. */
  readonly isSecretaryLecturing: boolean
  /** Of an 组织生活会 or 民主评议: the year it is held for, which may be the one before. */
  readonly lifeYear: number | null
  /** What was voted on, one by one, with the kind it is minuted under. */
  readonly matters: readonly (VotedMatter & { readonly section: MeetingKind })[]
}
