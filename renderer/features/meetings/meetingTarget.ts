import type { UndoTarget } from '../../ui/undo.ts'

/** What the pages of meetings show and change. */
export const meetingTarget: UndoTarget = {
  kinds: ['meeting', 'meetingItem', 'followUp', 'attachment'],
  recordId: null,
}
