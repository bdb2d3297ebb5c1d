import { useMemo } from 'react'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { useCall } from '../../../lib/queries.ts'
import { today } from '../../../lib/today.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'
import { checkInput, emptyRecord, type RecordDraft } from './stepForm.ts'

const typingPauseMs = 300

/** What saving a step, new or corrected, would be answered with, while somebody types. */
export function useStepCheck(detail: DevelopmentDetail, milestone: Milestone, draft: RecordDraft) {
  const input = useDebounced(
    useMemo(() => checkInput(detail, milestone, draft), [detail, milestone, draft]),
    typingPauseMs,
  )
  const none = { ...emptyRecord(detail, milestone, today(), null), id: detail.id, version: detail.version }
  const check = useCall('development.checkStep', input ?? { ...none, milestone }, {
    enabled: input !== null,
    keepPrevious: true,
    fresh: true,
  })
  return input === null ? undefined : check.data
}
