import type { DevelopmentDetail, DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import type {
  DevelopmentEventKind,
  DevelopmentReviewKind,
  GuarantorDuty,
} from '#shared/domain/development/records.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { CorrectStepDialog, RemoveStepDialog } from './CorrectStepDialog.tsx'
import { EventDialog } from './EventDialog.tsx'
import type { FactGroup } from './factGroups.ts'
import { FactsDialog } from './FactsDialog.tsx'
import { GuarantorsDialog } from './GuarantorsDialog.tsx'
import { RecordStepDialog } from './RecordStepDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { RemoveVoteDialog, VoteDialog } from './VoteDialog.tsx'

/** What the page is asking about at the moment. */
export type Asking =
  | { readonly kind: 'record'; readonly milestone: Milestone }
  | { readonly kind: 'correct' | 'remove'; readonly record: DevelopmentStepRow }
  | { readonly kind: 'vote' | 'removeVote'; readonly voteId: string }
  | { readonly kind: 'facts'; readonly group: FactGroup }
  | { readonly kind: 'event'; readonly event: DevelopmentEventKind }
  | { readonly kind: 'guarantors'; readonly duty: GuarantorDuty; readonly on: PartialDate | null }
  | { readonly kind: 'review'; readonly review: DevelopmentReviewKind }

interface AskedDialogProps {
  readonly detail: DevelopmentDetail
  readonly organizations: readonly OrganizationNode[]
  readonly asking: Asking
  readonly onAsk: (next: Asking | null) => void
}

/** Whose names a step asks for, where nobody is named yet. */
function dutyAfter(milestone: Milestone, { guarantors }: DevelopmentDetail): GuarantorDuty | null {
  const duty = milestone === 'contactsOn' ? 'contact' : milestone === 'sponsorsOn' ? 'sponsor' : null
  return duty === null || guarantors.some((row) => row.duty === duty && row.toOn === null) ? null : duty
}

/** The one dialog that is open on the page of a file. */
export function AskedDialog({ detail, organizations, asking, onAsk }: AskedDialogProps) {
  const onClose = () => onAsk(null)
  const shared = { detail, organizations, onClose }
  switch (asking.kind) {
    case 'record': {
      const { milestone } = asking
      const duty = dutyAfter(milestone, detail)
      return (
        <RecordStepDialog
          key={milestone}
          {...shared}
          milestone={milestone}
          onDone={(on) => onAsk(duty === null ? null : { kind: 'guarantors', duty, on })}
          onFailed={() => onAsk(detail.state === 'cleared' ? { kind: 'event', event: 'return' } : null)}
        />
      )
    }
    case 'correct':
      return <CorrectStepDialog {...shared} record={asking.record} />
    case 'remove':
      return <RemoveStepDialog detail={detail} record={asking.record} onClose={onClose} />
    case 'vote':
    case 'removeVote': {
      const vote = detail.votes.find(({ id }) => id === asking.voteId)
      if (vote === undefined) return null
      const Asked = asking.kind === 'vote' ? VoteDialog : RemoveVoteDialog
      return <Asked detail={detail} vote={vote} onClose={onClose} />
    }
    case 'facts':
      return <FactsDialog detail={detail} group={asking.group} onClose={onClose} />
    case 'event':
      return <EventDialog {...shared} kind={asking.event} />
    case 'guarantors':
      return <GuarantorsDialog detail={detail} duty={asking.duty} on={asking.on} onClose={onClose} />
    case 'review':
      return <ReviewDialog detail={detail} kind={asking.review} review={null} onClose={onClose} />
    default:
      return assertNever(asking)
  }
}
