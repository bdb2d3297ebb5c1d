import { Button } from 'antd'
import { Link } from 'react-router'
import type { TermRow } from '#shared/contract/terms.ts'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { useExport } from '../../ui/useExport.ts'

interface TermActionsProps {
  readonly row: TermRow
  /** The election under way there; null for none. */
  readonly electionId: string | null
}

/** What is to be done about a term that is up: the election, and the letter that asks for it. */
export function TermActions({
  row: { organizationId, organizationName, aboveName, state },
  electionId,
}: TermActionsProps) {
  const canWrite = useHasRight('organization.write')
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (state === 'normal' || state === 'unknown') return electionId === null ? null : underWay(electionId)
  const isUrged = state === 'overdue'
  const letter = isUrged ? '督办函' : '提醒函'
  return (
    <span className="terms-actions">
      {electionId !== null && underWay(electionId)}
      {electionId === null && canWrite && <Link to={`/elections?start=${organizationId}`}>发起换届</Link>}
      {canExport && state !== 'extended' && aboveName !== '' && (
        <Button
          type="link"
          size="small"
          loading={isBusy}
          aria-label={`导出${organizationName}的换届${letter}`}
          onClick={() =>
            void run(() =>
              call('documents.exportReminder', {
                organizationIds: [organizationId],
                kind: isUrged ? 'urge' : 'remind',
                replyBy: null,
              }),
            )
          }
        >
          {letter}
        </Button>
      )}
    </span>
  )
}

const underWay = (electionId: string) => <Link to={`/elections/${electionId}`}>换届进行中</Link>
