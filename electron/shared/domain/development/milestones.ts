import type { PartialDate } from '../../lib/dates.ts'

export const stepNos = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
] as const

/** 步骤 1 to 25. */
export type StepNo = (typeof stepNos)[number]

/**
 * The dated facts of a file in the order of work, each with its step and name. A step is done when its last one here
 * (its main one, below) has a date. 步骤 7 spans 步骤 8: discussed, agreed by the superior, made public, then listed.
 */
export const milestoneTable = {
  appliedOn: { step: 1, label: '递交入党申请书' },
  talkedOn: { step: 2, label: '派人谈话' },
  activistOn: { step: 3, label: '确定为入党积极分子' },
  activistFiledOn: { step: 4, label: '积极分子备案' },
  contactsOn: { step: 5, label: '指定培养联系人' },
  nurturedOn: { step: 6, label: '培养教育考察期满' },
  targetMeetingOn: { step: 7, label: '讨论确定发展对象' },
  targetAgreedOn: { step: 8, label: '上级党委同意（备案）' },
  publicityFrom: { step: 7, label: '公示开始' },
  publicityTo: { step: 7, label: '公示结束' },
  targetOn: { step: 7, label: '列为发展对象' },
  sponsorsOn: { step: 9, label: '确定入党介绍人' },
  politicalReviewOn: { step: 10, label: '政治审查' },
  trainingFrom: { step: 11, label: '集中培训开始' },
  trainingTo: { step: 11, label: '集中培训结束' },
  committeeOn: { step: 12, label: '支委会审查' },
  preReviewOn: { step: 13, label: '上级党委预审' },
  formOn: { step: 14, label: '填写入党志愿书' },
  meetingOn: { step: 15, label: '支部大会讨论接收' },
  submittedOn: { step: 17, label: '上报支部大会决议' },
  interviewOn: { step: 16, label: '上级党委派人谈话' },
  approvedOn: { step: 17, label: '上级党委审批' },
  filedOn: { step: 18, label: '报组织部门备案' },
  assignedOn: { step: 19, label: '编入党支部和党小组' },
  oathOn: { step: 20, label: '入党宣誓' },
  probationReviewedOn: { step: 21, label: '预备期教育考察' },
  regularApplyOn: { step: 22, label: '提出转正申请' },
  regularMeetingOn: { step: 23, label: '支部大会讨论转正' },
  regularSubmittedOn: { step: 24, label: '上报转正决议' },
  regularApprovedOn: { step: 24, label: '上级党委审批转正' },
  archivedOn: { step: 25, label: '材料归档' },
} as const satisfies Readonly<Record<string, { readonly step: StepNo; readonly label: string }>>

export type Milestone = keyof typeof milestoneTable

export function isMilestone(key: string): key is Milestone {
  return Object.hasOwn(milestoneTable, key)
}

/** In the order of work. */
export const milestones: readonly Milestone[] = Object.keys(milestoneTable).filter(isMilestone)

export function stepOf(milestone: Milestone): StepNo {
  return milestoneTable[milestone].step
}

export function labelOf(milestone: Milestone): string {
  return milestoneTable[milestone].label
}

const mainMilestones: ReadonlyMap<StepNo, Milestone> = new Map(milestones.map((key) => [stepOf(key), key]))

/** The date that says a step is done. */
export function mainMilestone(step: StepNo): Milestone {
  const key = mainMilestones.get(step)
  if (key === undefined) throw new Error('a step without a milestone')
  return key
}

/** The dates of one file, to the precision the paper has; null is not done or not known. */
export type MilestoneDates = Readonly<Record<Milestone, PartialDate | null>>

function hasEveryMilestone(
  dates: Readonly<Record<string, null>>,
): dates is Readonly<Record<Milestone, null>> {
  return milestones.every((key) => Object.hasOwn(dates, key))
}

function blankDates(): Readonly<Record<Milestone, null>> {
  const dates = Object.fromEntries(milestones.map((key) => [key, null]))
  if (!hasEveryMilestone(dates)) throw new Error('a milestone was lost')
  return dates
}

/** A file with nothing in it yet. */
export const noDates: MilestoneDates = blankDates()
