import { excellentMax } from '#shared/domain/meetings/appraisal.ts'
import { addDays } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { DemoLifeBranch } from './demoMeetingBranch.ts'
import type { DemoLifeRows, DemoMeeting } from './demoMeetingRows.ts'
import type { Random } from './random.ts'

const emptyTrash = { deletedAt: null, deletedReason: null } as const

/** Everybody's ballots and grades: one 优秀 fewer than there may be, probationary members without a grade. */
export function appraisalOf(
  rows: DemoLifeRows,
  { people }: DemoLifeBranch,
  { id: meetingId, organizationId, heldOn }: DemoMeeting,
  year: number,
  random: Random,
  { ids, at }: WriteMoment,
): void {
  const appraisalId = ids.next()
  const ballots = people.filter(({ isFull }) => isFull === 1).length
  rows.appraisals.push({
    id: appraisalId,
    organizationId,
    year,
    heldOn,
    meetingId,
    ballotsIssued: ballots,
    ballotsReturned: ballots,
    ballotsValid: ballots,
    tellers: null,
    decidedOn: addDays(heldOn, 5),
    demands: null,
    remark: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    ...emptyTrash,
  })
  const most = Math.max(0, excellentMax(people.length) - 1)
  const others = Math.max(0, ballots - 1)
  people.forEach(({ memberId, name, isFull }, position) => {
    const isProbationary = isFull === 0
    const isExcellent = !isProbationary && position < most
    const excellent = isExcellent
      ? others - random.below(Math.max(1, Math.floor(others / 4)))
      : random.below(Math.max(1, Math.floor(others / 3)))
    rows.appraisalPeople.push({
      id: ids.next(),
      appraisalId,
      position,
      memberId,
      name,
      isProbationary,
      absentReason: null,
      excellent: isProbationary ? null : excellent,
      qualified: isProbationary ? null : others - excellent,
      basic: isProbationary ? null : 0,
      unqualified: isProbationary ? null : 0,
      grade: isProbationary ? null : isExcellent ? 'excellent' : 'qualified',
      opinion: null,
      feedbackOn: isProbationary ? null : addDays(heldOn, 8),
      disposal: null,
      disposalWords: null,
      mendBy: null,
    })
  })
}
