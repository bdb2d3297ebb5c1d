/** Words of the records of 组织生活; labels in shared/labels/meetings.ts. */

/** 草稿, 定稿. After 定稿 a meeting changes only as a new version, with a reason. */
export const meetingStatuses = ['draft', 'final'] as const

export type MeetingStatus = (typeof meetingStatuses)[number]

/** What the street said of a record: 通过, 退回. */
export const checkStates = ['passed', 'returned'] as const

export type CheckState = (typeof checkStates)[number]

/** Why somebody did not come: 病、事、公、外出、失联、其他. */
export const absenceReasons = ['ill', 'private', 'duty', 'away', 'lost', 'other'] as const

export type AbsenceReason = (typeof absenceReasons)[number]

/** ORG-39: who need not be counted in 应到, if the branch agrees. */
export const exemptReasons = ['incapable', 'abroad', 'imprisoned', 'bedridden', 'notTransferred'] as const

export type ExemptReason = (typeof exemptReasons)[number]

/** What a decision leaves to be done stands beside a meeting or an 组织生活会. */
export const followUpSubjects = ['meeting', 'lifeMeeting'] as const

export type FollowUpSubject = (typeof followUpSubjects)[number]

/** 支委–支委, 支委–党员, 党员–党员, 书记–重点. */
export const talkRelations = ['committee', 'committeeMember', 'member', 'secretaryKey'] as const

export type TalkRelation = (typeof talkRelations)[number]

/** Whose problem an 组织生活会 found: the committee's or one person's. */
export const problemOwners = ['committee', 'person'] as const

export type ProblemOwner = (typeof problemOwners)[number]

/** 不合格处置: 限期改正, 劝退, 除名. */
export const disposals = ['mend', 'advised', 'expelled'] as const

export type Disposal = (typeof disposals)[number]

/** Papers and pictures beside a meeting: 签到表, 照片, 课件, 其他. */
export const meetingSlots = ['signIn', 'photo', 'courseware', 'other'] as const

export type MeetingSlot = (typeof meetingSlots)[number]

export function isMeetingSlot(value: string): value is MeetingSlot {
  return meetingSlots.some((slot) => slot === value)
}
