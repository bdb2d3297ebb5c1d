import type {
  DevelopmentEventRow,
  DevelopmentGuarantorRow,
  DevelopmentMaterialRow,
  DevelopmentReviewRow,
  DevelopmentStepRow,
  DevelopmentVoteRow,
} from '#shared/contract/developmentRows.ts'
import { materialName, type MaterialNo, materialTable } from '#shared/domain/development/materials.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import type { DevelopmentReviewKind, DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import { ballotDoubts, voteResult } from '#shared/domain/development/votes.ts'
import { partialDate } from '#shared/lib/dates.ts'

export function aStep(
  milestone: Milestone,
  on: string,
  more: Partial<DevelopmentStepRow> = {},
): DevelopmentStepRow {
  return {
    id: milestone,
    milestone,
    doneOn: partialDate(on),
    place: null,
    people: null,
    bodyId: null,
    bodyName: null,
    docNo: null,
    opinion: null,
    overrideReason: null,
    supersededBy: null,
    ...more,
  }
}

export function aGuarantor(
  duty: 'contact' | 'sponsor',
  name: string,
  more: Partial<DevelopmentGuarantorRow> = {},
): DevelopmentGuarantorRow {
  return {
    id: `${duty}${name}`,
    duty,
    memberId: null,
    name,
    fromOn: partialDate('2024-07-10'),
    toOn: null,
    isKin: false,
    isFull: true,
    hasRights: true,
    ...more,
  }
}

export function aReview(
  kind: DevelopmentReviewKind,
  on: string,
  more: Partial<DevelopmentReviewRow> = {},
): DevelopmentReviewRow {
  return {
    id: `${kind}${on}`,
    kind,
    reviewedOn: partialDate(on),
    contactOpinion: '学习认真，工作积极。',
    branchOpinion: '继续培养。',
    signedBy: '赵书记',
    ...more,
  }
}

export function aVote(
  subject: DevelopmentVoteOn,
  on: string,
  counts: {
    readonly should: number
    readonly present: number
    readonly agreed: number
    readonly agreedInWriting?: number
  },
): DevelopmentVoteRow {
  const ballot = {
    should: counts.should,
    present: counts.present,
    issued: counts.present,
    returned: counts.present,
    valid: counts.present,
    agreed: counts.agreed,
    agreedInWriting: counts.agreedInWriting ?? 0,
    against: counts.present - counts.agreed,
    abstained: 0,
  }
  return {
    ...ballot,
    id: subject,
    subject,
    meetingId: null,
    heldOn: partialDate(on),
    supersededBy: null,
    tellers: '监票某',
    counters: '计票某',
    hostName: '赵书记',
    result: voteResult(ballot),
    doubts: ballotDoubts(ballot),
  }
}

export function anEvent(
  kind: DevelopmentEventRow['kind'],
  on: string,
  more: Partial<DevelopmentEventRow> = {},
): DevelopmentEventRow {
  return {
    id: kind,
    kind,
    happenedOn: partialDate(on),
    cause: null,
    toState: null,
    months: null,
    approvedOn: null,
    bodyName: null,
    docNo: null,
    words: null,
    overrideReason: null,
    supersededBy: null,
    ...more,
  }
}

export function aMaterial(no: MaterialNo, more: Partial<DevelopmentMaterialRow>): DevelopmentMaterialRow {
  return {
    materialNo: no,
    name: materialName(no, '2026'),
    step: materialTable[no].step,
    need: materialTable[no].need['2026'],
    isPresent: false,
    isOriginal: null,
    copies: null,
    pages: null,
    formedOn: null,
    note: null,
    scans: 0,
    ...more,
  }
}
