import type { Deadline } from '#shared/domain/development/deadlines.ts'
import { deadlineDay, deadlineTitle, isOverdue } from '../../../lib/developmentWords.ts'
import { today } from '../../../lib/today.ts'

/** The day and what comes on it; what is overdue says so in words. */
export function DueText({ due }: { readonly due: Deadline }) {
  const day = today()
  const title = deadlineTitle(due)
  return (
    <span title={`${deadlineDay(due, day)} ${title}`}>
      <span className={isOverdue(due, day) ? 'number dev-overdue' : 'number'}>{deadlineDay(due, day)}</span>{' '}
      {title}
    </span>
  )
}
