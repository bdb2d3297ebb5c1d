import type { Milestone } from '#shared/domain/development/milestones.ts'
import {
  type DevelopmentPaper,
  developmentPapers,
  developmentPaperTable,
  papersFrom,
} from '#shared/domain/development/papers.ts'
import type { DevelopmentFacts } from '#shared/domain/development/facts.ts'
import { activistFiling } from './developmentActivist.ts'
import { activistRegister } from './developmentActivistRegister.ts'
import { approvalOpinion } from './developmentApprovalForm.ts'
import { archiveIndex, leavingKind, materialsLetter } from './developmentArchive.ts'
import {
  type BuiltDevelopmentPaper,
  dateOf,
  type DevelopmentPaperValues,
  eventOf,
  type PaperPen,
  paperPen,
  setAt,
} from './developmentPaper.ts'
import { inquiryLetter } from './developmentInquiry.ts'
import { politicalReview } from './developmentPolitical.ts'
import { preReviewOpinion, preReviewRequest } from './developmentPreReview.ts'
import { filingRoster, probationRegister } from './developmentProbation.ts'
import { interviewRecord, regularTalk, talkRecord } from './developmentTalks.ts'
import { publicityNotice, publicityReport, targetReply, targetRequest } from './developmentTarget.ts'
import { approvalReply } from './developmentReplies.ts'
import { resultRequest } from './developmentRequests.ts'
import { resolution } from './developmentResolutions.ts'
import { voteSheet } from './developmentVoteSheet.ts'

const writers: Readonly<Record<DevelopmentPaper, (pen: PaperPen) => BuiltDevelopmentPaper>> = {
  talkRecord,
  activistFiling,
  activistRegister,
  publicityNotice,
  publicityReport,
  targetRequest,
  targetReply,
  inquiryLetter,
  politicalReview,
  preReviewRequest,
  preReviewOpinion,
  admissionVote: (pen) => voteSheet(pen, 'admission'),
  admissionResolution: (pen) => resolution(pen, 'admission'),
  admissionRequest: (pen) => resultRequest(pen, 'admission'),
  interviewRecord,
  approvalOpinion,
  admissionReply: (pen) => approvalReply(pen, 'admission'),
  filingRoster,
  probationRegister,
  regularVote: (pen) => voteSheet(pen, 'regular'),
  regularResolution: (pen) => resolution(pen, 'regular'),
  extensionVote: (pen) => voteSheet(pen, 'extension'),
  extensionResolution: (pen) => resolution(pen, 'extension'),
  extensionReply: (pen) => approvalReply(pen, 'extension'),
  disqualificationVote: (pen) => voteSheet(pen, 'disqualification'),
  disqualificationResolution: (pen) => resolution(pen, 'disqualification'),
  disqualificationReply: (pen) => approvalReply(pen, 'disqualification'),
  regularRequest: (pen) => resultRequest(pen, 'regular'),
  regularReply: (pen) => approvalReply(pen, 'regular'),
  regularTalk,
  materialsLetter,
  archiveIndex,
}

/** One paper of a file; ask `whyNoPaper` first. */
export function writeDevelopmentPaper(
  paper: DevelopmentPaper,
  values: DevelopmentPaperValues,
): BuiltDevelopmentPaper {
  return writers[paper](paperPen(values, paper))
}

const bodyFields: ReadonlyMap<DevelopmentPaper, keyof DevelopmentFacts> = new Map([
  ['preReviewOpinion', 'preReviewBody'],
  ['approvalOpinion', 'approvalBody'],
  ['admissionReply', 'approvalBody'],
  ['regularReply', 'regularApprovalBody'],
])

const rightCodes: ReadonlySet<string> = new Set(['DEV-50', 'DEV-51', 'DEV-52'])

const events = { extension: 'extend', disqualification: 'disqualify' } as const

function eventMatter(paper: DevelopmentPaper): keyof typeof events | null {
  if (paper.startsWith('extension')) return 'extension'
  return paper.startsWith('disqualification') ? 'disqualification' : null
}

/** Why this paper is not written for this file, in a sentence that says what to do; null where it is. */
export function whyNoPaper(paper: DevelopmentPaper, values: DevelopmentPaperValues): string | null {
  const pen = paperPen(values, paper)
  const { state, findings } = values.detail
  const matter = eventMatter(paper)
  if (
    matter !== null &&
    eventOf(pen, events[matter]) === undefined &&
    state !== 'probationer' &&
    state !== 'extended'
  )
    return matter === 'extension'
      ? '没有登记延长预备期，请先登记大会讨论的结果'
      : '没有登记取消预备党员资格，请先登记大会讨论的结果'
  if (paper === 'targetReply' && setAt(pen, 'targetAgreedOn') === '2014')
    return '按2014年细则，确定发展对象是报上级党委备案，没有批复'
  if (paper === 'materialsLetter' && leavingKind({ values }) === null)
    return state === 'probationer' || state === 'extended'
      ? '预备党员转移用党员组织关系介绍信，请在“组织关系转接”中开具'
      : '现在的身份不能转移，没有材料移交函'
  const field = bodyFields.get(paper)
  // A committee that may only deliberate must not be made to approve on paper (DEV-50 to DEV-52).
  return findings.find((each) => each.field === field && rightCodes.has(each.code))?.message ?? null
}

function doneMilestones(paper: DevelopmentPaper): readonly Milestone[] {
  return paper === 'activistRegister'
    ? ['contactsOn', 'activistOn']
    : [developmentPaperTable[paper].milestone]
}

/** Whether what it tells of has happened. */
function isMade(paper: DevelopmentPaper, values: DevelopmentPaperValues): boolean {
  const pen = paperPen(values, paper)
  const matter = eventMatter(paper)
  if (matter !== null) {
    const event = eventOf(pen, events[matter])
    return event !== undefined && (!paper.endsWith('Reply') || event.approvedOn !== null)
  }
  if (paper === 'materialsLetter') return eventOf(pen, 'transfer') !== undefined
  // A letter to others is written anew for each: none lies in the file by itself.
  if (paper === 'inquiryLetter') return false
  return doneMilestones(paper).some((milestone) => dateOf(pen, milestone) !== null)
}

/** Of what comes next, of what is done, or of a later step. */
export function paperTime(paper: DevelopmentPaper, values: DevelopmentPaperValues): 'done' | 'now' | 'later' {
  const { next } = values.detail.plan
  if (next !== null && papersFrom(next).includes(paper)) return 'now'
  return isMade(paper, values) ? 'done' : 'later'
}

/** The papers of what was done, in the order of the archive, and the index of the whole at the end. */
export function papersOfFile(values: DevelopmentPaperValues): readonly DevelopmentPaper[] {
  return developmentPapers.filter(
    (paper) => whyNoPaper(paper, values) === null && (paper === 'archiveIndex' || isMade(paper, values)),
  )
}
