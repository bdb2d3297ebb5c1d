import type { ReadDb, WriteDb } from '#db/database.ts'
import { overridesOf, type RawRow, rowsOf } from '#db/queries/undoRows.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import type { WriteMoment } from './memberStore.ts'
import {
  afterBesideDevelopment,
  afterCalendarDays,
  afterDevelopmentFiles,
  afterDevelopmentParts,
  afterTrainingClasses,
  laterPartProblems,
} from './undoDevelopment.ts'
import { developmentFileProblems } from './undoDevelopmentFiles.ts'
import { developmentPartProblems } from './undoDevelopmentProblems.ts'
import { electionPartProblems } from './undoElections.ts'
import { problemOf } from './undoLater.ts'
import { afterMeetingParts, afterMeetings, followUpProblems } from './undoMeetings.ts'
import { lostCaseProblems } from './undoLost.ts'
import { afterPlanItems } from './undoMeetingPlans.ts'
import { afterMobility, mobilityProblems } from './undoMobility.ts'
import { afterMembers, afterMemberships, memberDerived, memberProblems } from './undoMembers.ts'
import { afterOrganizations, organizationDerived, organizationProblems } from './undoOrganizations.ts'
import { afterAppraisalPeople, afterLifeProblems } from './undoOrganizationLife.ts'
import { afterResponsibilityParts } from './undoResponsibility.ts'
import { textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'
import {
  afterReviewParts,
  reviewPartProblems,
  reviewSchemeProblems,
  reviewStepProblems,
  reviewSubjectProblems,
} from './undoReviews.ts'
import { onlyOneBy, onlyOneLivingBy } from './undoTwins.ts'

/** What a kind of record adds to the generic undo. */
interface KindOfRecord {
  /** Why entries that touch such records are never taken back; null when they may be. */
  readonly notUndoable: string | null
  /** What stands in the way of these records becoming what the steps say: a question for all of them, not one each. */
  problems?(db: ReadDb, steps: readonly UndoStep[], all: readonly UndoStep[]): readonly UndoProblem[]
  /** Columns that follow from others. */
  derived?(step: UndoStep): RawRow
  /** Rebuilds what follows from the records outside their rows. `all`: of every kind. */
  after?(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment, all: readonly UndoStep[]): void
}

/** REV-06: what is left of a batch cannot be put asunder again. */
const ballotsStay = '测评批次的登记不能从这里撤销；未计票的批次请到“测评票”中修改或取消'

export const recordKinds: Readonly<Record<RecordKind, KindOfRecord>> = {
  member: {
    notUndoable: null,
    problems: memberProblems,
    derived: memberDerived,
    after: afterMembers,
  },
  organization: {
    notUndoable: null,
    problems: organizationProblems,
    derived: organizationDerived,
    after: afterOrganizations,
  },
  organizationEvent: { notUndoable: null },
  membership: { notUndoable: null, after: afterMemberships },
  statusSpell: { notUndoable: null },
  groupSpell: { notUndoable: null },
  term: { notUndoable: null },
  post: { notUndoable: null },
  mobilityRecord: { notUndoable: null, problems: mobilityProblems, after: afterMobility },
  mobilityContact: { notUndoable: null },
  transfer: { notUndoable: null },
  election: { notUndoable: null },
  electionStep: { notUndoable: null, problems: electionPartProblems },
  electionCandidate: { notUndoable: null, problems: electionPartProblems },
  electionExemption: { notUndoable: null, problems: electionPartProblems },
  electionTeller: { notUndoable: null, problems: electionPartProblems },
  electionRound: { notUndoable: null, problems: electionPartProblems },
  electionVote: { notUndoable: null, problems: electionPartProblems },
  lostCase: { notUndoable: null, problems: lostCaseProblems },
  lostAttempt: { notUndoable: null },
  enterprise: { notUndoable: null },
  developmentFile: {
    notUndoable: null,
    problems: (db, steps, all) => [
      ...developmentFileProblems(db, steps, all),
      ...laterPartProblems(db, steps),
    ],
    after: afterDevelopmentFiles,
  },
  developmentStep: { notUndoable: null, problems: developmentPartProblems, after: afterDevelopmentParts },
  developmentGuarantor: { notUndoable: null, after: afterDevelopmentParts },
  developmentReview: { notUndoable: null, after: afterDevelopmentParts },
  developmentVote: { notUndoable: null, after: afterDevelopmentParts },
  developmentMaterial: {
    notUndoable: null,
    problems: onlyOneBy(['file_id', 'material_no']),
    after: afterDevelopmentParts,
  },
  developmentEvent: { notUndoable: null, problems: developmentPartProblems, after: afterDevelopmentParts },
  applicationForm: {
    notUndoable: null,
    problems: onlyOneLivingBy(['organization_id', 'serial_no']),
    after: afterBesideDevelopment,
  },
  developmentQuota: { notUndoable: null, problems: onlyOneBy(['organization_id', 'year']) },
  trainingClass: { notUndoable: null, after: afterTrainingClasses },
  trainingPlace: {
    notUndoable: null,
    problems: onlyOneBy(['class_id', 'file_id']),
    after: afterBesideDevelopment,
  },
  calendarDay: { notUndoable: null, problems: onlyOneBy(['day']), after: afterCalendarDays },
  attachment: { notUndoable: null },
  meeting: { notUndoable: null, after: afterMeetings },
  meetingItem: { notUndoable: null, after: afterMeetingParts },
  meetingVersion: { notUndoable: null, problems: onlyOneBy(['meeting_id', 'no']) },
  followUp: { notUndoable: null, problems: followUpProblems, after: afterMeetingParts },
  meetingPlan: { notUndoable: null, problems: onlyOneBy(['organization_id', 'year']) },
  meetingPlanItem: { notUndoable: null, after: afterPlanItems },
  topicGuide: { notUndoable: null },
  lifeMeeting: { notUndoable: null, problems: onlyOneLivingBy(['organization_id', 'year']) },
  lifeProblem: { notUndoable: null, after: afterLifeProblems },
  appraisal: { notUndoable: null, problems: onlyOneLivingBy(['organization_id', 'year']) },
  appraisalPerson: { notUndoable: null, after: afterAppraisalPeople },
  talk: { notUndoable: null },
  reviewCampaign: { notUndoable: null, problems: onlyOneLivingBy(['organization_id', 'year']) },
  reviewScheme: { notUndoable: null, problems: reviewSchemeProblems },
  reviewSubject: { notUndoable: null, problems: reviewSubjectProblems },
  reviewStep: {
    notUndoable: null,
    problems: reviewStepProblems,
    after: afterReviewParts,
  },
  reviewComment: { notUndoable: null, problems: reviewPartProblems(null), after: afterReviewParts },
  reviewDailyScore: {
    notUndoable: null,
    problems: reviewPartProblems(['subject_id', 'part_id']),
    after: afterReviewParts,
  },
  reviewBatch: { notUndoable: ballotsStay },
  reviewBatchSubject: { notUndoable: ballotsStay },
  reviewRectification: { notUndoable: null },
  responsibilityList: { notUndoable: null, problems: onlyOneLivingBy(['organization_id', 'year']) },
  responsibilityGoal: { notUndoable: null, after: afterResponsibilityParts },
  responsibilityCheck: { notUndoable: null, after: afterResponsibilityParts },
  bridgeFreeze: { notUndoable: '冻结年末数不能从这里撤销，请到“人员增减”解除冻结并写明原因' },
  findingOverride: { notUndoable: null, problems: overrideProblems },
  importBatch: { notUndoable: null },
  importMapping: { notUndoable: null },
  documentExport: { notUndoable: '文件已经导出，收不回来' },
  account: { notUndoable: '账号的变动不能从这里撤销，请由系统管理员在账号管理中改回' },
  setting: { notUndoable: '设置的变动不能从这里撤销，请到原来的设置页改回' },
}

const overrideSubjects = [
  'member',
  'organization',
  'enterprise',
  'developmentFile',
] as const satisfies readonly RecordKind[]

/** One answer for one finding of one subject, and none about somebody the database has forgotten. */
function overrideProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const returning = steps.filter(({ deed }) => deed === 'insert')
  if (returning.length === 0) return []
  const keyOf = (row: RawRow | null) => ['subject', 'subject_id', 'code'].map((c) => textIn(row, c)).join(' ')
  const now = new Map(
    overridesOf(
      db,
      returning.map(({ next }) => textIn(next, 'subject_id') ?? ''),
    ).map((row) => [keyOf(row), row]),
  )
  const isThere = subjectsOf(db, returning, all)
  return returning.flatMap((step) => {
    if (!isThere(step))
      return [problemOf(step, 'gone', `提示“${step.name}”所说明的党员、党组织或单位已彻底删除`)]
    const other = now.get(keyOf(step.next))
    if (!other) return []
    const because = { kind: 'findingOverride', id: String(other.id) } as const
    return [problemOf(step, 'nameTaken', `提示“${step.name}”后来又说明过原因`, null, because)]
  })
}

function subjectsOf(
  db: ReadDb,
  returning: readonly UndoStep[],
  all: readonly UndoStep[],
): (step: UndoStep) => boolean {
  const kindOf = ({ next }: UndoStep): RecordKind =>
    overrideSubjects.find((each) => each === textIn(next, 'subject')) ?? 'member'
  const idOf = ({ next }: UndoStep) => textIn(next, 'subject_id') ?? ''
  const there = new Set(
    [...Map.groupBy(returning, kindOf)].flatMap(([kind, steps]) =>
      [...rowsOf(db, kind, steps.map(idOf)).keys()].map((id) => `${kind} ${id}`),
    ),
  )
  for (const { kind, id, deed } of all) if (deed === 'insert') there.add(`${kind} ${id}`)
  return (step) => there.has(`${kindOf(step)} ${idOf(step)}`)
}
