import { Link } from 'react-router'
import type { DevelopmentRow } from '#shared/contract/developmentRows.ts'
import { courseStateLabels } from '#shared/labels/development.ts'
import {
  deadlineDay,
  deadlineTitle,
  fileAddress,
  isOverdue,
  nextStepText,
} from '../../../lib/developmentWords.ts'
import { today } from '../../../lib/today.ts'
import { SeverityTag } from '../../../ui/SeverityTag.tsx'

/** One person on the board: who, where, what is next and until when. */
export function Card({ row }: { readonly row: DevelopmentRow }) {
  const { id, name, organizationName, state, nextMilestone, due, worstSeverity, findingCount } = row
  const day = today()
  return (
    <li className="dev-card">
      <div className="dev-card-head">
        <Link className="dev-card-name ellipsis" to={fileAddress(id)} title={name}>
          {name}
        </Link>
        {worstSeverity !== null && <SeverityTag severity={worstSeverity} count={findingCount} />}
      </div>
      <div className="ellipsis muted small" title={organizationName}>
        {organizationName}
      </div>
      {(state === 'awaitingApproval' || state === 'extended') && (
        <div className="small dev-card-state">{courseStateLabels[state]}</div>
      )}
      {due !== null ? (
        <div className="small">
          <span className={isOverdue(due, day) ? 'number dev-overdue' : 'number'}>
            {deadlineDay(due, day)}
          </span>
          <div>{deadlineTitle(due)}</div>
        </div>
      ) : (
        nextMilestone !== null && <div className="small">{nextStepText(nextMilestone)}</div>
      )}
    </li>
  )
}
