import type { UndoTarget } from '../../ui/undo.ts'

export const planTarget: UndoTarget = { kinds: ['meetingPlan'], recordId: null }
export const guideTarget: UndoTarget = { kinds: ['topicGuide'], recordId: null }

export function guidesAddress(year: number): string {
  return `/meetings/guides?year=${year}`
}
