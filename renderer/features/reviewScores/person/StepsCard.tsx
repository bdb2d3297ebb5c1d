import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { flowTable } from '#shared/domain/reviews/flow.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { campaignAddress } from '../../../lib/reviewAddresses.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'

/** Where this person stands in the flow; steps are registered on the board, for many at once. */
export function StepsCard({ detail: { campaignId, steps } }: { readonly detail: SubjectDetail }) {
  return (
    <SectionCard
      title="进度"
      id="steps"
      extra={<LinkButton to={campaignAddress(campaignId)}>到进度表登记</LinkButton>}
    >
      <ol className="person-steps">
        {steps.map(({ key, isDone, doneOn, words, whyNot }) => (
          <li key={key} className={isDone ? 'is-done' : undefined}>
            <span className="person-step-name">{flowTable[key].name}</span>
            <span className="muted small">
              {isDone
                ? [doneOn === null ? '' : formatDots(doneOn), words ?? '']
                    .filter((part) => part !== '')
                    .join('，') || '已完成'
                : (words ?? whyNot ?? '未登记')}
            </span>
          </li>
        ))}
      </ol>
    </SectionCard>
  )
}
