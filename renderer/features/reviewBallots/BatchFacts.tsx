import { Fragment } from 'react'
import { Link } from 'react-router'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import { batchMethodLabels, batchStateLabels } from '#shared/labels/reviews.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { scoresAddress, subjectAddress } from '../../lib/reviewAddresses.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { batchTitle } from './batchWords.ts'

/** When and where, how many papers, on whom; and what became of it. */
export function BatchFacts({ batch }: { readonly batch: BatchDetail }) {
  const { fields, people, state, method, voidReason, closedOn } = batch
  const numbers = [
    fields.should === null ? null : `应到 ${fields.should} 人`,
    fields.present === null ? null : `实到 ${fields.present} 人`,
    `发出 ${batch.issued} 张，收回 ${batch.returned} 张`,
    fields.supervisors === null ? null : `监票 ${fields.supervisors}`,
    fields.tellers === null ? null : `计票 ${fields.tellers}`,
    closedOn === null ? null : `${formatDots(closedOn)} 完成计票`,
  ].filter((part) => part !== null)
  return (
    <SectionCard
      title={`${formatDots(batch.heldOn)}，${batch.organizationName}`}
      extra={<span className="muted">{`${batchStateLabels[state]}；${batchMethodLabels[method]}`}</span>}
    >
      <p>{numbers.join('；')}</p>
      <p className="muted">
        被测评人：
        {people.map(({ subjectId, name }, index) => (
          <Fragment key={subjectId}>
            {index > 0 && '、'}
            <Link to={subjectAddress(subjectId)}>{name}</Link>
          </Fragment>
        ))}
      </p>
      {voidReason !== null && (
        <p className="form-error">{voidReason}。本批没有计票，须重新测评：请另登记一批。</p>
      )}
      {state === 'closed' && (
        <p>
          票数已经并入“{batchTitle(batch)}”的合计，不再单独保留这一批（REV-06）。
          <Link to={scoresAddress(fields.campaignId)}>查看成绩</Link>
        </p>
      )}
      <FindingNotes findings={batch.findings} />
    </SectionCard>
  )
}
