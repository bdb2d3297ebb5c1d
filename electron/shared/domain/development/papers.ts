import type { MaterialNo } from './materials.ts'
import { type Milestone, milestones, type StepNo } from './milestones.ts'

/** One paper the program writes: the step it belongs to, its place in the archive, and the date that picks its rule set. */
interface DevelopmentPaperPlace {
  readonly step: StepNo
  /** Null for papers that are no material of their own. */
  readonly material: MaterialNo | null
  readonly milestone: Milestone
}

/** In the order of the archive (domain tables 3.9 and 10.3, D06 to D08). */
export const developmentPaperTable = {
  talkRecord: { step: 2, material: 'M2', milestone: 'talkedOn' },
  activistFiling: { step: 4, material: 'M4', milestone: 'activistFiledOn' },
  activistRegister: { step: 5, material: 'M5', milestone: 'contactsOn' },
  publicityNotice: { step: 7, material: 'M10', milestone: 'publicityFrom' },
  publicityReport: { step: 7, material: 'M10', milestone: 'publicityTo' },
  targetRequest: { step: 8, material: 'M11', milestone: 'targetAgreedOn' },
  targetReply: { step: 8, material: 'M11', milestone: 'targetAgreedOn' },
  inquiryLetter: { step: 10, material: 'M12', milestone: 'politicalReviewOn' },
  politicalReview: { step: 10, material: 'M12', milestone: 'politicalReviewOn' },
  preReviewRequest: { step: 13, material: 'M15', milestone: 'preReviewOn' },
  preReviewOpinion: { step: 13, material: 'M16', milestone: 'preReviewOn' },
  admissionVote: { step: 15, material: 'M19', milestone: 'meetingOn' },
  admissionResolution: { step: 15, material: 'M20', milestone: 'meetingOn' },
  admissionRequest: { step: 17, material: null, milestone: 'submittedOn' },
  interviewRecord: { step: 16, material: null, milestone: 'interviewOn' },
  approvalOpinion: { step: 17, material: 'M21', milestone: 'approvedOn' },
  admissionReply: { step: 17, material: 'M21', milestone: 'approvedOn' },
  filingRoster: { step: 18, material: 'M22', milestone: 'filedOn' },
  probationRegister: { step: 21, material: 'M24', milestone: 'probationReviewedOn' },
  regularVote: { step: 23, material: 'M28', milestone: 'regularMeetingOn' },
  regularResolution: { step: 23, material: 'M28', milestone: 'regularMeetingOn' },
  extensionVote: { step: 23, material: null, milestone: 'regularMeetingOn' },
  extensionResolution: { step: 23, material: null, milestone: 'regularMeetingOn' },
  extensionReply: { step: 24, material: null, milestone: 'regularApprovedOn' },
  disqualificationVote: { step: 23, material: null, milestone: 'regularMeetingOn' },
  disqualificationResolution: { step: 23, material: null, milestone: 'regularMeetingOn' },
  disqualificationReply: { step: 24, material: null, milestone: 'regularApprovedOn' },
  regularRequest: { step: 24, material: null, milestone: 'regularSubmittedOn' },
  regularReply: { step: 24, material: 'M29', milestone: 'regularApprovedOn' },
  regularTalk: { step: 24, material: null, milestone: 'regularApprovedOn' },
  materialsLetter: { step: 6, material: null, milestone: 'nurturedOn' },
  archiveIndex: { step: 25, material: 'M30', milestone: 'archivedOn' },
} as const satisfies Readonly<Record<string, DevelopmentPaperPlace>>

export type DevelopmentPaper = keyof typeof developmentPaperTable

function isDevelopmentPaper(key: string): key is DevelopmentPaper {
  return Object.hasOwn(developmentPaperTable, key)
}

export const developmentPapers: readonly DevelopmentPaper[] =
  Object.keys(developmentPaperTable).filter(isDevelopmentPaper)

/** Forms with the ID number and the phone of the person. */
export const personalPapers: ReadonlySet<DevelopmentPaper> = new Set([
  'activistRegister',
  'filingRoster',
  'probationRegister',
])

function papersOfStep(step: StepNo): readonly DevelopmentPaper[] {
  return developmentPapers.filter((paper) => developmentPaperTable[paper].step === step)
}

const besideTheSteps = ['extension', 'disqualification', 'materialsLetter', 'regularTalk'] as const

/** What is written next: the papers of the first step from `next` on that has any; the register while somebody is an activist. */
export function papersFrom(next: Milestone): readonly DevelopmentPaper[] {
  if (next === 'contactsOn' || next === 'nurturedOn') return ['activistRegister']
  const ahead = developmentPapers
    .filter((paper) => !besideTheSteps.some((each) => paper.startsWith(each)))
    .map((paper) => ({ paper, place: milestones.indexOf(developmentPaperTable[paper].milestone) }))
    .filter(({ place }) => place >= milestones.indexOf(next))
    .toSorted((a, b) => a.place - b.place)
  const step = ahead[0] === undefined ? null : developmentPaperTable[ahead[0].paper].step
  return ahead.map(({ paper }) => paper).filter((paper) => developmentPaperTable[paper].step === step)
}

/** What a day that comes asks to have ready: none where the step has no paper of ours (宣誓, 转正申请书). */
export function papersOfDeadline(code: string, step: StepNo): readonly DevelopmentPaper[] {
  switch (code) {
    case 'DEV-06':
      return ['targetRequest']
    case 'DEV-07':
      return ['publicityReport']
    case 'DEV-05':
      return ['activistRegister']
    case 'DEV-11':
      return ['admissionVote', 'admissionResolution']
    case 'DEV-12':
      return ['approvalOpinion', 'admissionReply']
    case 'DEV-18':
      return ['regularReply']
    case 'DEV-15':
      return step === 23 ? ['regularVote', 'regularResolution'] : []
    default:
      return papersOfStep(step)
  }
}
