import type { ReadDb } from '#db/database.ts'
import { developmentFilesOfMembers } from '#db/queries/developmentFiles.ts'
import type { TimelineEntry } from '#shared/contract/memberships.ts'
import { labelOf, type Milestone } from '#shared/domain/development/milestones.ts'
import { isFinalState } from '#shared/domain/development/states.ts'
import { courseStateLabels } from '#shared/labels/development.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { readDevelopment } from '../records/developmentReading.ts'
import type { TimelineContext } from './timelineContext.ts'

const told: readonly Milestone[] = [
  'activistOn',
  'targetOn',
  'meetingOn',
  'approvedOn',
  'regularMeetingOn',
  'regularApprovedOn',
]

/** 发展党员: one line for the file somebody came in with, from the application on. */
export function developmentEntries(db: ReadDb, { member }: TimelineContext): readonly TimelineEntry[] {
  return readDevelopment(db, developmentFilesOfMembers(db, [member.id])).map(({ file, facts, state }) => {
    const { dates } = facts
    const isOpen = !isFinalState(state)
    return {
      kind: 'development',
      id: file.id,
      fromOn: dates.appliedOn ?? '',
      toOn: isOpen ? null : (facts.endedOn ?? dates.archivedOn ?? dates.regularApprovedOn ?? ''),
      title: `发展党员（${courseStateLabels[state]}）`,
      details: told.flatMap((milestone) => {
        const on = dates[milestone]
        return on === null ? [] : [`${labelOf(milestone)}：${formatPartialDate(on)}`]
      }),
      isNow: isOpen,
      stay: null,
    }
  })
}
